"""A workbook of one kind of records, with the lists inside them, to the files it would add or change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.exchange.csv_records import written_value
from generator.exchange.fillable_workbooks import sheet_title
from generator.exchange.imported_tables import SheetTable
from generator.exchange.new_record_problems import no_file_name
from generator.exchange.record_files import path_columns, record_texts
from generator.exchange.workbook_reading import Sheet
from generator.features import FEATURES
from generator.link.expired_consents import Expired
from generator.model.addresses import is_address_part
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.feature import Filling, completion_of
from generator.model.nesting import nested_in
from generator.model.problem import Location, Problem
from generator.model.record import Record
from generator.model.table import Cell, RawTable
from generator.verbs.import_.reading import Incoming, ReadingWishes, read_records, read_sheets, without_faulty

NOTHING: Expired = {}


@dataclass(frozen=True, slots=True)
class Merge:
    """`after` is the catalogue as it would be; `files` are the texts of those that would be new or different."""

    after: Catalogue
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    rows: int


def merge_workbook(
    catalogue: Catalogue, dataset: Dataset, file: Path, smallest_count: int, expired: Expired = NOTHING
) -> Merge:
    """Read every sheet and lay its records over those that are there; what the workbook leaves out stays as it is.

    So does what a workbook cannot say any more, because a consent has `expired`: `catalogue` still holds it.
    `smallest_count` is the smallest number of people that the site publishes.
    """
    sheets, faults = read_sheets(file)
    problems = faults
    children = tuple(child for child, _ in nested_in(dataset, catalogue.datasets.values()))
    after, touched, rows = catalogue, set[str](), 0
    for each, own in _by_dataset(dataset, children, sheets).items():
        kind = catalogue.datasets[each]
        incoming = _read(after, kind, own, _Circumstances(faults, expired, smallest_count))
        problems, rows = (*problems, *incoming.problems), rows + incoming.rows
        changed = [record for record in incoming.records if is_changed(after, record)]
        after = with_records(after, kind, changed)
        touched |= {_owner(kind, record) for record in changed}
    texts = record_texts(after, dataset, [after.records[dataset.name][key] for key in touched])
    return Merge(after, texts, problems, rows)


def _by_dataset(
    dataset: Dataset, children: Iterable[Dataset], sheets: Iterable[Sheet]
) -> Mapping[str, tuple[Sheet, ...]]:
    """Sheets named like a list inside the records belong to that list, all others to the records themselves."""
    titles = {sheet_title(child): child.name for child in children}
    found: dict[str, tuple[Sheet, ...]] = {dataset.name: (), **dict.fromkeys(titles.values(), ())}
    for sheet in sheets:
        name = titles.get(sheet.name, dataset.name)
        found[name] = (*found[name], sheet)
    return {name: own for name, own in found.items() if own}


class _Circumstances(NamedTuple):
    faults: tuple[Problem, ...]
    expired: Expired
    smallest_count: int


def _read(catalogue: Catalogue, dataset: Dataset, sheets: Sequence[Sheet], given: _Circumstances) -> Incoming:
    """Columns a sheet does not have keep what they hold now."""

    completion = completion_of(FEATURES, dataset.directory.role)

    def complete(tables: Sequence[SheetTable]) -> Sequence[RawTable]:
        return [_filled_up(catalogue, _answered(each, completion.answers), given.expired) for each in tables]

    wishes = ReadingWishes(Filling({}), complete, lambda table: completion.translate(table, given.smallest_count))
    incoming = without_faulty(read_records(catalogue, dataset, sheets, wishes), given.faults)
    unsafe = [record for record in incoming.records if not _is_safe(dataset, record)]
    return replace(
        incoming,
        records=tuple(record for record in incoming.records if record not in unsafe),
        problems=(*incoming.problems, *(_no_file(dataset, record) for record in unsafe)),
    )


def _answered(sheet: SheetTable, answers: Collection[str]) -> SheetTable:
    table = sheet.table
    at = [table.columns.index(name) for name in answers]
    kept = [place for place, row in enumerate(table.rows) if not at or any(row[each] for each in at)]
    rows, origins = [table.rows[place] for place in kept], [table.origins[place] for place in kept]
    return replace(sheet, table=replace(table, rows=rows, origins=origins))


def _filled_up(catalogue: Catalogue, sheet: SheetTable, expired: Expired) -> RawTable:
    table = sheet.table
    dataset = catalogue.datasets[table.dataset]
    keys = [table.columns.index(name) for name in dataset.primary_key]
    columns = [(at, dataset.columns[name]) for at, name in enumerate(table.columns)]
    absent = [(at, field) for at, field in columns if field.name not in sheet.columns]
    terms, over = dataset.directory.consent, expired.get(dataset.name, frozenset())
    hidden = [(at, field) for at, field in columns if terms and field.name in terms.hides]

    def fill(row: Sequence[Cell]) -> Sequence[Cell]:
        record = catalogue.records[dataset.name].get("/".join(str(row[at]) for at in keys))
        if record is None:
            return row
        filled = list(row)
        for at, field in (*absent, *((at, field) for at, field in hidden if record.key in over and not row[at])):
            value = record.values[field.name]
            filled[at] = list(value) if isinstance(value, tuple) else written_value(field, value) or None
        return filled

    return RawTable(table.dataset, table.columns, [fill(row) for row in table.rows], table.origins)


def is_changed(catalogue: Catalogue, record: Record) -> bool:
    """Whether a record is new, or says something else than the one that is there."""
    present = catalogue.records[record.dataset].get(record.key)
    return present is None or any(present.values[name] != value for name, value in record.values.items())


def with_records(catalogue: Catalogue, dataset: Dataset, changed: Iterable[Record]) -> Catalogue:
    """Records keep their place in their file; new ones come last."""
    present = catalogue.records[dataset.name]
    placed = {
        record.key: record._replace(origin=present[record.key].origin) if record.key in present else record
        for record in changed
    }
    return replace(catalogue, records={**catalogue.records, dataset.name: {**present, **placed}})


def _owner(dataset: Dataset, record: Record) -> str:
    """The record in whose file a row stands."""
    nesting = dataset.directory.nesting
    return str(record.values[nesting.parent_field]) if nesting else record.key


def _is_safe(dataset: Dataset, record: Record) -> bool:
    """Whether a record can have a file: what stands in its path must not lead elsewhere."""
    return all(is_address_part(str(record.values[name] or "")) for name in path_columns(dataset))


def _no_file(dataset: Dataset, record: Record) -> Problem:

    titles = [dataset.columns[name].title for name in path_columns(dataset)]
    return no_file_name(Location(record.origin.file, column=1, row=record.origin.row), record.key, titles)
