"""The page of editions and corrections: what the demonstration published, revised, and merged."""

from __future__ import annotations

import re

from generator.features import FEATURES
from generator.render.pages import render_page
from generator.render.templates import template_environment
from tests.demonstration import HOUSE, demonstration_source


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, line by line."""
    source = demonstration_source()
    (planned,) = (each for each in source.plan.pages if each.address == "statistics/history/")
    html = render_page(template_environment((HOUSE / "theme/templates",)), source, planned, FEATURES).content
    body = html.partition(heading)[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in body.split("<tr>")[1:]]


def test_a_revision_stands_above_what_it_replaced_with_its_reason() -> None:
    waiting = [line for line in rows("公布和更正的记录") if line[1] == "等待时间" and "2023年下半年" in line[2]]
    assert [line[3] for line in waiting] == ["更正，换掉以前的一版", "第一次公布"]
    assert "60 户" in waiting[0][4]
    assert waiting[1][4] == "—"
    assert not waiting[0][0].endswith("或以前")


def test_many_files_of_one_table_on_one_day_are_one_line() -> None:
    needs = [line for line in rows("公布和更正的记录") if line[1] == "以前的需求台账"]
    assert all(line[2].endswith("份文件") for line in needs)
    assert {line[0] for line in needs} == {"2026年11月25日或以前", "2026年11月30日或以前"}, "entered at once, later"


def test_codes_that_were_merged_stand_together() -> None:
    (division, waiting) = sorted(rows("合并、拆分、改名"), key=lambda line: line[1])
    assert division[1:4] == ["地区", "示例甲镇、示例乙镇", "团泊镇"]
    assert waiting[1:4] == ["等待时间", "3天以内、4—7天", "7天以内"]
