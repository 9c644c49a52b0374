"""Somebody's published case, and what projects say of whom they helped, are knowledge about cells of the tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand, WeaknessKind
from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.dimensions import TOTAL
from generator.features.statistics.neighbours.contained import find_least, read_cell, result_cells, story_cells
from generator.features.statistics.neighbours.results import audit_results
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.totals import FullTable
from generator.model.catalogue import Catalogue
from generator.model.tabulation import Contained
from tests.builders import changed
from tests.demonstration import demonstration, opened
from tests.features.statistics.tables import ROWS, full, full_tables, line, published

CATALOGUE = demonstration()[1].catalogue
CASE = next(iter(CATALOGUE.with_role("case")))


def told(catalogue: Catalogue, case: str = CASE) -> set[str]:
    return {str(cell) for cell in story_cells(catalogue)[case]}


def test_a_case_of_one_district_and_category_stands_in_the_cells_of_its_time() -> None:
    spring = {"period_from": date(2024, 2, 1), "period_to": date(2024, 5, 31)}
    one = changed(CATALOGUE, CASE, of="cases", divisions=("120101",), category="medical", groups=("orphan",), **spring)
    assert told(one) >= {
        "category=medical;division=120101;period=2024H1;measure=helped",
        "division=120101;group=orphan;period=2024H1;measure=helped",
    }
    over = changed(one, CASE, of="cases", period_to=date(2024, 8, 1))
    assert "category=medical;division=120101;period=2024;measure=helped" in told(over)
    longer = changed(one, CASE, of="cases", period_to=date(2025, 1, 5))
    assert told(longer) == set(), "nobody knows in which year"


def test_of_several_places_and_several_groups_nobody_knows_who_was_where() -> None:
    several = changed(
        CATALOGUE,
        CASE,
        of="cases",
        divisions=("120101", "120102"),
        category="medical",
        groups=("orphan", "left-child"),
        period_from=date(2024, 2, 1),
        period_to=date(2024, 5, 31),
    )
    assert {cell for cell in told(several) if "group" in cell} == set()
    assert "category=medical;division=120102;period=2024H1;measure=helped" in told(several)


def test_a_case_that_is_gone_stays_known_by_its_line_in_the_ledger() -> None:
    cell = "category=medical;division=120101;period=2024H1;measure=helped"
    line_of = next(key for key, each in CATALOGUE.records["table_editions"].items() if each.values["kind"] == "told")
    entered = changed(CATALOGUE, line_of, of="table_editions", table="cases", cell=cell, low=1)
    assert find_least(entered)[read_cell(cell)] == 1


def test_a_result_counts_where_a_table_declares_to_hold_it() -> None:
    stages = CATALOGUE.datasets["aid_stages"]
    tabulation = stages.directory.tabulation
    assert tabulation
    holds = replace(tabulation, contains=(Contained("disclosures", "households", "helped", "project"),))
    holding = replace(stages, directory=replace(stages.directory, tabulation=holds))
    catalogue = replace(CATALOGUE, datasets={**CATALOGUE.datasets, "aid_stages": holding})
    found = list(result_cells(catalogue))
    assert found
    assert all(record.values["households"] == number for record, _, number in found)
    assert all(cell.measure == "helped" and "category" in dict(cell.place) for _, cell, _ in found)
    assert list(result_cells(CATALOGUE)) == []
    record, cell, number = found[0]
    codes = {"division": "12", "category": "_T", "measure": "helped", **dict(cell.place)}
    rows = catalogue.records["aid_stages"].items()
    row = next((key for key, each in rows if codes.items() <= each.values.items()), next(iter(rows))[0])

    def rules(value: int) -> set[str]:
        table = changed(catalogue, row, of="aid_stages", value=value, **codes)
        return {each.rule.code for each in audit_results(project, table, ()) if each.record == record.key}

    project = opened(Path(__file__).parents[4])
    assert "result-beyond-table" in rules(number - 1)
    assert "result-beyond-table" not in rules(number)


HIDDEN = ("r1",), ("r2",)
FIRST = Cell("people", (("row", "r1"),))


def test_with_somebodys_case_the_rest_of_a_gap_is_too_narrow() -> None:
    release = [published(line(2, 3, 9), *HIDDEN, dimensions=(ROWS,))]
    assert audit([release], Demand()) == ()
    found = audit([release], Demand(), least={FIRST: 1})
    assert {(each.kind, str(each.cell), each.low, each.high) for each in found} == {
        (WeaknessKind.STORY, "row=r1;measure=people", 1, 5),
        (WeaknessKind.STORY, "row=r2;measure=people", 0, 4),
    }


def test_protect_knows_the_case_and_withholds_as_much_more_as_it_takes() -> None:
    table = full(line(2, 3, 9), ROWS)
    for least in ({}, {FIRST: 1}):
        public = protect(table, Policy(decoys=(), insiders=False), least=least).table
        assert audit([[public]], Demand(), least=least) == ()
    assert {row.codes for row in public.observations if row.value is None} > set(HIDDEN)


@settings(max_examples=25)
@given(full_tables(), st.integers(0, 3), st.binary(min_size=4, max_size=4))
def test_no_table_is_told_by_cases_of_its_own_households(table: FullTable, cases: int, secret: bytes) -> None:
    known = [place for place, figure in table.figures.items() if figure.value and TOTAL not in place[1]][:cases]
    least = {build_cell(name, table.dimensions, codes): 1 for name, codes in known}
    public = protect(table, Policy(secret=secret), least=least).table
    assert audit([[public]], Demand(), least=least) == ()
