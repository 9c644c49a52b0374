"""All supply entries of an instance to problems at the rows that tell how many were helped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.base.cache import Cache
from generator.features.statistics.ledger import EditionKind, key_in, read_ledger
from generator.features.statistics.neighbours.problems import (
    number_left,
    places_undated,
    quota_small,
    quota_too_small_for_words,
    supply_unseen,
    told_in_time,
)
from generator.features.statistics.neighbours.supply import (
    WORDS_OF_BANDS,
    Places,
    SupplyFault,
    SupplyFaultKind,
    find_fault,
)
from generator.features.statistics.neighbours.supply_history import Stories, last_change, places_of, read_stories
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Dataset
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.model.record import Record
from generator.publish.history import find_work_tree, is_whole

_DAY = "places_left_on"


def audit_supply(project: Project, catalogue: Catalogue, *_: object) -> tuple[Problem, ...]:
    """What an attacker reads from places offered and left, as a part of checking.

    What nobody could see of the past is told; a site without git that has no address yet has none.
    """
    dataset = catalogue.dataset_with("offer")
    if dataset is None:
        return ()
    records, k = catalogue.with_role("offer").values(), project.settings.smallest_count
    known, stories = entered_numbers(catalogue, dataset.name), _stories(project, dataset)
    is_draft = find_work_tree(project.root) is None and not project.settings.site_url
    unseen = () if known is not None or is_draft or is_whole(project.root) else _find_silent(records)
    before = {key: (*(known or {}).get(key, ()), *stories.get(key, ())) for key in {*(known or {}), *stories}}
    return (*unseen, *(problem for record in records for problem in _problems(record, before, k)))


def entered_numbers(catalogue: Catalogue, table: str) -> Stories | None:
    """What the ledger of tables says that entries told once; None without a ledger, where only git can say it."""
    entries = read_ledger(catalogue)
    if entries is None:
        return None
    found: dict[str, list[Places]] = {}
    for each in entries:
        if each.kind is EditionKind.TOLD and each.table == table:
            helped = int(each.low)
            found.setdefault(key_in(each.cell), []).append(Places(helped, "", 0, "", ""))
    return {key: tuple(said) for key, said in found.items()}


def _find_silent(records: Iterable[Record]) -> tuple[Problem, ...]:
    """One word about it for all entries that say something today."""
    speaking = (record for record in records if places_of(record).word in WORDS_OF_BANDS)
    first = next((record for record in speaking if places_of(record).is_of_people), None)
    return (supply_unseen(first.origin.file),) if first else ()


def _problems(record: Record, stories: Stories, k: int) -> Iterator[Problem]:
    now = places_of(record)
    fault = find_fault(now, stories.get(record.key, ()), k)
    if fault:
        yield _problem(record, fault, k)
    elif now.word in WORDS_OF_BANDS and not text_in(record, _DAY):
        yield places_undated(_place(record, _DAY), record.key)


def _problem(record: Record, fault: SupplyFault, k: int) -> Problem:
    if fault.kind is SupplyFaultKind.NUMBER:
        return number_left(_place(record, "quota_left"), record.key, is_counted=fault.helped is not None)
    if fault.kind is SupplyFaultKind.SMALL:
        return quota_small(_place(record, "quota"), record.key, k)
    if fault.kind is SupplyFaultKind.BAND:
        return quota_too_small_for_words(_place(record, "places_left"), record.key, k)
    return told_in_time(_place(record, "places_left"), record.key, k)


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
