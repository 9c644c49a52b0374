"""`python -m bench.learn_danger`: sentences to the points in `generator/national/` by which danger is heard.

`danger_points.csv` has those of signs, `danger_sounds.csv` those of syllables, for pinyin and what was misspelt.
Learnt from: the lists named in `LISTS` and those of the tests (each by writers of its own, all labelled by hand), the
shipped sayings and the phrases of danger that these points made needless (`danger_phrases.csv`) as they would be said,
what the demonstration calls its records, which is no danger, and `FRAMED` ways to speak of a danger as of something
to know or to work on (`danger_frames.csv`). `find_fourth.csv`, `find_fifth.csv` and
`find_sixth.csv` are never read here: they tell what it is worth. The same sentences give the same points: nothing is
drawn by chance but the choice within a saying and among frames, from a fixed seed.

It is a multinomial regression over the marks of a text (`danger_points.marks`, `sound_marks`) with a penalty on the
squares of all weights (FISTA: Beck and Teboulle 2009), then anew over those that matter most, then in steps of `STEP`.
"""

from __future__ import annotations

import csv
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import yaml

from bench.danger_points import QUIET, Groups, marks, plain, share, shipped_groups, shipped_rows, signs_in, sound_marks
from bench.danger_sounds import sounds_of
from bench.microdata import ROOT
from generator.base.house import NATIONAL, engine_root

LISTS = (
    "tuning",
    "third",
    "heldout",
    "danger",
    "voices",
    "seventh",
    "eighth",
    "written",
    "blind",
    "short",
    "ninth",
    "tenth",
    "eleventh",
)
BOUND = "danger"
NAMING = ("name", "title", "summary", "short_name")
WEIGHTS = {"bound": 3.0, "sentence": 1.0, "danger": 0.5, "saying": 0.6, "name": 1.0, "frame": 0.3}
"""What an example counts: what a test bounds more, a saying, which is but a part of a sentence, less."""
LEAST = 2
"""In so many examples a mark must stand."""
PENALTY = 3e-5
ROUNDS, SECOND_ROUNDS = 250, 80
FRAMED = 1500
"""So many of them."""
STEP = 0.3
LEVELS = (0, 1, 2, 3, 5, 8, 12, 20)
"""The points there are, each worth `STEP`."""
FINE = 100
"""Parts of a point in which the bases are told."""

Reals = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class Part(NamedTuple):
    """What is learnt by itself: into which table, from which marks, and how many of these a text has to be long.

    `kept`: so many weights. `caution`: so much more than nothing a danger must be, from a third of `find_blind.csv`
    that was held back, so that one in a hundred is alarmed.
    """

    name: str
    marks: Callable[[str], frozenset[int]]
    length: Callable[[str], int]
    kept: int
    caution: float


PARTS = (
    Part("danger_points", marks, signs_in, 20_500, 1.05),
    Part(
        "danger_sounds",
        lambda text: sound_marks(sounds_of(text).sounds),
        lambda text: len(sounds_of(text).sounds),
        4_000,
        0.3,
    ),
)


class Example(NamedTuple):
    """A plain text, the danger that it speaks of, and what it counts."""

    text: str
    kind: str
    weight: float


class Aim(NamedTuple):
    """Which kind each example has and what it counts; `shrink` is the penalty on the squares of the weights."""

    right: Reals
    counted: Reals
    shrink: float
    rounds: int


