"""Entries and answers to matches: what fits, may fit or lacks one thing, what was asked for first, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.features.editions.entry_state import staleness
from generator.features.finder.answers import Answers, Names, OfferEntry
from generator.features.finder.criteria import Asked, CriterionOutcome, Said, apply
from generator.model.matching import Need, Reach, Specification

FARTHEST = 9


class MatchVerdict(StrEnum):
    """How well an entry answers."""

    FITS = "fits"
    MAYBE = "maybe"
    """Nothing speaks against it, but something was not said."""
    NEAR = "near"
    """One thing is missing that can be had, or that the person may have forgotten to say."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class Match:
    """`met`, `open` and `lacking` are the words for what is fulfilled, to be asked and missing, in criteria order.

    `need`: 0 where it is just what was asked for, 1 where it is of the same category. `stale`: 0 while the check of
    its number is fresh, then the months since. `easier`: a recognised status spares proving the hardship again.
    """

    entry: OfferEntry
    verdict: MatchVerdict
    distance: int
    need: int = 0
    stale: int = 0
    met: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    easier: bool = False


ORDER = tuple(MatchVerdict)


def find_matches(
    entries: Iterable[OfferEntry], answers: Answers, names: Names, rules: Specification
) -> tuple[Match, ...]:
    """All entries that are worth showing: what lacks something last, before it what was asked for, then how surely
    it fits, how near it is, how freshly its number was checked, and by key."""
    found = (match_entry(entry, answers, names, rules) for entry in entries)
    return tuple(sorted((match for match in found if match.verdict is not MatchVerdict.NO), key=_rank))


def _rank(match: Match) -> tuple[bool, int, int, int, int, str]:
    lacks = match.verdict is MatchVerdict.NEAR
    return lacks, match.need, ORDER.index(match.verdict), match.distance, match.stale, match.entry.key


def match_entry(entry: OfferEntry, answers: Answers, names: Names, rules: Specification) -> Match:
    """One entry's verdict; once a criterion hides it, nothing more is asked."""
    asked = Asked(entry, answers, names, rules)
    said: list[Said] = []
    ranks: dict[type, int] = {}
    for rule in rules.criteria:
        said.append(apply(rule, asked))
        if said[-1].outcome is CriterionOutcome.GONE:
            return Match(entry, MatchVerdict.NO, FARTHEST)
        if (rank := said[-1].rank) is not None:
            ranks[type(rule)] = rank
    lacking = tuple(_words(said, CriterionOutcome.NO))
    if len(lacking) > rules.most_lacking:
        return Match(entry, MatchVerdict.NO, FARTHEST)
    return Match(
        entry=entry,
        verdict=_verdict(said),
        distance=ranks.get(Reach, FARTHEST),
        need=ranks.get(Need, 0),
        stale=staleness(entry.checked_on, answers.today, rules.fresh_months),
        met=tuple(_words(said, CriterionOutcome.YES)),
        open=tuple(_words(said, CriterionOutcome.UNKNOWN)),
        lacking=lacking,
        easier=entry.simplified and not names.simplified.isdisjoint(answers.groups or ()),
    )


def _verdict(said: list[Said]) -> MatchVerdict:
    outcomes = {each.outcome for each in said}
    if CriterionOutcome.NO in outcomes:
        return MatchVerdict.NEAR
    return MatchVerdict.MAYBE if CriterionOutcome.UNKNOWN in outcomes else MatchVerdict.FITS


def _words(said: list[Said], outcome: CriterionOutcome) -> Iterator[str]:
    return (each.text for each in said if each.outcome is outcome and each.text)
