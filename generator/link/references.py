"""Checked records to one catalogue with links both ways; a reference to nothing is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.link.order import sort_records
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.problem import Problem, Severity
from generator.model.record import Record, Reference
from generator.model.table import Locate

Records = Mapping[str, tuple[Record, ...]]


def link_records(
    datasets: tuple[Dataset, ...], records: Records, locate: Locate
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Join the records of all datasets; every dataset has an entry, every reference a link back."""
    known = {dataset.name: dataset for dataset in datasets}
    index = {
        name: {record.key: record for record in sort_records(known[name], records.get(name, ()))} for name in known
    }
    references: list[Reference] = []
    problems: list[Problem] = []
    for dataset in datasets:
        for field in dataset.fields:
            if field.target in index:
                targets = index[field.target]
                references.extend(_find_references(dataset, field, index[dataset.name], targets))
                problems.extend(_find_missing(known, field, index[dataset.name], targets, locate))
    problems.extend(_find_loops(known, index, locate))
    return Catalogue(known, index, _backlinks(references)), tuple(problems)


def _find_references(
    dataset: Dataset, field: Field, records: Mapping[str, Record], targets: Mapping[str, Record]
) -> Iterator[Reference]:
    target = field.target or ""
    for record in records.values():
        for key in _named(record, field):
            if key in targets:
                yield Reference((dataset.name, record.key), field.name, (target, key))


def _find_missing(
    known: Mapping[str, Dataset],
    field: Field,
    records: Mapping[str, Record],
    targets: Mapping[str, Record],
    locate: Locate,
) -> Iterator[Problem]:
    """A field names a record that does not exist."""
    target = known[field.target or ""]
    for record in records.values():
        for key in _named(record, field):
            if key not in targets:
                yield Problem(
                    "reference-missing",
                    Severity.ERROR,
                    locate(record.origin, field.name),
                    f"“{field.title}”写的{_shown(key)}在“{target.title}”里找不到。",
                    _nearest(key, target, targets),
                    record.key,
                )


def _find_loops(
    known: Mapping[str, Dataset], index: Mapping[str, Mapping[str, Record]], locate: Locate
) -> Iterator[Problem]:
    """A hierarchy must not lead back to where it began."""
    for dataset in known.values():
        if dataset.directory.hierarchy is None:
            continue
        parent_field = dataset.directory.hierarchy[0]
        parents = {key: record.values[parent_field] for key, record in index[dataset.name].items()}
        for key, record in index[dataset.name].items():
            if _returns(key, parents):
                yield Problem(
                    "hierarchy-loop",
                    Severity.ERROR,
                    locate(record.origin, parent_field),
                    f"“{dataset.columns[parent_field].title}”一级一级往上找，又回到了这条记录自己。",
                    "检查上级写得对不对：最上一级的上级应当留空。",
                    key,
                )


def _returns(start: str, parents: Mapping[str, object]) -> bool:
    seen = set()
    current = parents.get(start)
    while current is not None and current not in seen:
        if current == start:
            return True
        seen.add(current)
        current = parents.get(str(current))
    return False


def _backlinks(references: list[Reference]) -> Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]]:
    collected: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for reference in references:
        relation = f"{reference.source[0]}.{reference.field}"
        collected.setdefault(reference.target, {}).setdefault(relation, {})[reference.source[1]] = None
    return {
        target: {relation: tuple(keys) for relation, keys in relations.items()}
        for target, relations in collected.items()
    }


def _named(record: Record, field: Field) -> tuple[str, ...]:
    value = record.values[field.name]
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _shown(key: str) -> str:
    """A value may be repeated only if it cannot be a person's number."""
    if re.search(r"\d{10,}", key) or len(key) > 40:
        return "内容（已遮盖）"
    return f"“{key}”"


def _nearest(key: str, target: Dataset, targets: Mapping[str, Record]) -> str:
    names = {str(record.values[target.directory.label]): code for code, record in targets.items()}
    if key in names:
        return f"这里要写编号而不是名称：改成 {names[key]}。"
    close = get_close_matches(key, [*targets, *names], n=1, cutoff=0.6)
    if close:
        code = names.get(close[0], close[0])
        name = targets[code].values[target.directory.label]
        return f"是不是 {code}（{name}）？"
    return f"先在“{target.title}”里添加这条记录，或改成那里已有的编号。"
