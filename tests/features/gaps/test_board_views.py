"""The board of gaps: pages and files say the same, and the map has every district and no border."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from datetime import date

import pytest

from generator.features.gaps.board_views import board_context, category_context, place_context
from generator.features.gaps.cell_views import gap_charts
from generator.features.gaps.gap_tables import gaps_csv, needs_csv
from generator.features.gaps.place_views import place_gaps_context
from generator.model.chart import ChartKind
from generator.model.page import Download
from generator.render.charts.chart_in_words import figure_text
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def saved(key: str) -> list[dict[str, str]]:
    return rows(gaps_csv(SOURCE, Download("", "gaps", (), key)))


def test_the_file_of_the_board_has_what_the_table_shows() -> None:
    shown = [cell for row in board_context(SOURCE, "").rows for cell in row.cells]
    assert [(each["结论"], each["说明"]) for each in saved("")] == [(each.headline, each.sentence) for each in shown]


@pytest.mark.parametrize("key", ["category/medical", "division/120103"])
def test_so_have_the_files_of_narrower_pages(key: str) -> None:
    context = category_context if key.startswith("category") else place_context
    assert [each["说明"] for each in saved(key)] == [each.sentence for each in context(SOURCE, key).cells]


def test_a_withheld_need_is_empty_and_says_why_in_every_file() -> None:
    hidden = [each for each in saved("") if each["结论"] == "＊"]
    assert hidden
    assert {(each["需求（人次）"], each["还缺"]) for each in hidden} == {("", "")}
    assert all("不予公布" in each["需求说明"] for each in hidden)


def ledger(district: str) -> list[dict[str, str]]:
    return rows(needs_csv(SOURCE, Download("", "gap-needs", (), district)))


def test_a_ledger_is_saved_as_it_is_shown() -> None:
    saved = [each["需求（人次）"] or "＊" for each in ledger("120103") if each["帮扶对象"] != "合计"]
    asking = place_context(SOURCE, "division/120103").asking
    assert saved == [figure.replace(",", "") for _, figure in asking[:-1]]
    assert asking[-1] == ("合计", "434"), "as data/statistics/need_categories/2026H2/120103.csv says"


def test_townships_have_rounded_figures_of_their_newest_half_year_and_every_one_says_so() -> None:
    context = place_context(SOURCE, "division/120103")
    inside = [each for each in ledger("120103") if each["地区代码"] != "120103"]
    assert (context.township_period, {each["期间"] for each in inside}) == ("2025年下半年", {"2025H2"})
    assert len(context.townships) == len({each["地区代码"] for each in inside}) == 14
    shown = [figure for row in context.townships for figure in row.figures]
    for about, range_ in shown:
        assert (about.startswith("约 ") and range_.startswith("（")) or (about in ("0–4", "＊") and range_ == "")
    for each in inside:
        value, note = each["需求（人次）"], each["说明"]
        low, high = max(0, int(value or 0) - 4), int(value or 0) + 4
        assert note == (f"约数，实际在 {low} 到 {high} 之间" if value else "需求人次较少，为保护个人隐私不予公布")


@pytest.mark.parametrize("key", ["", "category/care"])
def test_the_map_has_sixteen_tiles_and_no_number_for_a_missing_ledger(key: str) -> None:
    (chart,) = gap_charts(SOURCE, key)
    assert (chart.kind, len(set(chart.spots))) == (ChartKind.TILES, 16)
    assert figure_text(chart.series[0].figures[chart.rows.index("宁河区")]) == "—"


def test_the_largest_gaps_come_first_with_place_kind_and_groups() -> None:
    chances = board_context(SOURCE, "").chances
    lacking = [int(each.gap.headline.removeprefix("还缺 ").replace(",", "")) for each in chances]
    assert lacking == sorted(lacking, reverse=True)
    assert all(each.asking and each.gap.address.startswith("find/") for each in chances)


def test_in_a_half_year_without_any_ledger_the_last_one_is_shown_and_said_to_be_old() -> None:
    context = board_context(replace(SOURCE, day=date(2027, 1, 1)), "")
    assert (context.period, context.is_current) == ("2026年下半年", False)


def test_the_page_of_a_place_says_what_is_lacking_and_leads_to_its_districts_page() -> None:
    gaps = place_gaps_context(SOURCE, SOURCE.catalogue.records["divisions"]["120103007"]).gaps
    assert (len(gaps.lines), gaps.board.address, gaps.period) == (6, "gaps/division/120103/", "2025年下半年")
    assert gaps.is_rounded and all(re.match("需求 (约 |0–4)|需求人次较少", each.sentence) for each in gaps.lines)
    unreported = place_gaps_context(SOURCE, SOURCE.catalogue.records["divisions"]["120117"]).gaps
    assert unreported.lines == ()
    assert place_gaps_context(SOURCE, SOURCE.catalogue.records["divisions"]["12"]).gaps is None
