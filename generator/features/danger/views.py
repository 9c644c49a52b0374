"""The dangers to what the page 紧急求助 may name, and to the small file that brings a card where somebody types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.base.house import NATIONAL
from generator.base.packed import packed, stemmed
from generator.base.pairs import fold
from generator.features.danger.cards import DangerCard, DangerNumber, danger_cards
from generator.features.danger.points import danger_marks, danger_points
from generator.model.addresses import EMERGENCY
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.json_value import JsonObject
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source
from generator.model.word_groups import groups_named, names_in
from generator.national.doors import DOORS

_QUIET = frozenset(door.danger for door in DOORS if door.quiet)
"""Dangers beside which nothing may stand that comes to the home or calls it."""


@dataclass(frozen=True, slots=True)
class EmergencyContext:
    """What the page of dangers may name."""

    cards: tuple[DangerCard, ...]
    """One a kind of danger, the most urgent first."""
    leave: str
    """Where the link 快速离开 leads; empty: no such link."""


def emergency_context(source: Source, _key: str) -> EmergencyContext:
    """Every kind of danger that may be shown."""
    return EmergencyContext(_cards(source), source.settings.leave_url)


def danger_file(source: Source, _download: Download) -> bytes:
    """Words by kind, the cards as the browser draws them, and each number once."""
    cards = _cards(source)
    document = {
        "words": list(_words(_spoken(source.catalogue), is_joined=False)),
        "cards": [_as_json(card) for card in cards],
        "numbers": {each.number: _number(each) for card in cards for each in card.numbers},
        "leave": source.settings.leave_url,
        "address": EMERGENCY,
    }
    return packed(document)


def joined_file(source: Source, _download: Download) -> bytes:
    """How points are counted, looked at next; and phrases that are not in the first file and were added here.

    What was shipped of these, points have learnt.
    """
    own = [each for each in _spoken(source.catalogue) if _is_own(each)]
    words = list(_words(own, is_joined=True))
    groups = groups_named(source.catalogue, (each.key for each in own))
    return packed({"wordGroups": groups, "words": words, "points": danger_points(_kinds(source))})


def points_file(source: Source, _download: Download) -> bytes:
    """The points themselves: bits would take more as text."""
    return danger_marks(_kinds(source))


def _kinds(source: Source) -> frozenset[str]:
    return frozenset(card.id for card in _cards(source))


def _cards(source: Source) -> tuple[DangerCard, ...]:
    return danger_cards(source.catalogue, source.as_of, source.settings.demonstration)


def _as_json(card: DangerCard) -> JsonObject:
    numbers = [each.number for each in card.numbers]
    named: JsonObject = {"id": card.id, "name": card.name, "heading": card.heading}
    said: JsonObject = {**named, "sentence": card.sentence, "numbers": numbers}
    spoken: JsonObject = {"helper": card.to_helper} if card.to_helper else {}
    quiet: JsonObject = {"quiet": True} if card.id in _QUIET else {}
    return {**said, **spoken, **quiet}


def _number(number: DangerNumber) -> JsonObject:
    shown = ("name", "hours", "outside", "linked", "unverified")
    return {name: getattr(number, name) for name in shown if getattr(number, name)}


def _words(sayings: Iterable[Record], *, is_joined: bool) -> Iterator[Sequence[str | bool]]:
    """`[kind, phrases, unless, own]`, each list in order without its stems; `own` is what the engine did not ship."""
    meant: dict[tuple[str, str, bool], list[str]] = {}
    for each in sayings:
        kind = text_in(each, "danger")
        is_plain = "_" not in each.key and not names_in(each.key) and not words_in(each, "unless")
        if is_plain is not is_joined:
            unless = " ".join(map(fold, words_in(each, "unless")))
            meant.setdefault((kind, unless, _is_own(each)), []).append(fold(text_in(each, "phrase")))
    for (kind, unless, own), phrases in sorted(meant.items()):
        kept = _shortest(phrases, meant.get((kind, "", own), []))
        if kept:
            cancelled = [stemmed(unless.split())] if unless or own else []
            yield [kind, stemmed(kept), *cancelled, *([True] if own else [])]


def _is_own(saying: Record) -> bool:
    return not saying.origin.file.startswith(f"{NATIONAL}/")


def _spoken(catalogue: Catalogue) -> Iterator[Record]:
    """The sayings that mean a danger."""
    yield from (each for each in catalogue.with_role("saying").values() if text_in(each, "danger"))


def _shortest(phrases: Iterable[str], enough: Iterable[str]) -> list[str]:
    """Without those that hold a shorter one which is enough by itself."""
    short = sorted((each for each in enough if not frozenset("_-.") & set(each)), key=len)
    return sorted(each for each in phrases if not any(one in each for one in short if len(one) < len(each)))
