"""Sayings to what is wrong with them: those that lead nowhere, contradict each other or stand in a name by accident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from generator.base.pairs import fold
from generator.features.words.problems import (
    saying_aimless,
    saying_groupless,
    saying_in_name,
    saying_of_two_dangers,
    synonyms_in_settings,
)
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, text_in, words_in
from generator.model.facets import record_title
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate
from generator.model.word_groups import names_in, word_groups

NO_TARGETS = ("phrase", "unless")
"""What a saying is and where it does not count; all else says what it means."""


def find_saying_problems(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """All of them; none depends on today."""
    sayings = tuple(catalogue.with_role("saying").values())
    yield from _find_aimless(catalogue, sayings, locate)
    yield from _find_twice_dangerous(catalogue, sayings, locate)
    yield from _find_in_names(catalogue, sayings, locate)
    yield from _find_groupless(catalogue, sayings, locate)


def find_synonym_reminders(
    catalogue: Catalogue, settings: Settings, _as_of: date, _locate: Locate
) -> Iterator[Problem]:
    """Synonyms that still stand in the settings, with the rows that say the same among the sayings."""
    if settings.synonyms:
        yield synonyms_in_settings(f"data/{catalogue.named('saying')}", settings.synonyms)


def _find_aimless(catalogue: Catalogue, sayings: Iterable[Record], locate: Locate) -> Iterator[Problem]:
    targets = _targets(catalogue)
    for saying in sayings:
        if not any(saying.values.get(field) for field in targets):
            yield saying_aimless(locate(saying.origin, "phrase"), saying.key)


def _find_groupless(catalogue: Catalogue, sayings: Iterable[Record], locate: Locate) -> Iterator[Problem]:
    groups = word_groups(catalogue)
    for saying in sayings:
        for name in names_in(saying.key):
            if name not in groups:
                yield saying_groupless(locate(saying.origin, "phrase"), saying.key, name)


def _find_twice_dangerous(catalogue: Catalogue, sayings: Iterable[Record], locate: Locate) -> Iterator[Problem]:
    """A saying in which a more urgent danger is heard would always bring the card of that one."""
    alarming = [(fold(saying.key), saying) for saying in sayings if text_in(saying, "danger")]
    by_phrase: dict[str, list[Record]] = {}
    for phrase, saying in alarming:
        by_phrase.setdefault(phrase, []).append(saying)
    urgency, shortest = _urgency(catalogue), min(map(len, by_phrase), default=1)
    for phrase, saying in alarming:
        own = text_in(saying, "danger")
        for other in (each for part in _parts(phrase, shortest) for each in by_phrase.get(part, ())):
            theirs = text_in(other, "danger")
            if theirs != own and urgency.get(theirs, 0) <= urgency.get(own, 0) and not _is_silent(other, phrase):
                yield saying_of_two_dangers(locate(saying.origin, "danger"), saying.key, other.key)


def _find_in_names(catalogue: Catalogue, sayings: Iterable[Record], locate: Locate) -> Iterator[Problem]:
    """Dangers in names of places and bodies, needs and groups in names of places; and whole names in sayings."""
    places, bodies = _names(catalogue, "place"), _names(catalogue, "organization")
    said = [saying for saying in sayings if not words_in(saying, "places")]
    parts = {part for name in places for part in _parts(name)}
    alarming = parts | {part for name in bodies for part in _parts(name)}
    whole = _any_of((*places, *bodies))
    for saying in said:
        phrase = fold(saying.key)
        suspicious = phrase in (alarming if text_in(saying, "danger") else parts)
        inside = (name for name in (*places, *bodies) if phrase in name) if suspicious else ()
        around = whole.findall(phrase)
        for name in (*(each for each in inside if not _is_silent(saying, each)), *around):
            yield saying_in_name(locate(saying.origin, "phrase"), saying.key, name)
            break


def _is_silent(saying: Record, text: str) -> bool:
    """Whether what cancels a saying covers it in this text."""
    return any(fold(saying.key) in fold(each) and fold(each) in text for each in words_in(saying, "unless"))


def _parts(text: str, shortest: int = 1) -> Iterator[str]:
    """Everything of some length that stands in a text."""
    return (text[start:end] for start in range(len(text)) for end in range(start + shortest, len(text) + 1))


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some texts, the shorter of two that begin at the same sign; nothing where there are none."""
    return re.compile("|".join(map(re.escape, sorted(filter(None, texts), key=len))) or r"(?!)")


def _urgency(catalogue: Catalogue) -> Mapping[str, int]:
    return {key: count_in(each, "position") for key, each in catalogue.with_role("danger").items()}


def _names(catalogue: Catalogue, role: str) -> tuple[str, ...]:
    return tuple(fold(record_title(catalogue, each)) for each in catalogue.with_role(role).values())


def _targets(catalogue: Catalogue) -> tuple[str, ...]:
    dataset = catalogue.dataset_with("saying")
    return tuple(each.name for each in dataset.fields if each.name not in NO_TARGETS) if dataset else ()
