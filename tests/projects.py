"""One project, written by hand: made by form and by Excel it must be the same in the data."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.catalogue import Catalogue
from generator.model.record import Value

FILE = "data/projects/p2026-099.yaml"
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
phone: 022-示例号码0108
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


def said_of(catalogue: Catalogue) -> list[Mapping[str, Value]]:
    """What the project and its disclosure say."""
    return [catalogue.records["projects"]["p2026-099"].values, catalogue.records["disclosures"]["p2026-099/d01"].values]
