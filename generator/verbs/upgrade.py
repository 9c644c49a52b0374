"""Files in the ways of before to the same in today's, and what that would change of anybody's duties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.exchange.record_files import record_texts
from generator.features.duties.former_fundraising import is_inside, move_out, moved_looks
from generator.features.duties.obligations import Obligation
from generator.features.duties.second_looks import LOOK_ROLE
from generator.features.duties.survey import Since, find_all_obligations
from generator.features.duties.verdicts import verdict
from generator.link.references import link_records
from generator.model.catalogue import Catalogue
from generator.model.problem import Location
from generator.model.project import Project
from generator.model.record import Record
from generator.read.former_copies import only_copies
from generator.read.positions import locator
from generator.read.sources import find_sources
from generator.read.tables import read_tables


@dataclass(frozen=True, slots=True)
class Upgrade:
    """`files`: texts by their place; `left`: the projects that say too little to be moved."""

    files: Mapping[str, str]
    left: tuple[str, ...]
    changes: tuple[str, ...]
    """Each obligation whose status would be another, in words."""
    renewed: tuple[str, ...] = ()
    """The same for those that are others already, since copies of the law are no longer read."""


def find_upgrade(catalogue: Catalogue, as_of: date, since: Since, copied: Iterable[Record] = ()) -> Upgrade:
    """What would be written; nothing is. `copied` are rules as copies in the instance have them."""
    inside = [each for each in catalogue.with_role("project").values() if is_inside(catalogue, each)]
    moved = {each.key: found for each in inside if (found := move_out(catalogue, each))}
    projects, looks = [each.project for each in moved.values()], moved_looks(catalogue, moved)
    after = _with(catalogue, [*projects, *looks, *(each.fundraising for each in moved.values())])
    files = {**_texts(after, "project", projects), **_texts(after, LOOK_ROLE, looks)}
    states = (_with(catalogue, copied), catalogue, after)
    formerly, before, then = (tuple(find_all_obligations(each, as_of, since)) for each in states)
    return Upgrade(
        files,
        left=tuple(each.key for each in inside if each.key not in moved),
        changes=_changes(before, then),
        renewed=_changes(formerly, before),
    )


def copied_rules(project: Project, catalogue: Catalogue) -> tuple[Record, ...]:
    """Rules in the instance's folder that are untouched copies of former editions; the engine's stand instead."""
    from generator.check.tables import check_table  # brings Frictionless: every verb would wait for it

    dataset = catalogue.dataset_with("rule")
    if dataset is None:
        return ()
    sources, _ = find_sources(project.root, dataset)
    tables, _ = read_tables(project.root, dataset, (), only_copies(project.root, sources))
    locate = locator(project.root)
    return tuple(record for table in tables for record in check_table(dataset, table, locate)[0])


def _texts(catalogue: Catalogue, role: str, records: Iterable[Record]) -> Mapping[str, str]:
    dataset = catalogue.dataset_with(role)
    return record_texts(catalogue, dataset, records) if dataset else {}


def _with(catalogue: Catalogue, changed: Iterable[Record]) -> Catalogue:
    """Linked anew; what refers to nothing has been told of before."""
    records = {name: dict(found) for name, found in catalogue.records.items()}
    for each in changed:
        records[each.dataset][each.key] = each
    datasets = tuple(catalogue.datasets.values())
    listed = {name: tuple(found.values()) for name, found in records.items()}
    return link_records(datasets, listed, lambda origin, field: Location(origin.file, field=field), lambda *_: True)[0]


def _changes(before: Iterable[Obligation], after: Iterable[Obligation]) -> tuple[str, ...]:
    """Compared by whose page they stand on, the duty and the occasion: numbers of subjects change."""
    was = {_place(each): each for each in before}
    now = {_place(each): each for each in after}
    return tuple(
        f"{each.subject.name} {each.rule.name}：{verdict(each)} → {verdict(now[key]) if key in now else '没有了'}"
        for key, each in was.items()
        if key not in now or (now[key].status, now[key].due) != (each.status, each.due)
    )


def _place(obligation: Obligation) -> tuple[tuple[str, str], str, str]:
    label = obligation.occurrence.label if obligation.occurrence else "-"
    return obligation.subject.shown_with, obligation.rule.duty, label
