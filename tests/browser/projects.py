"""One project, made by form, by Excel and by hand: the three must be the same in the data."""

from __future__ import annotations

from tests.browser.form_filling import Form

BY_HAND = """\
id: p2026-099
name: 示例助餐项目
organization: shili-linli-huzhu
category: living
groups: [lonely-elder, frail-elder]
divisions: ["120113"]
summary: 独居老人中午吃一顿热饭，出不了门的送到家。
content: |-
  社区食堂每天中午开饭。

  出不了门的老人，由志愿者送到家。
status: running
starts_on: 2026-03-01
occasion: regular
brand: 否
major: 否
budget: 360000.50
fundraising: none
accepts_applications: 是
how_to_apply: 带身份证到社区食堂登记，当天就能吃。
phone: 022-55500108
disclosures:
  - id: d01
    kind: project-progress
    title: 2026年3月至5月项目实施情况
    published_on: 2026-06-05
    period_from: 2026-03-01
    period_to: 2026-05-31
    basis: interval
    spending: 81000
    beneficiaries: 96
"""
FILE = "data/projects/p2026-099.yaml"


def fill_in_project(form: Form) -> None:
    """Everything the project says, field by field."""
    form.begin("projects")
    form.write(项目编号="p2026-099", 项目名称="示例助餐项目")
    form.choose(实施组织="示例邻里互助服务社", 帮扶类别="生活服务")
    form.choose(帮扶对象=("独居和空巢老年人", "失能和高龄老年人"), 实施地区="北辰区（天津市）")
    form.write(一句话介绍="独居老人中午吃一顿热饭，出不了门的送到家。")
    form.write(项目内容="社区食堂每天中午开饭。\n\n出不了门的老人，由志愿者送到家。")
    form.choose(状态="进行中")
    form.write(开始日期="2026-03-01")
    form.choose(开展时机="日常", 品牌项目="否", 重大慈善项目="否")
    form.write(预算="360000.50")
    form.choose(募捐方式="不募捐", 接受个人申请="是")
    form.write(怎么申请="带身份证到社区食堂登记，当天就能吃。", 咨询电话="022-55500108")
    form.add("公开记录")
    form.write(记录编号="d01")
    form.choose(公开内容="项目实施情况（阶段）")
    form.write(标题="2026年3月至5月项目实施情况", 公布日期="2026-06-05", 情况起="2026-03-01", 情况止="2026-05-31")
    form.choose(数字口径="本期数")
    form.write(支出="81000", 受助人数="96")
