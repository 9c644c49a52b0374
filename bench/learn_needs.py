"""`python -m bench.learn_needs`: sentences to the points in `generator/national/` by which a kind of need is heard.

Learnt from: the lists named in `LISTS` (each by writers of its own, all labelled by hand), the shipped sayings as they
would be said, and the words by which offers of each kind are known. `find_fourth.csv`, `find_fifth.csv` and
`find_sixth.csv` are never read here: they tell what it is worth. The same sentences give the same points.

It is a regression (`regression.py`) over the marks of a text, in which nothing speaks against a kind: that takes half
of the bytes and finds no less.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from bench.danger_sounds import sounds_of
from bench.microdata import ROOT
from bench.regression import Aim, Reals, descend, settle, tabulate, telling, write
from bench.shipped_words import said_as, shipped_groups, shipped_rows
from generator.base.marks import marks, share, signs_in, sound_marks
from generator.base.pairs import fold
from generator.features.words.need_points import NEED_STEP

LISTS = ("tuning", "third", "heldout", "short", "ninth", "tenth", "eleventh")
SENTENCE, SAYING = 1.0, 0.6
"""What an example counts: a saying, which is but a part of a sentence, less."""
LATER = 0.6
"""What a further need of an example counts beside the one before."""
LEAST = 2
"""In so many examples a mark must stand."""
PENALTY = 1e-6
ROUNDS, SECOND_ROUNDS = 250, 120


class Part(NamedTuple):
    """What is learnt by itself: into which table, from which marks, how many of these a text has, and what is kept.

    There is room for so many weights beside the points of danger.
    """

    name: str
    marks: Callable[[str], frozenset[int]]
    length: Callable[[str], int]
    kept: int


PARTS = (
    Part("need_points", marks, signs_in, 14_000),
    Part(
        "need_sounds",
        lambda text: sound_marks(sounds_of(text).sounds),
        lambda text: len(sounds_of(text).sounds),
        3_200,
    ),
)


class Example(NamedTuple):
    """A folded text, the needs that it speaks of, and what it counts."""

    text: str
    needs: tuple[str, ...]
    weight: float


def main() -> None:
    """Write the points."""
    kinds = tuple(row["id"] for row in shipped_rows("need_kinds/need_kinds.csv"))
    said = tuple(chain(_sentences(), _sayings(), _terms()))
    for part in PARTS:
        write(part.name, *learn(said, kinds, part), kinds)


def learn(said: Sequence[Example], kinds: Sequence[str], part: Part) -> tuple[list[int], Reals]:
    """The marks in order and the points of each by kind; the last row are the bases."""
    found = [part.marks(each.text) for each in said]
    counts = Counter(chain.from_iterable(found))
    names = sorted(each for each, count in counts.items() if count >= LEAST)
    shares = [share(part.length(each.text)) for each in said]
    table = tabulate(found, shares, {name: at for at, name in enumerate(names)})
    counted = np.array([each.weight for each in said], np.float32)
    aim = Aim(_right(said, kinds), counted / counted.sum(), PENALTY, 0, ROUNDS)
    everything = np.ones((table.size, len(kinds)), np.float32)
    first = descend(table, aim, np.zeros_like(everything), everything)
    kept = telling(table, first, part.kept)
    again = aim._replace(rounds=SECOND_ROUNDS)
    return names, settle(table, again, descend(table, again, first * kept, kept), kept, NEED_STEP)


def _right(said: Sequence[Example], kinds: Sequence[str]) -> Reals:
    """Of each example the part of each kind."""
    right = np.zeros((len(said), len(kinds)), np.float32)
    for row, each in zip(right, said, strict=True):
        for rank, need in enumerate(each.needs):
            row[kinds.index(need)] = LATER**rank
    return np.asarray(right / right.sum(axis=1, keepdims=True), np.float32)


def _sentences() -> Iterator[Example]:
    for name in LISTS:
        with (ROOT / "bench" / f"find_{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = (row for row in csv.DictReader(file) if row["needs"] and not row["danger"])
            yield from (Example(fold(row["sentence"]), _needs(row["needs"]), SENTENCE) for row in rows)


def _sayings() -> Iterator[Example]:
    groups, chance = shipped_groups(), random.Random(1)
    for row in sorted(shipped_rows("sayings/sayings.csv"), key=lambda row: row["phrase"]):
        if row["needs"] and not row["danger"]:
            said = said_as(row["phrase"], groups, chance)
            yield from (Example(fold(each), _needs(row["needs"]), SAYING) for each in said)


def _terms() -> Iterator[Example]:
    for row in shipped_rows("need_kinds/need_kinds.csv"):
        yield from (Example(fold(term), (row["id"],), SAYING) for term in row["terms"].split(";") if term)


def _needs(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";"))


if __name__ == "__main__":
    main()
