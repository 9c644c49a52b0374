"""A place to what its own page says of needs and gaps: a line for each kind of help, and the way to the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.features.editions.survey import BOUND_LEVEL
from generator.features.gaps.gap_sentences import explain, headline
from generator.features.gaps.ledgers import has_ledger, ledger_period, township_period
from generator.features.gaps.survey import place_gaps, township_gaps
from generator.model.addresses import gaps_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.record import Record
from generator.model.source import Source


class LineView(NamedTuple):
    """One kind of help: a few words, and the sentence behind them."""

    category: str
    headline: str
    sentence: str


class PlaceGaps(NamedTuple):
    """Where a place has no ledger, `lines` is empty; `board` is its district's page of the board."""

    period: str
    is_rounded: bool
    lines: tuple[LineView, ...]
    board: Link


@dataclass(frozen=True, slots=True)
class PlaceGapsContext:
    """What the page of a place may name of needs and gaps."""

    gaps: PlaceGaps | None
    """None for the city, and where nobody publishes ledgers."""


def place_gaps_context(source: Source, record: Record) -> PlaceGapsContext:
    """The gaps of a place."""
    return PlaceGapsContext(gaps=_gaps(source, record))


def _gaps(source: Source, record: Record) -> PlaceGaps | None:
    catalogue = source.catalogue
    period = ledger_period(catalogue, source.as_of) if source.settings.needs_ledger else None
    district = next((each for each in (record, *catalogue.ancestors(record)) if _is_district(each)), None)
    if period is None or district is None:
        return None
    is_district = district is record
    if is_district:
        found = place_gaps(catalogue, record, period, source.as_of) if has_ledger(catalogue, period, record.key) else ()
    else:
        period = township_period(catalogue, source.as_of) or period
        found = township_gaps(catalogue, record, period, source.as_of)
    return PlaceGaps(
        period=period_name(period),
        is_rounded=any(each.need.off for each in found),
        lines=tuple(
            LineView(
                _category(catalogue, each.category),
                headline(each) if is_district or each.need.value is None else "",
                explain(each, "全市" if is_district else "区里和全市"),
            )
            for each in found
        ),
        board=Link(record_title(catalogue, district), gaps_address("division", district.key)),
    )


def _is_district(record: Record) -> bool:
    """Asked of places only."""
    return text_in(record, "level") == BOUND_LEVEL


def _category(catalogue: Catalogue, key: str) -> str:
    return record_title(catalogue, catalogue.with_role("category")[key])
