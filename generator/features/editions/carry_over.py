"""Two catalogues of one place, one half-year and the one before, to what is new, changed, carried on and ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.features.editions.place_editions import Edition
from generator.model.cells import text_in
from generator.model.record import Record

_PASSING = frozenset(
    {
        *("period", "status", "valid_from", "valid_to", "confirmed_on", "confirmed_by", "notes"),
        *("quota", "quota_unit", "places_left", "places_left_on", "reopens_on", "phone_checked_on", "phone_checked_by"),
    }
)
"""Fields that every half-year fills in afresh; in them nothing of the offer itself changes."""


class Turn(StrEnum):
    """What became of an entry from one half-year to the next."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Carried:
    """`entry` is the newer record where there is one, `before` the older; `fields` are those that changed."""

    turn: Turn
    entry: Record
    before: Record | None = None
    fields: tuple[str, ...] = ()


def carry_over(editions: Sequence[Edition], period: str) -> tuple[Carried, ...]:
    """What became of every entry of a half-year's catalogue and of the one before it.

    Empty where the place has no catalogue of that half-year, or none before it to compare with.
    """
    newer = next((each for each in editions if each.period == period), None)
    older = _before(editions, period)
    return tuple(_carried(newer, older)) if newer and older else ()


def carried_entry(editions: Sequence[Edition], entry: Record) -> Carried | None:
    """What became of one entry since the catalogue before; None where there is none to compare with."""
    older = _before(editions, text_in(entry, "period"))
    return _turn(entry, _entries(older).get(text_in(entry, "id"))) if older else None


def newest_of(editions: Sequence[Edition], entry: Record) -> Record:
    """The newest record of the same entry, by its number."""
    found = (_entries(each).get(text_in(entry, "id")) for each in reversed(editions))
    return next((each for each in found if each), entry)


def _before(editions: Sequence[Edition], period: str) -> Edition | None:
    return max((each for each in editions if each.period < period), key=lambda each: each.period, default=None)


def _carried(newer: Edition, older: Edition) -> Iterator[Carried]:
    before, now = _entries(older), _entries(newer)
    yield from (_turn(entry, before.get(number)) for number, entry in now.items())
    yield from (Carried(Turn.ENDED, entry, entry) for number, entry in before.items() if number not in now)


def _turn(entry: Record, before: Record | None) -> Carried:
    if before is None:
        return Carried(Turn.NEW, entry)
    changed = (name for name in entry.values if name not in _PASSING and entry.values[name] != before.values.get(name))
    fields = tuple(changed)
    return Carried(Turn.CHANGED if fields else Turn.KEPT, entry, before, fields)


def _entries(edition: Edition) -> dict[str, Record]:
    return {text_in(entry, "id"): entry for entry in edition.entries}
