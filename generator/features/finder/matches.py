"""Entries and answers to matches: which help fits, may fit or lacks one thing, nearest first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.features.finder.answers import Answers, Entry, Names
from generator.features.finder.criteria import Outcome, Said, apply
from generator.features.finder.specification import SPECIFICATION

FARTHEST = 9


class Verdict(StrEnum):
    """How well an entry answers; in this order they are shown."""

    FITS = "fits"
    MAYBE = "maybe"
    """Nothing speaks against it, but something was not said."""
    NEAR = "near"
    """One thing is missing that can be had, or that the person may have forgotten to say."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class Match:
    """`met`, `open` and `lacking` are the words for what is fulfilled, to be asked and missing, in criteria order.

    `easier`: a recognised status spares the person from proving their hardship again.
    """

    entry: Entry
    verdict: Verdict
    distance: int
    met: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    easier: bool = False


ORDER = tuple(Verdict)


def find_matches(entries: Iterable[Entry], answers: Answers, names: Names) -> tuple[Match, ...]:
    """All entries that are worth showing: the best first, then the nearest, then by key."""
    found = (match for entry in entries if (match := match_entry(entry, answers, names)).verdict is not Verdict.NO)
    return tuple(sorted(found, key=lambda match: (ORDER.index(match.verdict), match.distance, match.entry.key)))


def match_entry(entry: Entry, answers: Answers, names: Names) -> Match:
    """One entry's verdict; once a criterion hides it, nothing more is asked."""
    said: list[Said] = []
    for rule in SPECIFICATION["criteria"]:
        said.append(apply(rule, entry, answers, names))
        if said[-1].outcome is Outcome.GONE:
            return Match(entry, Verdict.NO, FARTHEST)
    lacking = tuple(_words(said, Outcome.NO))
    if len(lacking) > SPECIFICATION["most_lacking"]:
        return Match(entry, Verdict.NO, FARTHEST)
    return Match(
        entry=entry,
        verdict=_verdict(said),
        distance=min((each.distance for each in said if each.distance is not None), default=FARTHEST),
        met=tuple(_words(said, Outcome.YES)),
        open=tuple(_words(said, Outcome.UNKNOWN)),
        lacking=lacking,
        easier=entry.simplified and not names.simplified.isdisjoint(answers.groups or ()),
    )


def _verdict(said: list[Said]) -> Verdict:
    outcomes = {each.outcome for each in said}
    if Outcome.NO in outcomes:
        return Verdict.NEAR
    return Verdict.MAYBE if Outcome.UNKNOWN in outcomes else Verdict.FITS


def _words(said: list[Said], outcome: Outcome) -> Iterator[str]:
    return (each.text for each in said if each.outcome is outcome and each.text)
