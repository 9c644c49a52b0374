"""A table of somebody else's to a new dataset, unless it tells of persons; the declaration is left to be finished."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from generator.check.personal.sheets import find_in_sheet
from generator.exchange.declared_columns import CodeList, ForeignColumn, read_columns
from generator.exchange.declared_dataset import DeclaredDataset, TableOrigin, declare_dataset
from generator.exchange.declared_problems import counts_by_place, dataset_exists, personal_cell, persons_column
from generator.exchange.foreign.foreign_problems import without_table
from generator.exchange.workbook_reading import Written
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.verbs.import_.reading import read_sheets

_CODE_LISTS = ("place", "category", "group", "household_type", "organization")
"""Roles whose keys a column may hold."""
_NAME = re.compile(r"[a-z][a-z0-9_]{1,40}")
_PERSONS = re.compile(
    r"姓名|身份证|证件号|户主|出生日期|生日"
    r"|(?<![a-z])(?:first|last|given|family|full)[ _-]?name|surname|passport|date of birth|birth[ _-]?date",
    re.IGNORECASE,
)
"""Headings that only a list of persons has; sex and age stand in any table of statistics."""
_PLACES = re.compile(
    r"地区|区划|区县|街道|乡镇|社区|村|省|城市|地方|籍贯|所在地"
    r"|(?<![a-z])(?:place|area|region|district|ward|county|country|city|state|borough|geo ?code|local ?authority)",
    re.IGNORECASE,
)
_UNITS = re.compile(r"单位|(?<![a-z])units?(?![a-z])", re.IGNORECASE)
_MULTIPLIED = re.compile(r"multiplier", re.IGNORECASE)
_NO_PERSONS = re.compile(
    r"%|％|率|比|元|指数|公里|公斤|吨|小时|分钟|升|度|面积|个单位|percent|rate|per |index|ratio|proportion|share|score"
    r"|£|\$|€|gbp|usd|pound|dollar|euro|tonne|kilo|km|metre|litre|hour|minute|hectare|watt|joule|area|degree|µg",
    re.IGNORECASE,
)
"""What measures something, but does not count anybody."""
_SHOWN_MOST = 3


@dataclass(frozen=True, slots=True)
class Declared:
    """What `declare` made: the folder, relative to the root, with the two files in it."""

    folder: str
    dataset: DeclaredDataset
    name: str


def declare(
    root: Path, catalogue: Catalogue, file: Path, name: str, origin: TableOrigin
) -> tuple[Declared | None, tuple[Problem, ...]]:
    """Read the first sheet, look for persons, and make the dataset; nothing is written."""
    sheets, problems = read_sheets(file)
    if not sheets:
        return None, problems
    headings, rows = _table([[_plain(cell) for cell in row] for row in sheets[0].rows])
    if len(headings) < 1 or not rows:
        return None, (*problems, without_table(file.name))
    name = name or _name_of(file)
    folder = f"data/{name}"
    columns = read_columns(headings, rows, _known(catalogue))
    faults = list(_faults(catalogue, file.name, columns, rows, origin))
    if (root / folder).exists() or name in catalogue.datasets:
        faults.append(dataset_exists(folder))
    problems = (*problems, *faults)
    if any(each.severity is Severity.ERROR for each in problems):
        return None, problems
    return Declared(folder, declare_dataset(name, file.stem, columns, rows, origin), name), problems


def is_name(name: str) -> bool:
    """Whether a dataset can be called so."""
    return bool(_NAME.fullmatch(name))


def _name_of(file: Path) -> str:
    slug = re.sub(r"[^a-z0-9]+", "_", file.stem.lower()).strip("_")[:40]
    return slug if is_name(slug) else "foreign_table"


def _known(catalogue: Catalogue) -> list[CodeList]:
    named = [each for role in _CODE_LISTS if (each := catalogue.dataset_with(role))]
    return [CodeList(each.name, each.primary_key[-1], frozenset(catalogue.records[each.name])) for each in named]


def _table(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]]:
    """The first row with more than one filled cell (or any, in a table of one column) heads the others."""
    width = max((sum(map(bool, row)) for row in rows), default=0)
    at = next((at for at, row in enumerate(rows) if sum(map(bool, row)) >= min(2, width)), len(rows))
    if at == len(rows):
        return [], []
    head = list(rows[at])
    while head and not head[-1]:
        head.pop()
    body = [[*row, *[""] * len(head)][: len(head)] for row in rows[at + 1 :] if any(row)]
    return [text or f"第 {number} 列" for number, text in enumerate(head, 1)], body


def _faults(
    catalogue: Catalogue,
    file: str,
    columns: Sequence[ForeignColumn],
    rows: Sequence[Sequence[str]],
    origin: TableOrigin,
) -> Iterator[Problem]:
    named = [(at, each.heading) for at, each in enumerate(columns, 1) if _PERSONS.search(each.heading)]
    for at, heading in named:
        yield persons_column(file, at, heading)
    exposed = list(find_in_sheet([[each.heading for each in columns], *rows]))
    for found in exposed[:_SHOWN_MOST] if not named else ():
        yield personal_cell(file, found.row + 1, found.column + 1)
    if named or exposed or origin.protected:
        return
    places = (each for at, each in enumerate(columns) if _is_place(catalogue, each, [row[at] for row in rows]))
    place = next(places, None)
    count = next(_counts(columns, rows), None)
    if place and count:
        yield counts_by_place(file, place.heading, count.heading)


def _is_place(catalogue: Catalogue, column: ForeignColumn, cells: Sequence[str]) -> bool:
    if _PLACES.search(column.heading) or (column.target and column.target.dataset == catalogue.named("place")):
        return True
    names = {record_title(catalogue, each) for each in catalogue.with_role("place").values()}
    filled = {cell for cell in cells if cell}
    return bool(filled) and filled <= names


def _counts(columns: Sequence[ForeignColumn], rows: Sequence[Sequence[str]]) -> Iterator[ForeignColumn]:
    """Columns of whole numbers that no unit and no heading says are something else than a count."""
    units = [
        at for at, each in enumerate(columns) if _UNITS.search(each.heading) and not _MULTIPLIED.search(each.heading)
    ]
    counting = [row for row in rows if not any(_NO_PERSONS.search(row[at]) for at in units)]
    for at, each in enumerate(columns):
        if each.type in ("integer", "number") and not _NO_PERSONS.search(each.heading):
            cells = [row[at] for row in counting if row[at]]
            if cells and all(re.fullmatch(r"-?\d+(?:\.0+)?", cell) for cell in cells):
                yield each


def _plain(cell: Written) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()
