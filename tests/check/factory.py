"""Declarations as plain documents, and tables of text, judged as the pipeline judges them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from generator.check.declarations import check_declarations
from generator.check.tables import check_table
from generator.model.dataset import Dataset
from generator.model.declaration import RawDeclaration
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.table import Cell, Origin, RawTable

Document = dict[str, Any]

NOTES: Document = {
    "name": "notes",
    "title": "示例记事",
    "path": "{id}.yaml",
    "schema": {
        "fields": [
            {"name": "id", "type": "string", "title": "编号"},
            {"name": "name", "type": "string", "title": "名称"},
            {"name": "day", "type": "date", "title": "日期"},
            {"name": "kind", "type": "string", "title": "种类", "categories": ["a", "b"]},
            {"name": "tags", "type": "list", "title": "标签"},
        ],
        "primaryKey": ["id"],
    },
    "directory": {"label": "name", "privacy": "public"},
}
"""A declaration without fault; tests change one thing in it."""


def changed(trail: str, value: Any, document: Document = NOTES) -> Document:
    """A copy with another value at `trail` (`schema.fields.0.type`); `...` takes the key out."""
    copy = deepcopy(document)
    *way, last = [int(step) if step.isdigit() else step for step in trail.split(".")]
    place: Any = copy
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return copy


def judged(*documents: Document | None, names: Sequence[str] = ()) -> tuple[tuple[Dataset, ...], tuple[Problem, ...]]:
    """The datasets and problems of some declarations; None stands for a file that could not be read."""
    raw = tuple(
        RawDeclaration(name, f"data/{name}", f"data/{name}/dataset.yaml", document, str(document))
        for name, document in zip(names or [each["name"] for each in documents if each], documents, strict=True)
    )
    return check_declarations(raw, lambda origin, field: Location(origin.file, field=field))


def faults(*documents: Document) -> list[str]:
    """What is said of some declarations, without the words that are always said."""
    return [problem.message.partition("的声明里，")[2].rstrip("。") for problem in judged(*documents)[1]]


def shaped(document: Document = NOTES, *others: Document) -> Dataset:
    """The dataset of a declaration that has no fault."""
    datasets, problems = judged(document, *others)
    assert problems == ()
    return datasets[0]


def with_field(**field: Any) -> Dataset:
    """A dataset with one more field, called `value` and titled 值 unless told otherwise."""
    block = {key: field.pop(key) for key in ("formats", "personal", "order", "filters") if key in field}
    document = deepcopy(NOTES)
    document["schema"]["fields"].append({"name": "value", "type": "string", "title": "值", **field})
    document["directory"] |= block
    return shaped(document)


def rows(dataset: Dataset, *given: dict[str, Cell]) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Check rows; fields that are not given are empty, and the key is `n1`, `n2`…"""
    cells = [[{"id": f"n{number}", **row}.get(name) for name in dataset.columns] for number, row in enumerate(given, 1)]
    origins = [Origin(f"data/notes/n{number}.yaml") for number in range(1, len(given) + 1)]
    return check_table(dataset, RawTable("notes", tuple(dataset.columns), cells, origins), _locate)


def fault_in(dataset: Dataset, value: Cell) -> Problem:
    """The one problem of one value of the field `value`."""
    _, (problem,) = rows(dataset, {"value": value})
    return problem


def _locate(origin: Origin, field: str | None) -> Location:
    return Location(origin.file, field=field)
