"""Records that list their members, such as service areas, to a second hierarchy over the codes of a dimension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.features.statistics.dimensions import Dimension, build_dimension
from generator.features.statistics.grouping_problems import member_unknown, members_overlap, name_taken
from generator.model.catalogue import Catalogue
from generator.model.cells import words_in
from generator.model.facets import record_title
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate
from generator.model.tabulation import Axis, Grouping


def build_grouping(catalogue: Catalogue, main: Dimension, grouping: Grouping) -> Dimension:
    """Groups above their members. They make up the total only where together they hold everything.

    Members that the table does not have, and groups that bear the code of a place, are left out and told elsewhere.
    """
    title = catalogue.datasets[grouping.codes].title
    groups = {key: each for key, each in catalogue.records[grouping.codes].items() if key not in main.parents}
    above = {
        member: key
        for key, each in groups.items()
        for member in words_in(each, grouping.members)
        if member in main.parents and member != main.total
    }
    whole = main.total is not None and all(_is_held(main, leaf, above) for leaf in main.leaves)
    tops = dict.fromkeys(above.values(), main.total if whole else None)
    root = {main.total: None} if whole and main.total else {}
    return build_dimension(main.name, title, {**root, **tops, **above}, main.total)


def _is_held(main: Dimension, leaf: str, above: Mapping[str, str]) -> bool:
    """By exactly one group: otherwise groups and total do not add up."""
    return sum(step in above for step in main.path(leaf)) == 1


def find_grouping_problems(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Groups that cannot add up: a member twice, a member inside another, a group that bears the code of a member."""
    for codes, grouping in dict.fromkeys(_groupings(catalogue)):
        places = catalogue.records[codes]
        taken: dict[str, Record] = {}
        for key, group in catalogue.records[grouping.codes].items():
            if key in places:
                yield name_taken(locate(group.origin, None), key, catalogue.datasets[codes].title)
            for member in words_in(group, grouping.members):
                if member in places:
                    yield from _overlaps(catalogue, locate, grouping, group, places[member], taken)
                    taken.setdefault(member, group)


def find_members_outside(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Members at a level that a table with this grouping does not have, so that no row of it reaches the group."""
    for dataset in catalogue.datasets.values():
        for axis in dataset.directory.tabulation.axes if dataset.directory.tabulation else ():
            for grouping in axis.also:
                for group in catalogue.records.get(grouping.codes, {}).values():
                    outside = [each for each in words_in(group, grouping.members) if not _is_in(catalogue, axis, each)]
                    if outside:
                        place = locate(group.origin, grouping.members)
                        yield member_unknown(place, group.key, outside, dataset.title)


def find_problems(catalogue: Catalogue, locate: Locate) -> Iterable[Problem]:
    """Everything that keeps groups from adding up."""
    return (*find_grouping_problems(catalogue, locate), *find_members_outside(catalogue, locate))


def _groupings(catalogue: Catalogue) -> Iterator[tuple[str, Grouping]]:
    for dataset in catalogue.datasets.values():
        for axis in dataset.directory.tabulation.axes if dataset.directory.tabulation else ():
            known = axis.codes is not None and axis.codes in catalogue.records
            yield from ((axis.codes or "", each) for each in axis.also if known and each.codes in catalogue.records)


def _overlaps(
    catalogue: Catalogue, locate: Locate, grouping: Grouping, group: Record, member: Record, taken: Mapping[str, Record]
) -> Iterator[Problem]:
    inside = [each.key for each in catalogue.ancestors(member)]
    around = [key for key in taken if member.key in (each.key for each in _above(catalogue, member.dataset, key))]
    for other in (member.key, *inside, *around):
        if other in taken:
            names = record_title(catalogue, member), record_title(catalogue, taken[other])
            yield members_overlap(locate(group.origin, grouping.members), group.key, *names)


def _above(catalogue: Catalogue, dataset: str, key: str) -> tuple[Record, ...]:
    return tuple(catalogue.ancestors(catalogue.records[dataset][key]))


def _is_in(catalogue: Catalogue, axis: Axis, member: str) -> bool:
    record = catalogue.records.get(axis.codes or "", {}).get(member)
    if record is None:
        return True  # a reference to nothing is told as such
    hierarchy = catalogue.datasets[record.dataset].directory.hierarchy
    level = str(record.values[hierarchy[1]]) if hierarchy else ""
    return (not axis.only or member in axis.only) and (not axis.levels or level in axis.levels)
