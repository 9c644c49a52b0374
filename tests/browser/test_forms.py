"""Real people's way in: the forms in a real browser, and what they save."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from generator.build.pipeline import Checked
from tests.browser.conftest import Site, Visit
from tests.browser.form_filling import Form
from tests.demonstration import checked, copy_demonstration
from tests.projects import BY_HAND, FILE, said_of


def checked_with(folder: Path, text: str) -> Checked:
    (copy_demonstration(folder) / FILE).write_text(text, "utf-8")
    return checked(folder)


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
    form.write(怎么申请="带身份证到社区食堂登记，当天就能吃。", 咨询电话="022-示例号码0108")
    form.add("公开记录")
    form.write(记录编号="d01")
    form.choose(公开内容="项目实施情况（阶段）")
    form.write(标题="2026年3月至5月项目实施情况", 公布日期="2026-06-05", 情况起="2026-03-01", 情况止="2026-05-31")
    form.choose(数字口径="本期数")
    form.write(支出="81000", 受助人数="96")


def test_a_project_made_by_form_passes_the_check_and_is_the_one_written_by_hand(
    visit: Visit, site: Site, tmp_path: Path
) -> None:
    reader = visit()
    form = Form(reader.context.new_page(), site.home)
    fill_in_project(form)
    form.save()
    by_form = checked_with(tmp_path / "form", form.text(FILE))
    by_hand = checked_with(tmp_path / "hand", BY_HAND)
    assert by_form.problems == by_hand.problems
    assert FILE not in {each.location.file for each in by_form.problems}
    assert said_of(by_form.catalogue) == said_of(by_hand.catalogue)
    assert reader.complaints == []


def test_the_form_refuses_what_the_declaration_forbids(visit: Visit, site: Site) -> None:
    form = Form(visit().context.new_page(), site.home)
    form.begin("projects")
    form.write(项目编号="大写 ID")
    form.save()
    expect(form.field("项目编号").get_by_text("写法不对")).to_be_visible()
    assert form.saved() == {}


def test_without_scripts_the_page_of_the_forms_says_what_else_one_can_do(visit: Visit) -> None:
    page = visit(java_script_enabled=False).opens("admin/forms/")
    page.get_by_role("link", name="用 Excel 表格报送").click()
    expect(page.get_by_role("heading", name="在线填报")).to_be_visible()
