"""Sentences to what sayings hear in them: a plain reference that every other implementation can be held against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.base.pairs import fold

NEAR = 16
"""Characters within which all parts of a saying must stand."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A row of the sayings as it stands in the file."""

    phrase: str
    needs: tuple[str, ...]
    danger: str
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """`needs` begin with the likeliest, `dangers` with the most urgent."""

    needs: tuple[str, ...]
    dangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Where in a sentence a saying stands."""

    saying: Saying
    start: int
    end: int


def opened(phrase: str, groups: Mapping[str, Iterable[str]]) -> str:
    """A phrase with the words of each group that it names in place of the name."""
    return re.sub(r"([^_-]+)\.", lambda found: "-".join(groups[found[1]]), phrase)


def understand(sentence: str, sayings: Iterable[Saying], urgency: Mapping[str, int]) -> Heard:
    """All matches add up; the first need of a saying counts most, and a longer saying hides those within it.

    Dangers are listened for by themselves, as a browser does before it has anything else.
    """
    text = fold(sentence)
    matches = _matches(text, sayings)
    dangers = {match.saying.danger for match in matches} - {""}
    weights: dict[str, float] = defaultdict(float)
    for match in _longest([match for match in matches if not match.saying.danger]):
        for rank, need in enumerate(match.saying.needs, start=1):
            weights[need] += len(match.saying.phrase) ** 0.5 / rank
    needs = sorted(weights, key=lambda need: (-weights[need], need))
    return Heard(tuple(needs), tuple(sorted(dangers, key=urgency.__getitem__)))


def _matches(text: str, sayings: Iterable[Saying]) -> list[Match]:
    return [match for saying in sayings for match in _match(text, saying)]


def _match(text: str, saying: Saying) -> list[Match]:
    """All parts of a saying must stand somewhere, of each one of its choices; one part may stand in several places.

    What cancels a saying of several parts does so from anywhere in the sentence.
    """
    parts = [part.split("-") for part in saying.phrase.split("_")]
    places = [sorted(at for each in part for at in _uncancelled(text, each, saying.unless)) for part in parts]
    if not all(places) or (len(parts) > 1 and any(each in text for each in saying.unless)):
        return []
    chosen = places[0] if len(parts) == 1 else [min(places)[0]]
    if len(parts) > 1 and max(found[0] for found in places) - min(places)[0] > NEAR:
        return []
    length = len(parts[0][0]) if len(parts) == 1 else max(found[0] for found in places) + 1 - chosen[0]
    return [Match(saying, start, start + length) for start in chosen]


def _uncancelled(text: str, part: str, unless: Iterable[str]) -> list[int]:
    ends = ((at, at + len(part)) for at in _places(text, part))
    return [at for at, end in ends if not any(_covered(text, at, end, each) for each in unless)]


def _places(text: str, phrase: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(phrase, at)]


def _covered(text: str, start: int, end: int, unless: str) -> bool:
    return any(at <= start and end <= at + len(unless) for at in _places(text, unless))


def _longest(matches: list[Match]) -> list[Match]:
    return [each for each in matches if not any(_hides(other, each) for other in matches)]


def _hides(other: Match, match: Match) -> bool:
    """Whether `match` stands within a longer one."""
    longer = other.end - other.start > match.end - match.start
    return longer and other.start <= match.start and match.end <= other.end
