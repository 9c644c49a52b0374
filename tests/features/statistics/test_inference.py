"""Tables nobody declared: what their columns hold is told from names and contents."""

from __future__ import annotations

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.inference import choose_layout
from generator.features.statistics.published import read_published
from generator.model.grid import Grid
from tests.features.statistics.layouts import LAYOUT, sheet


def attack(grid: Grid) -> tuple[Weakness, ...]:
    grid, layout = choose_layout(grid, (LAYOUT,))
    return audit([[read_published([grid], layout).table]], Demand())


def test_a_declared_layout_is_recognised() -> None:
    grid = sheet("period,division,category,measure,value", "2026H1,1201,medical,asked,12")
    assert choose_layout(grid, (LAYOUT,))[1] is LAYOUT


def test_another_measure_makes_another_table() -> None:
    grid = sheet("period,division,category,measure,value", "2026H1,1201,medical,visits,12")
    assert choose_layout(grid, (LAYOUT,))[1] is not LAYOUT


def test_a_gap_beside_its_total_is_found_in_a_foreign_table() -> None:
    found = attack(sheet("街道,户数", "甲街道,＊", "乙街道,9", "合计,14"))
    assert [(each.kind, each.low, each.high) for each in found] == [(WeaknessKind.ALONE, 5, 5)]


def test_a_cross_table_is_added_up_both_ways() -> None:
    found = attack(sheet("街道,医疗救助,教育帮扶,合计", "甲,＊,30,32", "乙,20,40,60", "合计,＊,70,92"))
    assert {each.kind for each in found} == {WeaknessKind.ALONE}


def test_codes_that_begin_with_others_lie_under_them() -> None:
    found = attack(sheet("code,户数", "88,40", "8801,25", "8802,＊"))
    assert [(each.kind, each.low) for each in found] == [(WeaknessKind.ALONE, 15)]


def test_a_codelist_we_know_gives_the_hierarchy() -> None:
    found = attack(sheet("地区,户数", "市,40", "甲区,25", "乙区,＊"))
    assert [str(each.cell) for each in found] == ["division=1202;measure=户数"]


def test_money_without_its_count_is_found() -> None:
    found = attack(sheet("街道,帮扶户数,金额（元）", "甲,＊,900", "乙,＊,800", "丙,30,70000", "合计,60,71700"))
    assert WeaknessKind.MONEY in {each.kind for each in found}


def test_numbers_that_could_be_years_are_numbers_unless_the_header_says_so() -> None:
    _, layout = choose_layout(sheet("街道,户数", "甲,2000", "乙,2010"), ())
    assert [measure.name for measure in layout.measures] == ["户数"]
    _, layout = choose_layout(sheet("年份,户数", "2025,2000", "2026,2010"), ())
    assert list(layout.columns) == ["period"]
