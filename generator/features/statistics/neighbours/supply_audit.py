"""All supply entries of an instance to problems at the rows that tell how many were helped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.cache import Cache
from generator.features.statistics.neighbours.problems import (
    number_left,
    places_undated,
    quota_small,
    quota_too_small_for_words,
    told_in_time,
)
from generator.features.statistics.neighbours.supply import WORDS_OF_BANDS, SupplyFault, SupplyFaultKind, find_fault
from generator.features.statistics.neighbours.supply_history import Stories, last_change, places_of, read_stories
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Dataset
from generator.model.places_left import Helped
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.model.record import Record

_DAY = "places_left_on"


def audit_supply(project: Project, catalogue: Catalogue, _known: Sequence[Problem]) -> tuple[Problem, ...]:
    """What an attacker reads from places offered and left, as a part of checking."""
    dataset = catalogue.dataset_with("offer")
    if dataset is None:
        return ()
    stories, k = _stories(project, dataset), project.settings.smallest_count
    return tuple(
        problem for record in catalogue.with_role("offer").values() for problem in _problems(record, stories, k)
    )


def _problems(record: Record, stories: Stories, k: int) -> Iterator[Problem]:
    now = places_of(record)
    fault = find_fault(now, stories.get(record.key, ()), k)
    if fault:
        yield _problem(record, fault, k)
    elif now.word in WORDS_OF_BANDS and not text_in(record, _DAY):
        yield places_undated(_place(record, _DAY), record.key)


def _problem(record: Record, fault: SupplyFault, k: int) -> Problem:
    helped = fault.helped or Helped(0, 0)
    if fault.kind is SupplyFaultKind.NUMBER:
        return number_left(_place(record, "quota_left"), record.key, fault.helped)
    if fault.kind is SupplyFaultKind.SMALL:
        return quota_small(_place(record, "quota"), record.key, k)
    if fault.kind is SupplyFaultKind.BAND:
        return quota_too_small_for_words(_place(record, "places_left"), record.key, helped, k)
    return told_in_time(_place(record, "places_left"), record.key, helped, k)


def _place(record: Record, field: str) -> Location:
    origin = record.origin
    return Location(origin.file, origin.line, row=origin.row, field=field)


def _stories(project: Project, dataset: Dataset) -> Stories:
    """Read anew only when a commit touched the entries."""
    cache, digest = Cache(project.cache / "neighbours"), f"{last_change(project.root, dataset)} {dataset.digest}"
    stored = cache.load("offers", digest)
    if isinstance(stored, dict):
        return stored
    stories = dict(read_stories(project.root, dataset))
    cache.store("offers", digest, stories)
    return stories
