"""Sayings, kinds of need and places to the one file with which a browser understands a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from generator.base.aliases import syllable
from generator.base.pairs import fold
from generator.features.words.kinds import all_kinds
from generator.features.words.roles import GENERAL, SAYINGS, WORDS_KINDS, WORDS_OFFERS
from generator.features.words.traits import mark_of
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.facets import record_title
from generator.model.record import Record
from generator.render.cards import record_summary

TARGETS = ("needs", "groups", "places", "about", "unless")
EVERYDAY = "gb2312"
"""The national character set whose first level are the 3,755 signs in everyday use."""


def lexicon(catalogue: Catalogue) -> Mapping[str, Any]:
    """Kinds and categories by name, sayings by what they mean, places, and the sounds of signs."""
    sayings = tuple(catalogue.with_role(SAYINGS).values())
    kinds = all_kinds(catalogue)
    return {
        "kinds": [[kind.id, kind.category, kind.name] for kind in kinds],
        "terms": [[kind.id, *map(fold, kind.terms)] for kind in kinds],
        "categories": {
            key: record_title(catalogue, each) for key, each in _targets(catalogue, WORDS_KINDS, "category")
        },
        "groups": {key: _short(catalogue, each) for key, each in _targets(catalogue, SAYINGS, "groups")},
        "places": [_place(catalogue, each) for _, each in _targets(catalogue, SAYINGS, "places")],
        "general": list(GENERAL),
        "sayings": list(_meanings(each for each in sayings if not text_in(each, "danger"))),
        "dangers": _needs_of_dangers(sayings),
        "sounds": _sound_table(each.values["phrase"] for each in sayings),
    }


def synonyms(catalogue: Catalogue) -> tuple[tuple[str, ...], ...]:
    """Phrases with the other words to look for as well."""
    records = catalogue.with_role(SAYINGS).values()
    return tuple((text_in(each, "phrase"), *words_in(each, "words")) for each in records if words_in(each, "words"))


def _targets(catalogue: Catalogue, role: str, field: str) -> Iterable[tuple[str, Record]]:
    """The records that a field may name."""
    dataset = catalogue.dataset_with(role)
    column = dataset.columns.get(field) if dataset else None
    return catalogue.records.get(column.target or "", {}).items() if column else ()


def _short(catalogue: Catalogue, record: Record) -> str:
    return text_in(record, "short_name") or record_title(catalogue, record)


def _place(catalogue: Catalogue, record: Record) -> list[str]:
    above = catalogue.ancestors(record)[:1]
    return [record.key, record_title(catalogue, record), *(each.key for each in above)]


def _needs_of_dangers(sayings: Iterable[Record]) -> Mapping[str, str]:
    """What whoever speaks of a danger needs besides its card, by kind: their words come with the card."""
    counts: dict[str, Counter[str]] = {}
    for each in sayings:
        if kind := text_in(each, "danger"):
            counts.setdefault(kind, Counter())[" ".join(words_in(each, "needs"))] += 1
    return {kind: found.most_common(1)[0][0] for kind, found in sorted(counts.items())}


def _meanings(sayings: Iterable[Record]) -> Iterator[list[str]]:
    """`[phrases, needs, groups, places, about, unless]`, each apart by blanks: what means the same is told once."""
    meant: dict[tuple[str, ...], list[str]] = {}
    for each in sayings:
        if any(meaning := tuple(_cell(each, name) for name in TARGETS)):
            meant.setdefault(meaning, []).append(fold(text_in(each, "phrase")))
    for meaning, phrases in meant.items():
        yield [" ".join(sorted(phrases)), *meaning]


def _cell(record: Record, name: str) -> str:
    return " ".join(map(fold, words_in(record, name))) or (text_in(record, name) if name == "about" else "")


def offers(catalogue: Catalogue) -> Iterator[list[str]]:
    """`[mark, title, summary]` of each offer, those of one name once, under the mark that the index knows them by."""
    seen: dict[str, list[str]] = {}
    for role in WORDS_OFFERS:
        for each in catalogue.with_role(role).values():
            title = record_title(catalogue, each)
            seen.setdefault(title, [mark_of(title), title, record_summary(catalogue, each)])
    yield from seen.values()


def _sound_table(phrases: Iterable[Any]) -> str:
    """`a啊阿 ai爱…`: the signs of each syllable."""
    used = {sign for phrase in phrases for sign in fold(str(phrase))}
    sounds: dict[str, list[str]] = {}
    for sign in sorted({*_everyday(), *used}):
        if sound := syllable(sign):
            sounds.setdefault(sound, []).append(sign)
    return " ".join(sound + "".join(signs) for sound, signs in sorted(sounds.items()))


@cache
def _everyday() -> tuple[str, ...]:
    """The first level of GB/T 2312: rows 16 to 55."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return tuple(_signs(codes))


def _signs(codes: Iterable[bytes]) -> Iterator[str]:
    for code in codes:
        yield from code.decode(EVERYDAY, "ignore")
