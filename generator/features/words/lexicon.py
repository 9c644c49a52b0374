"""Sayings, kinds of need and places to the one file with which a browser understands a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby

from generator.base.aliases import syllable
from generator.base.packed import stemmed
from generator.base.pairs import fold
from generator.features.words.need_kinds import all_kinds
from generator.features.words.need_points import need_points, points_tell
from generator.features.words.roles import GENERAL, SAYINGS, WORDS_KINDS, WORDS_OFFERS
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.facets import record_title
from generator.model.json_value import JsonObject
from generator.model.record import Record
from generator.model.word_groups import groups_named
from generator.render.cards import record_summary

TARGETS = ("needs", "groups", "places", "about", "unless")
SHORTEST = 2
"""Characters of a phrase that makes longer ones around it needless."""
DISTRICT = 6
"""Digits of a district."""
JOINTS = frozenset("_-.")
"""Signs by which a phrase is made of several words."""
EVERYDAY = "gb2312"
"""The national character set whose first level are the 3,755 signs in everyday use."""


def lexicon(catalogue: Catalogue) -> JsonObject:
    """Kinds and categories by name, sayings by what they mean, places, and the sounds of signs."""
    sayings = tuple(catalogue.with_role(SAYINGS).values())
    plain = tuple(each for each in sayings if not text_in(each, "danger"))
    phrases = tuple(fold(text_in(each, "phrase")) for each in sayings)
    groups = groups_named(catalogue, phrases)
    kinds = all_kinds(catalogue)
    return {
        "kinds": [[kind.id, kind.category, kind.name] for kind in kinds],
        "terms": [[kind.id, *map(fold, kind.terms)] for kind in kinds],
        "categories": {
            key: record_title(catalogue, each) for key, each in _targets(catalogue, WORDS_KINDS, "category")
        },
        "groups": {key: _short(catalogue, each) for key, each in _targets(catalogue, SAYINGS, "groups")},
        "places": list(_places(catalogue)),
        "general": list(GENERAL),
        "wordGroups": groups_named(catalogue, (each.key for each in plain)),
        "sayings": _rows(plain),
        "points": need_points({kind.id for kind in kinds}),
        "dangers": _needs_of_dangers(sayings),
        "sounds": _sound_table((*phrases, *groups.values())),
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


def _places(catalogue: Catalogue) -> Iterator[list[str | int]]:
    """`[code, name, above]`; a number is told by how much more it is than the one before, for most are next to it."""
    last = 0
    for _, record in _targets(catalogue, SAYINGS, "places"):
        above = catalogue.ancestors(record)[:1]
        codes = (each.key for each in above if each.key != record.key[:DISTRICT])  # streets begin with their district's
        number = int(record.key) if record.key.isdigit() and record.key[0] != "0" else None
        yield [record.key if number is None else number - last, record_title(catalogue, record), *codes]
        last = last if number is None else number


def _needs_of_dangers(sayings: Iterable[Record]) -> Mapping[str, str]:
    """What whoever speaks of a danger needs besides its card, by kind: their words come with the card."""
    counts: dict[str, Counter[str]] = {}
    for each in sayings:
        if kind := text_in(each, "danger"):
            counts.setdefault(kind, Counter())[" ".join(words_in(each, "needs"))] += 1
    return {kind: found.most_common(1)[0][0] for kind, found in sorted(counts.items())}


def _meanings(sayings: Iterable[Record]) -> Iterator[list[str]]:
    """`[phrases, needs, groups, places, about, unless]`, each apart by blanks, phrases without their stems.

    What means the same is told once; needs that points tell are not told again.
    """
    meant: dict[tuple[str, ...], list[str]] = {}
    for each in sayings:
        if any(meaning := (*_needs_and_groups(each), *(_cell(each, name) for name in TARGETS[2:]))):
            meant.setdefault(meaning, []).append(fold(text_in(each, "phrase")))
    enough = _enough(meant)
    for meaning, phrases in meant.items():
        kept = [each for each in phrases if not _is_needless(each, enough.get(_gist(meaning), set()))]
        if kept:
            yield [stemmed(kept), *meaning]


def _needs_and_groups(saying: Record) -> tuple[str, str]:
    """Needs and groups; where points tell the needs, short words alone tell groups: longer ones mostly hold them."""
    needs, groups = _cell(saying, "needs"), _cell(saying, "groups")
    if not points_tell(saying):
        return needs, groups
    return "", groups if len(text_in(saying, "phrase")) <= SHORTEST else ""


def _rows(sayings: Iterable[Record]) -> list[list[str]]:
    """What means nearly the same together: it packs best so."""
    return sorted((_trimmed(row) for row in _meanings(sayings)), key=lambda row: row[1:])


def _trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    return row[: max(at for at, cell in enumerate(row, start=1) if cell)]


def _enough(meant: Mapping[tuple[str, ...], list[str]]) -> Mapping[tuple[str, ...], set[str]]:
    """By what is meant first, the phrases that are heard in longer ones around them."""
    enough: dict[tuple[str, ...], set[str]] = {}
    for meaning, phrases in meant.items():
        enough.setdefault(_gist(meaning), set()).update(
            each for each in phrases if len(each) >= SHORTEST and not JOINTS & set(each)
        )
    return enough


def _gist(meaning: tuple[str, ...]) -> tuple[str, ...]:
    needs, *others = meaning
    return (needs.partition(" ")[0], *others)


def _is_needless(phrase: str, enough: set[str]) -> bool:
    """Whether a shorter phrase is heard in it that means the same first: what is loaded shall be small."""
    sizes = range(SHORTEST, len(phrase))
    parts = {phrase[start : start + size] for size in sizes for start in range(len(phrase) - size + 1)}
    return JOINTS.isdisjoint(phrase) and not parts.isdisjoint(enough)


def _cell(record: Record, name: str) -> str:
    return " ".join(map(fold, words_in(record, name))) or (text_in(record, name) if name == "about" else "")


def offers(catalogue: Catalogue) -> Iterator[list[str]]:
    """`[title, summary]` of each offer, those of one name once; the index's mark of it comes from its name."""
    seen: dict[str, list[str]] = {}
    for role in WORDS_OFFERS:
        for each in catalogue.with_role(role).values():
            title = record_title(catalogue, each)
            seen.setdefault(title, [title, record_summary(catalogue, each)])
    yield from seen.values()


def _sound_table(phrases: Iterable[str]) -> list[str]:
    """`["a2 ai13 …", "a锕 …"]`: how many everyday signs in a row are said so, then the other signs of each syllable.

    The everyday signs stand in the order of their sounds in the national character set, which every browser knows.
    """
    others: dict[str, list[str]] = {}
    for sign in sorted({sign for phrase in phrases for sign in phrase} - set(_everyday())):
        if sound := syllable(sign):
            others.setdefault(sound, []).append(sign)
    return [_everyday_sounds(), " ".join(sound + "".join(signs) for sound, signs in sorted(others.items()))]


@cache
def _everyday_sounds() -> str:
    """How many everyday signs in a row are said so; no site says otherwise."""
    runs = groupby(_everyday(), lambda sign: syllable(sign) or "?")
    return " ".join(f"{sound}{len(tuple(signs))}" for sound, signs in runs)


@cache
def _everyday() -> tuple[str, ...]:
    """The first level of GB/T 2312: rows 16 to 55."""
    codes = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return tuple(_signs(codes))


def _signs(codes: Iterable[bytes]) -> Iterator[str]:
    for code in codes:
        yield from code.decode(EVERYDAY, "ignore")
