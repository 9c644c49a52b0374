"""Raw tables and the problems found in them to the rows that have to be mended, drawn again without anybody's data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.features.changes.review import MarkedCell, MarkedRow
from generator.model.dataset import Dataset, Field
from generator.model.masking import COVERED, HIDDEN, hides_its_values, mask_numbers, shown_key
from generator.model.problem import Location, Problem
from generator.model.table import Cell, Locate, Origin, RawTable

_LONGEST = 40
"""Characters of a cell that are shown."""


def mark_rows(
    datasets: Mapping[str, Dataset], tables: Iterable[RawTable], problems: Sequence[Problem], locate: Locate
) -> tuple[MarkedRow, ...]:
    """For each problem the row it stands in, with the cell marked; the order is that of the problems."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.location.file, []).append(problem)
    found: dict[int, tuple[MarkedCell, ...]] = {}
    for table in tables:
        for row, origin in zip(table.rows, table.origins, strict=True):
            here = [each for each in by_file.get(origin.file, ()) if _stands_in(each.location, origin, locate)]
            for problem in here:
                found[id(problem)] = tuple(_cells(datasets[table.dataset], row, problem, here))
    return tuple(MarkedRow(problem, found.get(id(problem), ())) for problem in problems)


def _stands_in(place: Location, origin: Origin, locate: Locate) -> bool:
    if origin.row is not None:
        return place.row == origin.row
    return place.line is not None and locate(origin, place.field) == place


def _cells(dataset: Dataset, row: Sequence[Cell], problem: Problem, here: Sequence[Problem]) -> Iterator[MarkedCell]:
    """The cells that hold something, and the one at fault even when it is empty."""
    terms = dataset.directory.consent
    hidden = {each.location.field for each in here if COVERED in each.message} | set(terms.hides if terms else ())
    for field, cell in zip(dataset.fields, row, strict=True):
        is_bad = field.name == problem.location.field
        if cell or is_bad:
            yield MarkedCell(field.title, HIDDEN if field.name in hidden else _shown(dataset, field, cell), is_bad)


def _shown(dataset: Dataset, field: Field, cell: Cell) -> str:
    if not cell:
        return ""
    if hides_its_values(field):
        return HIDDEN
    text = "；".join(cell) if isinstance(cell, list) else cell
    is_open = not (field.target or field.categories or field.type in ("integer", "number"))
    mask = shown_key if field.name in dataset.primary_key else mask_numbers if is_open else str
    line = " ".join(mask(text).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
