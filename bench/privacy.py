"""Labelled invented sentences become precision and recall of the privacy check, kind by kind.

`python -m bench privacy` prints both halves: the detectors were tuned on one and never on the other.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.figures import Figure
from generator.check.personal.detection import find_exposures, is_hotline
from generator.check.personal.exposures import ExposureKind

FILE = Path(__file__).with_name("privacy_sentences.csv")
HOTLINES = ("02255500102", "02255500106", "02255500108")
"""Numbers that organisations of the demonstration publish as their own."""


class Sentence(NamedTuple):
    """One invented sentence and what it gives away."""

    half: str
    kinds: frozenset[str]
    text: str


class Score(NamedTuple):
    """How many findings are right, how many are not, and how many are missing."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the findings that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of what there is that was found."""
        return self.right / max(1, self.right + self.missed)


def read_sentences() -> tuple[Sentence, ...]:
    """All labelled sentences."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return tuple(
            Sentence(row["half"], frozenset(filter(None, row["kinds"].split(";"))), row["sentence"]) for row in rows
        )


def found_kinds(text: str) -> frozenset[str]:
    """The kinds of what a text exposes, known hotlines aside."""
    return frozenset(each.kind.value for each in find_exposures(text) if not is_hotline(each, HOTLINES))


def score(sentences: Iterable[Sentence], kinds: frozenset[str] = frozenset(ExposureKind)) -> Score:
    """Findings against labels; a kind counts once a sentence."""
    right = wrong = missed = 0
    for each in sentences:
        found, wanted = found_kinds(each.text) & kinds, each.kinds & kinds
        right += len(found & wanted)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    return Score(right, wrong, missed)


def measure_privacy(_scale: float) -> Iterator[Figure]:
    """Precision and recall of each half, then of each kind over both; there is nothing to scale."""
    sentences = read_sentences()
    for half in ("tuning", "held-out"):
        chosen = [each for each in sentences if each.half == half]
        yield from _figures(f"{half}, {len(chosen)} sentences", score(chosen))
    for kind in ExposureKind:
        result = score(sentences, frozenset({kind.value}))
        yield from _figures(f"{kind.value}, {result.right + result.missed} times", result)


def _figures(name: str, result: Score) -> Iterator[Figure]:
    yield Figure(f"{name}: precision", result.precision, "")
    yield Figure(f"{name}: recall", result.recall, "")
