"""Entries and answers to what is still worth asking: the groups and kinds of household that some entry turns on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from generator.features.finder.answers import Answers, Names, OfferEntry
from generator.features.finder.criteria import fits_age
from generator.features.finder.matches import MatchVerdict, match_entry
from generator.model.matching import Specification


class Question(NamedTuple):
    """What to offer to choose from, in the order of the code tables."""

    groups: tuple[str, ...]
    homes: tuple[str, ...]


def ask_groups(entries: Iterable[OfferEntry], answers: Answers, names: Names, rules: Specification) -> Question:
    """Those that most entries in play turn on, as many as fit on one screen; none where nothing turns on them."""
    open_ended = replace(answers, groups=None, homes=None)
    found: Counter[tuple[bool, str]] = Counter()
    for entry in entries:
        if match_entry(entry, open_ended, names, rules).verdict is not MatchVerdict.NO:
            found.update((False, each) for each in entry.groups if fits_age(each, answers, names))
            found.update((True, each) for each in entry.homes)
    order = (*((False, each) for each in names.groups), *((True, each) for each in names.homes))
    kept = sorted((each for each in order if found[each]), key=lambda each: -found[each])[: rules.most_choices]
    return Question(
        tuple(each for is_home, each in order if not is_home and (is_home, each) in kept),
        tuple(each for is_home, each in order if is_home and (is_home, each) in kept),
    )
