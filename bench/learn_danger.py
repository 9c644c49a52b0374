"""`python -m bench.learn_danger`: sentences to the points in `generator/national/` by which danger is heard.

`danger_points.csv` has those of signs, `danger_sounds.csv` those of syllables, for pinyin and what was misspelt.
Learnt from: the lists named in `LEARNT_FROM` and those of the tests (each by writers of its own, all labelled by hand),
the shipped sayings and the phrases of danger that these points made needless (`danger_phrases.csv`) as they would be
said, what the demonstration calls its records, which is no danger, and `FRAMED` ways to speak of a danger as of
something to know or to work on (`danger_frames.csv`). The lists of `KEPT_ASIDE` are never read here: they tell what it
is worth. The same sentences give the same points: nothing is drawn by chance but the choice within a saying and among
frames, from a fixed seed.

It is a regression (`regression.py`) over the marks of a text and those of its syllables, in steps of `STEP`.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import yaml

from bench.danger_points import QUIET, plain
from bench.danger_sounds import sounds_of
from bench.find_lists import LEARNT_FROM
from bench.microdata import ROOT
from bench.regression import FINE, Aim, Reals, descend, settle, tabulate, telling, times, write
from bench.shipped_words import Groups, said_as, shipped_groups, shipped_rows
from generator.base.marks import marks, share, signs_in, sound_marks

BOUND = "danger"
NAMING = ("name", "title", "summary", "short_name")
WEIGHTS = {"sentence": 1.0, "danger": 0.5, "saying": 0.6, "name": 1.0, "frame": 0.3}
"""What an example counts: a saying, which is but a part of a sentence, less."""
SURE, MISSED = 2.0, 15.0
"""What a test bounds counts so many times where it is heard by less than so much; all of it would outweigh the rest."""
LEAST = 2
"""In so many examples a mark must stand."""
PENALTY = 3e-5
ROUNDS, SECOND_ROUNDS = 250, 150
FRAMED = 1500
"""So many of them."""
STEP = 0.43
"""Finer steps take bytes from weights of rarer marks, which hear more."""


class Part(NamedTuple):
    """What is learnt by itself: into which table, from which marks, and how many of these a text has to be long.

    `kept`: so many weights. `caution`: so much more than nothing a danger must be, so that of the lists that nothing is
    learnt from one quiet sentence in a hundred alarms.
    """

    name: str
    marks: Callable[[str], frozenset[int]]
    length: Callable[[str], int]
    kept: int
    caution: float


PARTS = (
    Part("danger_points", marks, signs_in, 39_000, 1.25),
    Part(
        "danger_sounds",
        lambda text: sound_marks(sounds_of(text).sounds),
        lambda text: len(sounds_of(text).sounds),
        5_200,
        0.3,
    ),
)


class Example(NamedTuple):
    """A plain text, the danger that it speaks of, what it counts, and whether a test bounds how it is heard."""

    text: str
    kind: str
    weight: float
    is_bound: bool = False


def main() -> None:
    """Write the points."""
    said = examples(shipped_groups())
    kinds = (QUIET, *(row["id"] for row in shipped_rows("dangers/dangers.csv")))
    for part in PARTS:
        found, weights = learn(said, kinds, part)
        write(part.name, found, weights, kinds)


def examples(groups: Groups) -> list[Example]:
    """All that is learnt from."""
    return list(chain(_sentences(), _sayings(groups), _names(), _framed()))


def _sentences() -> Iterator[Example]:
    labelled = yaml.safe_load((ROOT / "tests/national/dangers.yaml").read_text("utf-8"))
    quiet = (ROOT / "tests/national/quiet.txt").read_text("utf-8").split("\n")
    for kind, said in {**labelled, QUIET: filter(None, quiet)}.items():
        yield from (Example(plain(each), kind, WEIGHTS["sentence"], True) for each in said)
    for name in LEARNT_FROM:
        with (ROOT / "bench" / f"find_{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Example(plain(row["sentence"]), row["danger"], WEIGHTS["sentence"], name == BOUND)


def _sayings(groups: Groups) -> Iterator[Example]:
    """Each as it would be said; what has several parts twice, for there are many ways."""
    chance = random.Random(1)
    with (ROOT / "bench/danger_phrases.csv").open(encoding="utf-8", newline="") as file:
        yield from (Example(plain(row["phrase"]), row["danger"], WEIGHTS["danger"]) for row in csv.DictReader(file))
    for row in sorted(shipped_rows("sayings/sayings.csv"), key=lambda row: row["phrase"]):
        for said in said_as(row["phrase"], groups, chance):
            yield Example(plain(said), row["danger"], WEIGHTS["danger" if row["danger"] else "saying"])


def _names() -> Iterator[Example]:
    """What records of the demonstration are called, and what is looked for exactly."""
    found = set(chain(_named_in_tables(), _named_in_files(), _looked_for()))
    yield from (Example(plain(each), QUIET, WEIGHTS["name"]) for each in sorted(found) if not each.isascii())


def _framed() -> Iterator[Example]:
    """消防讲座怎么报名: every danger is also what somebody teaches, counts, punishes or works on."""
    with (ROOT / "bench/danger_frames.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    topics, frames = ([row["words"] for row in rows if row["part"] == part] for part in ("topic", "frame"))
    said = [frame.format(topic) for topic in topics for frame in frames]
    yield from (Example(plain(each), QUIET, WEIGHTS["frame"]) for each in random.Random(5).sample(said, FRAMED))


def _named_in_tables() -> Iterator[str]:
    for path in sorted((ROOT / "data").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row[name] for row in csv.DictReader(file) for name in NAMING if row.get(name))


def _named_in_files() -> Iterator[str]:
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        record = yaml.safe_load(path.read_text("utf-8")) if path.name != "dataset.yaml" else None
        if isinstance(record, dict):
            yield from (record[name] for name in NAMING if isinstance(record.get(name), str))


def _looked_for() -> Iterator[str]:
    queries = yaml.safe_load((ROOT / "tests/browser/queries.yaml").read_text("utf-8"))
    yield from (each for group in queries.values() for each in group if isinstance(each, str))


def learn(said: Sequence[Example], kinds: Sequence[str], part: Part) -> tuple[list[int], Reals]:
    """The marks in order and the weight of each by kind, in steps; the last row are the bases."""
    found = [part.marks(each.text) for each in said]
    counts = Counter(chain.from_iterable(found))
    names = sorted(each for each, count in counts.items() if count >= LEAST)
    shares = [share(part.length(each.text)) for each in said]
    table = tabulate(found, shares, {name: at for at, name in enumerate(names)})
    right = np.zeros((len(said), len(kinds)), np.float32)
    right[np.arange(len(said)), [kinds.index(each.kind) for each in said]] = 1
    counted = np.array([each.weight for each in said], np.float32)
    counted /= counted.sum()
    everything = np.ones((table.size, len(kinds)), np.float32)
    aim = Aim(right, counted, PENALTY, -np.inf, ROUNDS)
    first = descend(table, aim, np.zeros_like(everything), everything)
    aim = Aim(right, _weighed(said, counted, times(table, first), right), PENALTY, -np.inf, SECOND_ROUNDS)
    second = descend(table, aim, first, everything)
    kept = telling(table, second, part.kept)
    weights = settle(table, aim, descend(table, aim, second * kept, kept), kept, STEP)
    weights[-1, 0] += round(part.caution / STEP * FINE) / FINE
    return names, weights


def _weighed(said: Sequence[Example], counted: Reals, sums: Reals, right: Reals) -> Reals:
    """What each example counts when it is known which of those that tests bound are hardly heard."""
    others = np.where(right > 0, -np.inf, sums).max(axis=1)
    is_unsure = (sums * right).sum(axis=1) - others < SURE
    is_bound = np.array([each.is_bound for each in said])
    weighed = np.where(is_bound & is_unsure, counted * MISSED, counted)
    return np.asarray(weighed / weighed.sum(), np.float32)


if __name__ == "__main__":
    main()
