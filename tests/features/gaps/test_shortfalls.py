"""Need against supply: what is lacking is never more than what was asked, and nothing is told of what is withheld."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.features.gaps.shortfalls import Gap, GapStanding, Offered, shown_shortfall, total_shortfall
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown

COUNTS = st.integers(0, 500)
NEEDS = st.one_of(st.just(FIGURE_WITHHELD), st.just(ABSENT), COUNTS.map(lambda value: Shown(value, FigureState.GIVEN)))


@st.composite
def offers(draw: st.DrawFn) -> Offered:
    """Entries of which some do not say how many they can help."""
    entries = draw(st.integers(0, 6))
    uncounted = draw(st.integers(0, entries))
    places = draw(COUNTS) if uncounted < entries else 0
    return Offered(entries, places, uncounted, draw(st.integers(0, 4)))


GAPS = st.builds(Gap, st.just("120103"), st.just("medical"), NEEDS, offers())


def gap(need: int | None, offered: Offered) -> Gap:
    return Gap("120103", "medical", FIGURE_WITHHELD if need is None else Shown(need, FigureState.GIVEN), offered)


@pytest.mark.parametrize(
    ("need", "offered", "standing", "shortfall"),
    [
        (120, Offered(3, 40, 0, 0), GapStanding.SHORT, 80),
        (40, Offered(3, 40, 0, 0), GapStanding.ENOUGH, 0),
        (120, Offered(3, 40, 1, 0), GapStanding.UNCOUNTED, None),
        (40, Offered(3, 40, 1, 0), GapStanding.ENOUGH, 0),
        (120, Offered(0, 0, 0, 2), GapStanding.WIDER_ONLY, 120),
        (120, Offered(0, 0, 0, 0), GapStanding.NOTHING, 120),
        (0, Offered(0, 0, 0, 0), GapStanding.NO_NEED, 0),
        (None, Offered(0, 0, 0, 0), GapStanding.WITHHELD, None),
    ],
)
def test_a_gap_has_one_standing(
    need: int | None, offered: Offered, standing: GapStanding, shortfall: int | None
) -> None:
    found = gap(need, offered)
    assert (found.standing, found.shortfall) == (standing, shortfall)


def test_a_place_without_a_ledger_is_not_one_without_need() -> None:
    assert Gap("120103", "medical", ABSENT, Offered(1, 5, 0, 0)).standing is GapStanding.NO_LEDGER


@given(GAPS)
def test_what_is_lacking_is_never_more_than_what_was_asked(found: Gap) -> None:
    assert found.shortfall is None or 0 <= found.shortfall <= int(found.need.value or 0)


@given(GAPS)
def test_nothing_is_told_of_a_need_that_is_not_published(found: Gap) -> None:
    if found.need.state is not FigureState.GIVEN:
        assert found.shortfall is None
        assert shown_shortfall(found).state is found.need.state


@given(GAPS, st.integers(1, 100))
def test_more_places_never_make_a_gap_larger(found: Gap, more: int) -> None:
    offered = replace(found.offered, entries=found.offered.entries + 1, places=found.offered.places + more)
    after = replace(found, offered=offered)
    if found.shortfall is not None:
        assert after.shortfall is not None and after.shortfall <= found.shortfall


@given(GAPS, st.integers(1, 9))
def test_what_the_levels_above_offer_changes_no_number(found: Gap, wider: int) -> None:
    assert replace(found, offered=replace(found.offered, wider=wider)).shortfall == found.shortfall


@given(st.lists(GAPS, min_size=1, max_size=6))
def test_a_sum_tells_nothing_lacking_only_where_all_of_it_is_told(found: list[Gap]) -> None:
    total = total_shortfall(tuple(found))
    told = [each.shortfall for each in found if each.shortfall is not None]
    assert (total.value or 0) == sum(told)
    if total.value == 0:
        assert len(told) == len(found)