class Table(NamedTuple):
    """Which example has which feature, each counted by its share, by example and by feature; the last is the base."""

    columns: Counts
    starts: Counts
    shares: Reals
    rows: Counts
    row_shares: Reals
    used: Counts
    used_starts: Counts
    size: int


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
        yield from (Example(plain(each), kind, WEIGHTS["bound"]) for each in said)
    for name in LISTS:
        with (ROOT / "bench" / f"find_{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Example(plain(row["sentence"]), row["danger"], WEIGHTS["bound" if name == BOUND else "sentence"])


def _sayings(groups: Groups) -> Iterator[Example]:
    """Each as it would be said; what has several parts twice, for there are many ways."""
    chance = random.Random(1)
    with (ROOT / "bench/danger_phrases.csv").open(encoding="utf-8", newline="") as file:
        yield from (Example(plain(row["phrase"]), row["danger"], WEIGHTS["danger"]) for row in csv.DictReader(file))
    for row in sorted(shipped_rows("sayings/sayings.csv"), key=lambda row: row["phrase"]):
        for _ in range(2 if frozenset("_-.") & set(row["phrase"]) else 1):
            said = "".join(chance.choice(_choices(part, groups)) for part in row["phrase"].split("_"))
            yield Example(plain(said), row["danger"], WEIGHTS["danger" if row["danger"] else "saying"])


def _choices(part: str, groups: Groups) -> list[str]:
    return [word for each in part.split("-") if each for word in groups.get(each.removesuffix("."), (each,))]


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
    first = descend(table, Aim(right, counted, PENALTY, ROUNDS), np.zeros_like(everything), everything)
    kept = _telling(table, first, part.kept)
    return names, _in_steps(
        descend(table, Aim(right, counted, PENALTY, SECOND_ROUNDS), first * kept, kept), part.caution
    )


def tabulate(found: Sequence[Iterable[int]], shares: Sequence[float], places: Mapping[int, int]) -> Table:
    """Sparse, both ways round."""
    lines = [[len(places), *sorted(places[each] for each in one if each in places)] for one in found]
    lengths = np.array([len(line) for line in lines])
    columns = np.array(list(chain.from_iterable(lines)))
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    counted = np.repeat(np.array(shares, np.float32), lengths)
    counted[starts] = 1  # a base does not depend on the length
    order = np.argsort(columns, kind="stable")
    used, used_starts = np.unique(columns[order], return_index=True)
    rows = np.repeat(np.arange(len(lines)), lengths)[order]
    return Table(columns, starts, counted, rows, counted[order], used, used_starts, len(places) + 1)


def descend(table: Table, aim: Aim, start: Reals, free: Reals) -> Reals:
    """The weights by which the right kinds are likeliest; only those that are `free` move. Bases have no penalty."""
    slope = _steepest(table, aim.counted) + aim.shrink
    shrink = np.full((table.size, 1), aim.shrink, np.float32)
    shrink[-1] = 0
    weights, ahead, pace = start, start, 1.0
    for _ in range(aim.rounds):
        wrong = (_likely(times(table, ahead)) - aim.right) * aim.counted[:, None]
        moved = (ahead - (times_turned(table, wrong) + shrink * ahead) / slope) * free
        if float(((ahead - moved) * (moved - weights)).sum()) > 0:  # it went too far: without a run-up
            ahead, pace = moved, 1.0
        else:
            faster = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
            ahead, pace = moved + np.float32((pace - 1) / faster) * (moved - weights), faster
        weights = moved
    return weights


def times(table: Table, weights: Reals) -> Reals:
    """By example, the sum of its features' weights."""
    return np.add.reduceat(weights[table.columns] * table.shares[:, None], table.starts, axis=0)


def times_turned(table: Table, values: Reals) -> Reals:
    """By feature, the sum of its examples' values."""
    sums = np.zeros((table.size, values.shape[1]), np.float32)
    parts = values[table.rows] * table.row_shares[:, None]
    sums[table.used] = np.add.reduceat(parts, table.used_starts, axis=0)
    return sums


def _steepest(table: Table, counted: Reals) -> float:
    """A bound on how fast the slope changes: half of the largest eigenvalue, and a tenth for safety."""
    direction = np.full((table.size, 1), table.size**-0.5, np.float32)
    length = 1.0
    for _ in range(10):
        turned = times_turned(table, counted[:, None] * times(table, direction))
        length = float(np.linalg.norm(turned))
        direction = turned / np.float32(length)
    return 0.55 * length


def _likely(sums: Reals) -> Reals:
    grown = np.exp(sums - sums.max(axis=1, keepdims=True))
    return np.asarray(grown / grown.sum(axis=1, keepdims=True), np.float32)


def _telling(table: Table, weights: Reals, kept: int) -> Reals:
    """1 for the bases and so many weights that move most examples most."""
    mass = np.zeros(table.size)
    np.add.at(mass, table.columns, table.shares**2)
    telling = np.abs(weights) * np.sqrt(mass)[:, None]
    least = np.sort(telling[:-1].ravel())[-kept]
    telling[-1] = np.inf
    return np.asarray((telling >= least) & (telling > 0), np.float32)


def _in_steps(weights: Reals, caution: float) -> Reals:
    """Each at the nearest level; the bases in fine parts, so much lower for dangers as is asked."""
    levels = np.array(LEVELS, np.float32)
    nearest = levels[np.abs(np.abs(weights)[..., None] / STEP - levels).argmin(axis=-1)]
    stepped = np.sign(weights) * nearest
    stepped[-1] = np.round(weights[-1] / STEP * FINE) / FINE
    stepped[-1, 0] += round(caution / STEP * FINE) / FINE
    return np.asarray(stepped, np.float32)


def write(name: str, found: Sequence[int], weights: Reals, kinds: Sequence[str]) -> None:
    """One row a mark with its points by kind, the bases first."""
    with (engine_root() / NATIONAL / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("mark", *(kind or "none" for kind in kinds)))
        writer.writerow(("", *(f"{each:.2f}" for each in weights[-1].tolist())))
        for mark, points in zip(found, weights[:-1].tolist(), strict=True):
            if any(points):
                writer.writerow((mark, *(int(each) or "" for each in points)))


if __name__ == "__main__":
    main()
