"""The rows of one place to its catalogues, one a half-year: which entries, first and last confirmed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.record import Record

ENTRIES = "offer.division"
"""The link by which an entry names the place whose catalogue it stands in."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One half-year's catalogue of one place; `confirmed` are the days on which entries were confirmed, sorted.

    A catalogue is there from the first day on which one of its entries was confirmed.
    """

    division: str
    period: str
    entries: tuple[Record, ...]
    confirmed: tuple[date, ...]

    def is_there(self, day: date) -> bool:
        """Whether the catalogue had been confirmed on a day."""
        return bool(self.confirmed) and self.confirmed[0] <= day


def editions_of(catalogue: Catalogue, division: Record) -> tuple[Edition, ...]:
    """The catalogues of one place, oldest first."""
    entries = sorted(catalogue.pointing(division, ENTRIES), key=_period)
    return tuple(_edition(division.key, period, found) for period, found in groupby(entries, key=_period))


def periods_of(editions: Iterable[Edition]) -> tuple[str, ...]:
    """The half-years of which there is any catalogue, newest first."""
    return tuple(sorted({each.period for each in editions}, reverse=True))


def _edition(division: str, period: str, entries: Iterator[Record]) -> Edition:
    found = tuple(sorted(entries, key=lambda entry: text_in(entry, "id")))
    days = (day_in(entry, "confirmed_on") for entry in found)
    return Edition(division, period, found, tuple(sorted(day for day in days if day)))


def _period(entry: Record) -> str:
    return text_in(entry, "period")
