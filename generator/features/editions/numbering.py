"""Entries without a number to numbered ones: the number an entry had before, else the next that was never used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.cells import text_in
from generator.model.dataset import Numbering
from generator.model.record import Record


class Unnumbered(NamedTuple):
    """What an entry is known by from one half-year to the next; `number` is empty where the sheet gives none."""

    number: str
    name: str
    provider: str


def number_entries(
    terms: Numbering, division: str, entries: Sequence[Unnumbered], known: Iterable[Record]
) -> tuple[str, ...]:
    """A number for each entry, in order; `known` are all entries the place ever had, in any order.

    A number stays with its entry as long as name and provider stay, or the name alone where the provider changed.
    """
    earlier = sorted(known, key=lambda record: text_in(record, "period"))
    before = {key: text_in(record, terms.field) for record in earlier for key in _keys(record, terms)}
    used = {text_in(record, terms.field) for record in earlier} | {entry.number for entry in entries}
    fresh = _unused(division, used, terms.digits)
    taken = {entry.number for entry in entries if entry.number}
    numbers: list[str] = []
    for entry in entries:
        candidates = (before.get((_plain(entry.name), _plain(entry.provider))), before.get((_plain(entry.name), "")))
        number = entry.number or next((each for each in candidates if each and each not in taken), None) or next(fresh)
        taken.add(number)
        numbers.append(number)
    return tuple(numbers)


def _keys(record: Record, terms: Numbering) -> Iterator[tuple[str, str]]:
    name, provider = (_plain(text_in(record, field)) for field in terms.known_by)
    yield name, provider
    yield name, ""


def _unused(division: str, used: set[str], digits: int) -> Iterator[str]:
    """Numbers above every one ever given: those of entries that ended are not given to others."""
    places = (re.fullmatch(rf"{division}-(\d+)", number) for number in used)
    last = max((int(place[1]) for place in places if place), default=0)
    while True:
        last += 1
        yield f"{division}-{last:0{digits}}"


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)
