"""A text to the points that its signs have for each kind of danger: what `theme/assets/danger/points.js` does, again.

Its marks (`generator/base/marks.py`) have points for some kinds, or for none of them being meant. Syllables have points
of their own in the same way (`danger_sounds.py`): by them pinyin is heard, and what was misspelt by its sound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bench.shipped_words import shipped_rows
from generator.base.marks import marks, share, signs_in
from generator.base.pairs import fold
from generator.features.danger.points import PHRASE_POINTS, SECOND_WITHIN

QUIET = ""
"""The kind of what is no danger; `none` where it is told by name."""


class Points(NamedTuple):
    """`base` by kind; `of` what is found in a text, by its mark, the points by kind."""

    base: Mapping[str, float]
    of: Mapping[int, Mapping[str, int]]


def plain(text: str) -> str:
    """Of two ways to say the same the shorter one, folded."""
    return re.sub("没有(?=[一-鿿])", "没", fold(text)).replace("睡觉", "睡")


def kinds_of(text: str, points: Points, said: Iterable[str] = ()) -> tuple[str, ...]:
    """The kind of danger with the most points, of which phrases were `said`, and one near it (`SECOND_WITHIN`).

    None where `QUIET` has as many.
    """
    written = plain(text)
    return most(marks(written), share(signs_in(written)), points, said)


def most(
    found: Iterable[int], part: float, points: Points, said: Iterable[str] = (), doubt: float = 0
) -> tuple[str, ...]:
    """The same of marks, each of which counts a part; so much more than `QUIET` must a danger be as there is doubt."""
    sums = {
        kind: base + part * sum(points.of.get(each, {}).get(kind, 0) for each in found)
        for kind, base in points.base.items()
    }
    for kind in frozenset(said):
        sums[kind] += PHRASE_POINTS
    best, second, *_ = sorted((kind for kind in sums if kind != QUIET), key=lambda kind: -sums[kind])
    if sums[best] <= sums[QUIET] + doubt:
        return ()
    return (best, second) if sums[second] > sums[best] - SECOND_WITHIN else (best,)


def shipped_points(name: str = "danger_points") -> Points:
    """The points as they are shipped, of signs or (`danger_sounds`) of syllables."""
    base, *rows = shipped_rows(f"{name}.csv")
    of = {int(row["mark"]): {kind: int(each) for kind, each in _told(row)} for row in rows}
    return Points({kind: float(each) for kind, each in _told(base)}, of)


def _told(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from ((QUIET if kind == "none" else kind, each) for kind, each in row.items() if kind != "mark" and each)
