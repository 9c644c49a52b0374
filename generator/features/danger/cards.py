"""Dangers and help lines to cards: what may be said and which numbers may be printed on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.calendar import add_months
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, is_set, text_in, words_in
from generator.model.record import Record

TOLD_FIRST = 3
"""So many numbers stand where nobody has said yet what happened."""
FRESH_MONTHS = 6
"""So long a danger may be shown on a live site after somebody held it against its source."""


@dataclass(frozen=True, slots=True)
class DangerNumber:
    """`linked`: may be called from the page; `unverified`: shown in a demonstration, nobody has confirmed it."""

    number: str
    name: str
    hours: str
    outside: str
    linked: bool
    unverified: bool


@dataclass(frozen=True, slots=True)
class DangerCard:
    """What stands on the screen; not `whole`: only the name and the numbers that may always be printed."""

    id: str
    name: str
    heading: str
    sentence: str
    advice: tuple[str, ...]
    numbers: tuple[DangerNumber, ...]
    whole: bool
    to_helper: str = ""
    """Said in place of the sentence to whoever asks for somebody else."""


def danger_cards(catalogue: Catalogue, as_of: date, demonstration: bool) -> tuple[DangerCard, ...]:
    """One card a kind, the most urgent first; none for a kind without any number that may be printed."""
    dangers = catalogue.with_role("danger").values()
    cards = (_card(catalogue, danger, as_of, demonstration) for danger in dangers)
    return tuple(card for card in cards if card.numbers)


def shown(danger: Record, as_of: date, demonstration: bool) -> bool:
    """Whether the words of a danger may be shown: always in a demonstration, else only where nothing is `lacking`."""
    return demonstration or not lacking(danger, as_of)


def lacking(danger: Record, as_of: date) -> tuple[str, ...]:
    """What keeps the words of a danger from a live site, each as a part of a Chinese sentence."""
    read_on = day_in(danger, "read_on")
    found = (
        ("没有出处", not text_in(danger, "basis")),
        ("没有核实", not is_set(danger, "confirmed")),
        ("没有专业岗位审过", not text_in(danger, "reviewed_by")),
        ("没有查看日期", read_on is None),
        (f"查看日期超过{FRESH_MONTHS}个月", read_on is not None and add_months(read_on, FRESH_MONTHS) < as_of),
    )
    return tuple(said for said, is_so in found if is_so)


def numbers_of(danger: Record) -> tuple[str, ...]:
    """The numbers of a danger in the order in which they are to be called."""
    named = (text_in(danger, "first"), text_in(danger, "second"), *words_in(danger, "more"))
    return tuple(dict.fromkeys(number for number in named if number))


def first_numbers(catalogue: Catalogue) -> tuple[DangerNumber, ...]:
    """The numbers for whoever says nothing more: what most dangers name first, of those that may always be printed."""
    lines = catalogue.with_role("help_line")
    named = Counter(text_in(danger, "first") for danger in catalogue.with_role("danger").values())
    always = [number for number, _ in named.most_common() if number in lines and is_set(lines[number], "always")]
    return tuple(_number(lines[number], sure=True) for number in always[:TOLD_FIRST])


def _card(catalogue: Catalogue, danger: Record, as_of: date, demonstration: bool) -> DangerCard:
    numbers = tuple(_numbers(catalogue, danger, demonstration))
    name = text_in(danger, "name")
    if not shown(danger, as_of, demonstration):
        always = tuple(each for each in numbers if is_set(catalogue.with_role("help_line")[each.number], "always"))
        return DangerCard(danger.key, name, _plain_heading(always), "", (), always, whole=False)
    said = (text_in(danger, "heading"), text_in(danger, "sentence"), words_in(danger, "advice"))
    return DangerCard(danger.key, name, *said, numbers, whole=True, to_helper=text_in(danger, "to_helper"))


def _plain_heading(numbers: tuple[DangerNumber, ...]) -> str:
    return f"现在就打{numbers[0].number}" if numbers else ""


def _numbers(catalogue: Catalogue, danger: Record, demonstration: bool) -> Iterator[DangerNumber]:
    lines = catalogue.with_role("help_line")
    for line in (lines[number] for number in numbers_of(danger) if number in lines):
        sure = is_set(line, "always") or is_set(line, "confirmed")
        if sure or (demonstration and is_set(line, "national")):
            yield _number(line, sure=sure)


def _number(line: Record, *, sure: bool) -> DangerNumber:
    name, hours, outside = (text_in(line, field) for field in ("name", "hours", "outside"))
    return DangerNumber(line.key, name, hours, outside, linked=sure, unverified=not sure)
