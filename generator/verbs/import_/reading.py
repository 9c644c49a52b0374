"""A table that somebody sent to checked records of one dataset, or problems that name the cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.check.cell_problems import REQUIRED
from generator.check.duplicates_and_counts import repeated_keys
from generator.check.personal.clearing import problems_of_others
from generator.exchange.imported_cells import fold_labels
from generator.exchange.imported_problems import no_headings, understood
from generator.exchange.imported_tables import SheetTable, read_sheet
from generator.exchange.workbook_reading import SHEETS_KINDS, Sheet, open_workbook, text_sheet
from generator.link.missing_references import find_missing
from generator.link.references import follow
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.feature import Filling, Translation
from generator.model.labels import value_labels
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.rule import Severity
from generator.model.table import Locate, RawTable
from generator.read.csv_text import DELIMITERS, CsvRow, CsvText
from generator.read.sent_files import read_sent_file
from generator.read.size_limits import LARGEST_TABLE
from generator.read.text import decode

Complete = Callable[[Sequence[SheetTable]], Sequence[RawTable]]
"""Fills in what an importer knows better than the sheets (numbers of entries), of all of them together."""


@dataclass(frozen=True, slots=True)
class ReadingWishes:
    """How the sheets are read beyond their declaration; `translate` puts words of today for those of old."""

    filling: Filling
    complete: Complete
    translate: Callable[[RawTable], Translation]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a table brings: `records` are its faultless rows, `rows` how many it has."""

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    rows: int


def read_incoming(catalogue: Catalogue, dataset: Dataset, file: Path, wishes: ReadingWishes) -> Incoming:
    """Read and check every sheet of a file that holds the dataset's headings; nothing is written."""
    sheets, problems = read_sheets(file)
    alone = replace(catalogue, records={**catalogue.records, dataset.name: {}})
    incoming = without_faulty(read_records(alone, dataset, sheets, wishes), problems)
    return replace(incoming, problems=(*problems, *incoming.problems))


def without_faulty(incoming: Incoming, faults: Sequence[Problem]) -> Incoming:
    """The same without rows in which something could not be read: they are not faultless, whatever else they say."""
    rows = {_row(each.location) for each in faults if each.severity is Severity.ERROR}
    kept = tuple(each for each in incoming.records if (each.origin.file, each.origin.row) not in rows)
    return replace(incoming, records=kept)


def read_records(catalogue: Catalogue, dataset: Dataset, sheets: Sequence[Sheet], wishes: ReadingWishes) -> Incoming:
    """Read and check some sheets; their records may refer to each other and to those of the catalogue."""
    labels = {name: fold_labels(pairs) for name, pairs in value_labels(catalogue, dataset).items()}
    tables = {sheet.label: read_sheet(dataset, sheet, labels, wishes.filling) for sheet in sheets}
    read = {label: _translated(dataset, table, wishes) for label, table in tables.items() if table}
    whole = wishes.complete(tuple(read.values()))
    checked = [_check(dataset, table, filled) for table, filled in zip(read.values(), whole, strict=True)]
    records = tuple(record for part, _ in checked for record in part)
    with_them = {**catalogue.records[dataset.name], **{each.key: each for each in records}}
    among = replace(catalogue, records={**catalogue.records, dataset.name: with_them})
    crossing = (
        *_find_crossing(catalogue, dataset, records, _locator(read)),
        *_find_exposures(among, dataset, whole, _locator(read)),
    )
    noticed = [each for table in read.values() for each in table.problems]
    found = Incoming(
        records=records,
        problems=(
            *(no_headings(label, dataset, among_others=bool(read)) for label, table in tables.items() if table is None),
            *(problem for _, found in checked for problem in found),
            *crossing,
        ),
        rows=sum(len(table.table.rows) for table in read.values()),
    )
    return without_faulty(found, (*crossing, *noticed))


def _translated(dataset: Dataset, sheet: SheetTable, wishes: ReadingWishes) -> SheetTable:
    """The sheet in words of today; its writer is told of each cell that was put otherwise."""
    done = wishes.translate(sheet.table)
    notes = (
        understood(
            sheet.locate(done.table.origins[each.row], each.field), dataset.columns[each.field].title, each.words
        )
        for each in done.notes
    )
    return replace(sheet, table=done.table, problems=(*sheet.problems, *notes))


def read_sheets(file: Path) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """The sheets of a workbook, or the one of a CSV file; where there are none, problems say why."""
    data = read_sent_file(file, file.name, LARGEST_TABLE)
    if isinstance(data, Problem):
        return (), (data,)
    if file.suffix.lower() not in SHEETS_KINDS:
        return _text_sheets(data, file.name)
    with LimitedProcess() as process:
        return open_workbook(process, data, file.name)


def _text_sheets(data: bytes, name: str) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """GBK is what Excel writes in China; here it is nobody's fault."""
    text, problems = decode(data, name)
    if text is None:
        return (), problems
    found = tuple(CsvText(name, text, find_mark(text)).rows())
    broken = tuple(each for each in found if isinstance(each, Problem))
    rows = [each.cells for each in found if isinstance(each, CsvRow)]
    return (text_sheet(name, rows),), broken


def find_mark(text: str) -> str:
    """The mark that stands most often in one of the first lines: titles above the headings have none."""
    lines = text.splitlines()[:20]
    return max(DELIMITERS, key=lambda mark: max((line.count(mark) for line in lines), default=0))


def _check(dataset: Dataset, table: SheetTable, filled: RawTable) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """A required column that is missing as a whole has been told once; its empty cells are not told again."""
    from generator.check.tables import check_table  # brings Frictionless, see `declaring`: every verb would wait for it

    records, problems = check_table(dataset, filled, table.locate)
    fresh = (each for each in problems if each.rule != REQUIRED or each.location.field in table.columns)
    return records, (*table.problems, *fresh)


def _find_crossing(
    catalogue: Catalogue, dataset: Dataset, records: tuple[Record, ...], locate: Locate
) -> Iterator[Problem]:
    yield from repeated_keys(dataset, records, locate)
    present = catalogue.records[dataset.name]
    among = replace(catalogue, records={**catalogue.records, dataset.name: {each.key: each for each in records}})

    def is_there(name: str, key: str) -> bool:
        return name == dataset.name and key in present

    for field in dataset.references:
        yield from find_missing(among, field, follow(dataset, field, among.records).dangling, locate, is_there)


def _find_exposures(
    catalogue: Catalogue, dataset: Dataset, tables: Sequence[RawTable], locate: Locate
) -> Iterator[Problem]:
    """What must not even be written into the files: git keeps it."""
    from generator.check.personal.suspects import find_suspects  # names, places, numbers: every verb would wait for it

    for table in tables:
        yield from problems_of_others(find_suspects(dataset, table, locate), catalogue)


def _locator(tables: Mapping[str, SheetTable]) -> Locate:
    return lambda origin, field: tables[origin.file].locate(origin, field)


def _row(place: Location) -> tuple[str, int | None]:
    return place.file, place.row
