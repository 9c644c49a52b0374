"""Rounding by key: what places print, which columns stand, and what a correction may change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.features.statistics.protect.rounding import (
    ColumnFate,
    RoundedOutcome,
    round_table,
    round_to,
    values_for,
)
from generator.features.statistics.tables import StatisticTable
from generator.features.statistics.totals import FullTable
from tests.features.statistics.rounded import EVEN, FIRST, PLACES, ROUNDING, SECOND, Counts, exact_table, full_table

KEY = b"one secret of many"
Printed = dict[tuple[str, str, str, str], int | None]


def rounded(full: FullTable, exact: list[StatisticTable], *earlier: StatisticTable, key: bytes = KEY) -> RoundedOutcome:
    shown = [{cell: row.value for cell, row in each.cells().items()} for each in exact]
    return round_table(full, ROUNDING, key, shown, earlier)


def printed(outcome: RoundedOutcome) -> Printed:
    return {(*row.codes, row.measure): row.value for row in outcome.table.observations}  # type: ignore[misc]


def publish(counts: Counts = EVEN, *withheld: tuple[str, str], key: bytes = KEY) -> Printed:
    full = full_table(counts)
    return printed(rounded(full, [exact_table(full, *withheld)], key=key))


@pytest.mark.parametrize(
    ("count", "threshold", "result"), [(0, 1, 0), (1, 1, 5), (4, 5, 0), (7, 2, 10), (7, 3, 5), (10, 1, 10)]
)
def test_a_count_goes_up_from_its_threshold_on(count: int, threshold: int, result: int) -> None:
    assert round_to(count, 5, threshold) == result


def test_figures_are_multiples_near_the_truth_and_no_place_helps_more_than_asked() -> None:
    shown = publish()
    assert len(shown) == len(EVEN) * 2
    for (period, place, case, measure), value in shown.items():
        assert value is not None and value % 5 == 0
        assert abs(value - EVEN[period, place, case][measure == "helped"]) < 5
        assert (shown[period, place, case, "helped"] or 0) <= (shown[period, place, case, "asked"] or 0)


def test_the_same_key_prints_the_same_and_another_key_something_else() -> None:
    assert publish() == publish() != publish(key=b"another secret")


def test_another_table_may_share_the_thresholds_of_one_so_that_equal_counts_print_the_same() -> None:
    full = full_table(dict.fromkeys(EVEN, (12, 8)))
    wholes = [{cell: row.value for cell, row in exact_table(full).cells().items()}]
    other = replace(full, name="asks")
    alone, shared = (
        printed(round_table(other, rounding, KEY, wholes))
        for rounding in (ROUNDING, replace(ROUNDING, drawn_as="rounded"))
    )
    assert shared == printed(rounded(full, [exact_table(full)])) != alone


def test_a_district_that_is_late_gets_no_rows_and_one_whose_exact_figures_are_missing_is_told() -> None:
    empty = full_table(dict.fromkeys(EVEN, (0, 0)))
    late = rounded(empty, [])
    assert (late.table.observations, late.missing) == ((), ())
    assert rounded(full_table(), []).missing


def test_no_total_stands_beside_its_parts() -> None:
    assert {(place, case) for _, place, case, _ in publish()} == {
        (place, case) for place in PLACES for case in ("medical", "care")
    }
    assert {period for period, *_ in publish()} == {FIRST, SECOND}


def test_a_district_that_withholds_a_case_takes_its_places_with_it() -> None:
    shown = publish(EVEN, (FIRST, "care"))
    assert {value for (period, _, case, _), value in shown.items() if (period, case) == (FIRST, "care")} == {None}
    assert None not in {value for (period, _, case, _), value in shown.items() if case == "medical"}


def test_where_the_published_totals_are_too_small_there_are_no_rows() -> None:
    few = {codes: (2, 1) if codes[0] == FIRST and codes[2] == "care" else both for codes, both in EVEN.items()}
    assert (FIRST, "care") not in {(period, case) for period, _, case, _ in publish(few)}


def test_a_difference_of_stages_that_is_too_small_closes_the_column_too() -> None:
    all_helped = {codes: (both[0], both[0] - 1) if codes[2] == "care" else both for codes, both in EVEN.items()}
    assert {case for period, _, case, _ in publish(all_helped) if period != "2026"} == {"medical"}


def test_a_year_stands_only_where_no_half_does() -> None:
    few = {
        codes: ((6, 3) if codes[0] == SECOND else (2, 1)) if codes[2] == "care" else both
        for codes, both in EVEN.items()
    }
    assert {period for period, _, case, _ in publish(few) if case == "care"} == {"2026"}
    late = {(FIRST if codes[0] == SECOND else SECOND, *codes[1:]): both for codes, both in few.items()}
    assert {period for period, _, case, _ in publish(late) if case == "care"} == {FIRST}


def test_what_cannot_be_is_not_counted_among_the_places() -> None:
    full = full_table({codes: (0, 0) if codes[1] in PLACES[:2] else both for codes, both in EVEN.items()})
    never = tuple((("division", place),) for place in PLACES[:2])
    shown = [{cell: row.value for cell, row in exact_table(full).cells().items()}]
    assert round_table(full, replace(ROUNDING, never=never), KEY, shown).table.observations == ()
    assert {
        row.codes[1] for row in round_table(full, replace(ROUNDING, never=never[:1]), KEY, shown).table.observations
    } == set(PLACES[1:])


def test_without_exact_figures_or_with_those_of_other_cases_nothing_is_rounded() -> None:
    full = full_table()
    assert rounded(full, []).missing and rounded(full, []).table.observations == ()
    other = full_table({codes: (both[0] + 1, both[1]) for codes, both in EVEN.items()})
    assert rounded(full, [exact_table(other)]).contradicted


def corrected(more: int) -> tuple[Printed, Printed, RoundedOutcome]:
    """What is printed before and after one place of a district turns out to have had more."""
    before, place = full_table(), (FIRST, PLACES[0], "care")
    after = full_table({codes: (both[0] + more, both[1]) if codes == place else both for codes, both in EVEN.items()})
    old = rounded(before, [exact_table(before)])
    new = rounded(after, [exact_table(before), exact_table(after)], old.table)
    return printed(old), printed(new), new


def test_a_small_correction_stays_out_and_a_large_one_changes_its_place_alone() -> None:
    old, new, outcome = corrected(6)
    assert old == new and outcome.report.columns[ColumnFate.KEPT] == 1
    old, new, _ = corrected(10)
    changed = {cell for cell, value in new.items() if value != old[cell]}
    assert changed == {(FIRST, PLACES[0], "care", "asked")}


@pytest.mark.parametrize("shown", [0, 5, 10])
@pytest.mark.parametrize("known", [0, 3, 7, 13])
def test_whoever_knows_some_of_a_rounded_count_has_as_many_values_left_as_can_be_counted(
    shown: int, known: int
) -> None:
    possible = [
        count
        for count in range(known, 40)
        if any(
            (count - count % 5 + 5 if count % 5 >= threshold else count - count % 5) == shown
            for threshold in range(1, 6)
        )
    ]
    assert values_for(shown, known, 5) == len(possible)


def test_the_screen_says_how_many_rounded_figures_a_provider_can_narrow() -> None:
    full = full_table()
    alone = {place: (figure.value - 1, 1) for place, figure in full.figures.items() if figure.value}
    report = rounded(replace(full, helpers=alone), [exact_table(full)]).report
    assert (report.shared, report.one_helper > 0) == (report.figures, True)
    assert report.one_helper <= report.two_helpers
    assert rounded(full, [exact_table(full)]).report.shared is None
