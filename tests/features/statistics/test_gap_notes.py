"""What a page of statistics says of its gaps and of how good its figures are, held against the published files."""

from __future__ import annotations

import csv
import re

import pytest

from tests.demonstration import HOUSE
from tests.features.statistics.test_rounded_views import page

TABLES = ("aid_groups", "aid_months", "aid_places", "aid_stages", "aid_township_groups", "aid_townships", "aid_waiting")


def gaps_in(html: str) -> int:
    """Stars in the tables below the charts."""
    return len(re.findall(r"<td><abbr[^>]*>＊</abbr></td>", html))


@pytest.mark.parametrize("address", ["statistics/period/2024/", "statistics/district/120105/"])
def test_a_page_says_first_how_many_figures_it_withholds_and_leads_to_charts_that_withhold_none(address: str) -> None:
    html = page(address)
    said = re.search(r"这一页有 ([\d,]+) 个数，其中 (\d+) 个写成“＊”", html)
    assert said and int(said[2]) == gaps_in(html) > 0
    note = html[html.index('id="gaps"') : html.index('class="charts"')]
    whole = re.findall(r'href="(?:\.\./)+(statistics/[^"#]*)#(chart-[a-z-]+)"', note)
    assert whole
    for other, chart in whole:
        (figure,) = re.findall(rf'<figure class="chart" id="{chart}".*?</figure>', page(other))
        assert gaps_in(figure) == 0 and "<td>" in figure


def test_a_page_without_gaps_says_so() -> None:
    html = page("statistics/category/care/")
    assert gaps_in(html) == 0 and 'id="gaps"' not in html and "没有“＊”" in html


def test_a_period_says_how_good_its_figures_are() -> None:
    rows = [
        row
        for table in TABLES
        for file in sorted((HOUSE / "data/statistics" / table).glob("*.csv"))
        for row in csv.DictReader(file.read_text("utf-8").splitlines())
        if row["period"] == "2024"
    ]
    marks = [row["obs_status"] for row in rows]
    html = page("statistics/period/2024/")
    assert f"{marks.count('A'):,} 个照实公布" in html
    assert f"{marks.count('E'):,} 个是街道（镇、乡）的约数，每个最多差 4 户" in html
    assert f"{marks.count('Q'):,} 个不公布（{marks.count('Q') / len(marks):.0%}）" in html
    assert "换过 1 次；最近一次：增列各示例服务片区的数" in html
