"""A text to the points that its signs have for each kind of danger: what `theme/assets/danger/points.js` does, again.

A text has its Han signs and pairs of neighbouring ones, the groups of words (`word_groups`) of which it holds one, and
each two such groups together. Each has points for some kinds, or for none of them being meant. A long text has more of
them, so each counts less there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from generator.base.house import NATIONAL, engine_root
from generator.base.pairs import fold, han_runs

USUAL, SHORTEST, LONGEST = 12, 4, 60
"""Signs of a text in which everything counts as it is written; no text counts as shorter or longer than these."""
SAID = 14
"""Points for a kind of which a phrase of the sayings was heard."""
QUIET = ""
"""The kind of what is no danger."""

Groups = Mapping[str, tuple[str, ...]]


class Points(NamedTuple):
    """`base` by kind; `of` what is found in a text, its points by kind."""

    base: Mapping[str, float]
    of: Mapping[str, Mapping[str, int]]


def plain(text: str) -> str:
    """Of two ways to say the same the shorter one, folded."""
    return re.sub("没有(?=[一-鿿])", "没", fold(text)).replace("睡觉", "睡")


def features(text: str, groups: Groups) -> frozenset[str]:
    """What a plain text has."""
    return frozenset(_signs(text)) | frozenset(_grouped(text, groups))


def _signs(text: str) -> Iterator[str]:
    for run in han_runs(text):
        yield from run
        yield from (one + other for one, other in pairwise(run))


def _grouped(text: str, groups: Groups) -> Iterator[str]:
    heard = sorted(f"{name}." for name, words in groups.items() if any(word in text for word in words))
    yield from heard
    yield from ("_".join(two) for two in combinations(heard, 2))


def share(text: str) -> float:
    """What each of them counts in this text."""
    signs = sum(map(len, han_runs(text)))
    return float((USUAL / min(max(signs, SHORTEST), LONGEST)) ** 0.5)


def kind_of(text: str, points: Points, groups: Groups, said: Iterable[str] = ()) -> str:
    """The kind of danger with the most points, of which phrases were `said`; `QUIET` where that has as many."""
    found = features(plain(text), groups)
    part = share(plain(text))
    sums = {
        kind: base + part * sum(points.of.get(each, {}).get(kind, 0) for each in found)
        for kind, base in points.base.items()
    }
    for kind in frozenset(said):
        sums[kind] += SAID
    best = max((kind for kind in sums if kind != QUIET), key=lambda kind: sums[kind])
    return best if sums[best] > sums[QUIET] else QUIET


def shipped_groups() -> Groups:
    """The groups of words as they are shipped."""
    return {row["name"]: tuple(map(fold, row["words"].split(";"))) for row in _rows("word_groups/word_groups.csv")}


def shipped_points() -> Points:
    """The points as they are shipped."""
    base: dict[str, float] = {}
    of: dict[str, dict[str, int]] = {}
    for row in _rows("danger_points.csv"):
        if not row["words"]:
            base[row["kind"]] = float(row["points"])
        for word in filter(None, row["words"].split(";")):
            of.setdefault(word, {})[row["kind"]] = int(row["points"])
    return Points(base, of)


def _rows(name: str) -> list[dict[str, str]]:
    with (engine_root() / NATIONAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
