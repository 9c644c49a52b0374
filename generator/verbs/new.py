"""A kind of record and its name to a new file in the right place, ready to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.check.cell_problems import unsafe_new_key, unsafe_part_of_path
from generator.exchange.new_record_problems import file_exists, kind_unknown, path_incomplete
from generator.exchange.new_records import Heading, kind_names, new_article, new_document, new_item, new_row, new_table
from generator.features.calls.call_state import CallState, sections_of, status_of
from generator.model.calendar import period_at
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, is_set, text_in
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.record import Record
from generator.publish.manifest import replace_file

_PART = re.compile(r"\{(\w+)\}")
_KEY = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][\w.-]{0,79}")


@dataclass(frozen=True, slots=True)
class Begun:
    """What was made: `file` relative to the root (None for a piece to paste), `text` to show, `row` if it was added."""

    file: str | None
    text: str
    added: bool = False


def find_kind(catalogue: Catalogue, kind: str) -> Dataset | Problem:
    """The dataset somebody means by a word: its name, its role, its title (典型案例)."""
    known = catalogue.datasets
    meant = (
        known.get(kind),
        catalogue.dataset_with(kind),
        *(each for each in known.values() if kind in kind_names(each)),
    )
    for found in meant:
        if found is not None:
            return found
    return kind_unknown("data", kind, {name: each.title for name, each in known.items()})


def begin_record(
    project: Project, catalogue: Catalogue, dataset: Dataset, key: str, given: Mapping[str, str]
) -> Begun | Problem:
    """Make the file (or the row) of a new record; nothing that exists is written over."""
    if not _KEY.fullmatch(key):
        return unsafe_new_key("data")
    values = {**_defaults(project.as_of, dataset), dataset.primary_key[-1]: key, **given}
    nesting = dataset.directory.nesting
    if nesting:
        return Begun(None, new_item(dataset, values))
    place = _place(dataset, values)
    if isinstance(place, Problem):
        return place
    if place.endswith(".csv"):
        return _begin_row(project.root, dataset, place, values)
    if (project.root / place).exists():
        return file_exists(place)
    text = _document(project, catalogue, dataset, values)
    (project.root / place).parent.mkdir(parents=True, exist_ok=True)
    replace_file(project.root / place, text)
    return Begun(place, text)


def _begin_row(root: Path, dataset: Dataset, place: str, values: Mapping[str, str]) -> Begun:
    file, path_fields = root / place, frozenset(_PART.findall(dataset.path))
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        text = new_table(dataset, values, path_fields)
        replace_file(file, text)
        return Begun(place, text)
    old = file.read_text("utf-8-sig")
    row = new_row(old.partition("\n")[0].rstrip("\r").split(","), dataset, values)
    replace_file(file, file.read_bytes() + (row if old.endswith("\n") else f"\n{row}").encode())
    return Begun(place, row, added=True)


def _document(project: Project, catalogue: Catalogue, dataset: Dataset, values: Mapping[str, str]) -> str:
    nested = (each for each in catalogue.datasets.values() if each.directory.nesting)
    children = [each for each in nested if each.directory.nesting and each.directory.nesting.dataset == dataset.name]
    if not dataset.directory.body:
        return new_document(dataset, children, values)
    call = _call(catalogue, project.as_of, values)
    front = {**values, **({"call": call.key} if call else {})}
    path_fields = frozenset(_PART.findall(dataset.path))
    return new_article(new_document(dataset, children, front, path_fields), _headings(catalogue, call))


def _call(catalogue: Catalogue, day: date, values: Mapping[str, str]) -> Record | None:
    """The call that is named, else the only one that is open."""
    calls = catalogue.with_role("call")
    if named := values.get("call"):
        return calls.get(named)
    is_open = (CallState.OPEN, CallState.CLOSING)
    answerable = [call for call in calls.values() if status_of(call, day).state in is_open]
    return answerable[0] if len(answerable) == 1 else None


def _headings(catalogue: Catalogue, call: Record | None) -> list[Heading]:
    if call is None:
        return []
    return [
        Heading(text_in(each, "title"), text_in(each, "guidance"), _limits(each))
        for each in sections_of(catalogue, call)
        if is_set(each, "required")
    ]


def _limits(section: Record) -> str:
    least, most = count_in(section, "least"), count_in(section, "most")
    return "—".join(str(each) for each in (least, most) if each) + (" 字" if least or most else "")


def _place(dataset: Dataset, values: Mapping[str, str]) -> str | Problem:
    missing = [name for name in _PART.findall(dataset.path) if not values.get(name)]
    if missing or "*" in dataset.path:
        return path_incomplete(dataset.declaration, {name: dataset.columns[name].title for name in missing})
    unsafe = [name for name in _PART.findall(dataset.path) if not _KEY.fullmatch(values[name])]
    if unsafe:
        return unsafe_part_of_path(dataset.declaration)
    return f"{dataset.records_folder}/{_PART.sub(lambda part: values[part[1]], dataset.path)}"


def _defaults(day: date, dataset: Dataset) -> Mapping[str, str]:
    """What today and the declaration already say: the year, the half-year, the day of handing in, the first status."""
    known = {"year": str(day.year), "period": period_at(day, 6).label, "submitted_on": day.isoformat()}
    columns = dataset.columns
    first = {
        name: columns[name].categories[0].value for name in ("status",) if name in columns and columns[name].categories
    }
    return {name: value for name, value in {**known, **first}.items() if name in columns}
