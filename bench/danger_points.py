"""A text to the points that its signs have for each kind of danger: what `theme/assets/danger/points.js` does, again.

A text has its Han signs and pairs of neighbouring ones, and those with which it begins and ends once more. Each is
known by one of `MARKS` numbers, which some of them share, and has points for some kinds, or for none of them being
meant. A long text has more of them, so each counts less there. Syllables have points of their own in the same way
(`danger_sounds.py`): by them pinyin is heard, and what was misspelt by its sound.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.base.house import NATIONAL, engine_root
from generator.base.pairs import fold, han_runs

MARKS = 2**16
FNV_OFFSET, FNV_PRIME = 2166136261, 16777619
USUAL, SHORTEST, LONGEST = 12, 4, 60
"""Signs of a text in which everything counts as it is written; no text counts as shorter or longer than these."""
SAID = 6
"""Points for a kind of which a phrase of the sayings was heard."""
QUIET = ""
"""The kind of what is no danger."""

Groups = Mapping[str, tuple[str, ...]]


class Points(NamedTuple):
    """`base` by kind; `of` what is found in a text, by its mark, the points by kind."""

    base: Mapping[str, float]
    of: Mapping[int, Mapping[str, int]]


def plain(text: str) -> str:
    """Of two ways to say the same the shorter one, folded."""
    return re.sub("没有(?=[一-鿿])", "没", fold(text)).replace("睡觉", "睡")


def marks(text: str) -> frozenset[int]:
    """What a plain text has, by its signs."""
    return frozenset(map(mark_of, _signs(text)))


def sound_marks(sounds: Sequence[str]) -> frozenset[int]:
    """The same by its syllables."""
    return frozenset(map(mark_of, _syllables(sounds)))


def mark_of(signs: str) -> int:
    """FNV-1a of what was written so."""
    mark = FNV_OFFSET
    for sign in signs:
        mark = (mark ^ ord(sign)) * FNV_PRIME % 2**32
    return mark % MARKS


def _signs(text: str) -> Iterator[str]:
    runs = han_runs(text)
    for run in runs:
        yield from run
        yield from (one + other for one, other in pairwise(run))
    if runs:
        yield from (f"^{runs[0][:1]}", f"^{runs[0][:2]}", f"{runs[-1][-1:]}$", f"{runs[-1][-2:]}$")


def _syllables(sounds: Sequence[str]) -> Iterator[str]:
    yield from sounds
    yield from (f"{one} {other}" for one, other in pairwise(sounds))
    if sounds:
        yield from (f"^{sounds[0]}", f"^{' '.join(sounds[:2])}", f"{sounds[-1]}$", f"{' '.join(sounds[-2:])}$")


def signs_in(text: str) -> int:
    """How many Han signs a text has."""
    return sum(map(len, han_runs(text)))


def share(signs: int) -> float:
    """What each mark counts in a text of so many signs or syllables."""
    return float((USUAL / min(max(signs, SHORTEST), LONGEST)) ** 0.5)


def kind_of(text: str, points: Points, said: Iterable[str] = ()) -> str:
    """The kind of danger with the most points, of which phrases were `said`; `QUIET` where that has as many."""
    written = plain(text)
    return most(marks(written), share(signs_in(written)), points, said)


def most(found: Iterable[int], part: float, points: Points, said: Iterable[str] = (), doubt: float = 0) -> str:
    """The same of marks, each of which counts a part; so much more than `QUIET` must a danger be as there is doubt."""
    sums = {
        kind: base + part * sum(points.of.get(each, {}).get(kind, 0) for each in found)
        for kind, base in points.base.items()
    }
    for kind in frozenset(said):
        sums[kind] += SAID
    best = max((kind for kind in sums if kind != QUIET), key=lambda kind: sums[kind])
    return best if sums[best] > sums[QUIET] + doubt else QUIET


def shipped_groups() -> Groups:
    """The groups of words as they are shipped."""
    rows = shipped_rows("word_groups/word_groups.csv")
    return {row["name"]: tuple(map(fold, row["words"].split(";"))) for row in rows}


def shipped_points(name: str = "danger_points") -> Points:
    """The points as they are shipped, of signs or (`danger_sounds`) of syllables."""
    base, *rows = shipped_rows(f"{name}.csv")
    of = {int(row["mark"]): {kind: int(each) for kind, each in _told(row)} for row in rows}
    return Points({kind: float(each) for kind, each in _told(base)}, of)


def _told(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((QUIET if kind == "none" else kind, each) for kind, each in row.items() if kind != "mark" and each)


def shipped_rows(name: str) -> list[dict[str, str]]:
    """A table of the national data."""
    with (engine_root() / NATIONAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
