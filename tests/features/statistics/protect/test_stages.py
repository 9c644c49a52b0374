"""Stages: what one count leaves over of another is no more told than the counts themselves."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.statistics.audit.audit import audit
from generator.features.statistics.audit.weaknesses import Demand
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.protect.protect import protect
from generator.features.statistics.totals import FullTable, RawRow, add_up
from tests.features.statistics.tables import ROWS, STAGED, staged_tables

slowly = settings(max_examples=25, deadline=None)


@slowly
@given(st.integers(1, 2).flatmap(staged_tables))
def test_the_attacker_finds_nothing_in_any_protected_table_of_stages(table: FullTable) -> None:
    protection = protect(table, Policy())
    assert protection.unprotected == ()
    assert audit([[protection.table]], Demand()) == ()


@slowly
@given(staged_tables(axes=1), st.integers(0, 2))
def test_nor_in_the_tables_of_its_stages_published_one_after_the_other(table: FullTable, last: int) -> None:
    stage = replace(STAGED[last], part_of=None)
    rows = [
        RawRow(codes, name, figure.value)
        for (name, codes), figure in table.figures.items()
        if name == stage.name and codes[0] in table.dimensions[0].leaves
    ]
    alone = protect(add_up("alone", table.dimensions, (stage,), rows)[0], Policy()).table
    staged = protect(table, Policy(), (alone,))
    assert staged.unprotected == ()
    assert audit([[alone, staged.table]], Demand()) == ()


def test_two_families_turned_away_take_more_figures_with_them() -> None:
    counts = {"r1": (20, 18, 18), "r2": (40, 30, 20), "r3": (50, 30, 10)}
    rows = [
        RawRow((code,), measure.name, value)
        for code, values in counts.items()
        for measure, value in zip(STAGED, values, strict=True)
    ]
    table = protect(add_up("t", (ROWS,), STAGED, rows)[0], Policy()).table
    shown = {row.measure: row.value for row in table.observations if row.codes == ("r1",)}
    assert None in (shown["asked"], shown["accepted"])
