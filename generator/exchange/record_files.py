"""Records to the texts of the files they stand in, in the one form the house keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.exchange.csv_records import records_csv
from generator.exchange.json_schemas import modeline, schema_file
from generator.exchange.yaml_records import NestedRows, write_yaml
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.nesting import nested_in
from generator.model.record import Record

_COLUMN = re.compile(r"\{(\w+)\}")


def path_columns(dataset: Dataset) -> tuple[str, ...]:
    """The columns that a file's path gives."""
    return tuple(_COLUMN.findall(dataset.path))


def record_file(dataset: Dataset, record: Record) -> str:
    """The file a record stands in, relative to the root; its path's columns must be fit for one."""
    path = _COLUMN.sub(lambda part: str(record.values[part[1]]), dataset.path)
    return f"{dataset.folder}/{path}"


def record_texts(catalogue: Catalogue, dataset: Dataset, records: Iterable[Record]) -> Mapping[str, str]:
    """The texts of the files that the given records stand in, with all that the catalogue says stands there too."""
    files = dict.fromkeys(record_file(dataset, record) for record in records)
    if not files:
        return {}
    held: dict[str, list[Record]] = {file: [] for file in files}
    for record in catalogue.records[dataset.name].values():
        held.get(record_file(dataset, record), []).append(record)
    return {file: _text(catalogue, dataset, found) for file, found in sorted(held.items())}


def _text(catalogue: Catalogue, dataset: Dataset, records: Sequence[Record]) -> str:
    if dataset.path.endswith(".csv"):
        return records_csv(dataset, sorted(records, key=_place), path_columns(dataset))
    (record,) = records
    note = modeline(dataset.folder, schema_file(dataset.name))
    return write_yaml(dataset, record, _nested(catalogue, dataset, record), note)


def _nested(catalogue: Catalogue, dataset: Dataset, record: Record) -> Iterator[NestedRows]:
    for child, nesting in nested_in(dataset, catalogue.datasets.values()):
        every = catalogue.records[child.name].values()
        rows = [each for each in every if each.values[nesting.parent_field] == record.key]
        yield NestedRows(child, sorted(rows, key=_place))


def _place(record: Record) -> tuple[bool, int]:
    """Where a row stands in its file; rows that come from a workbook have no such place yet and keep their order."""
    trail = record.origin.trail
    if trail and isinstance(trail[-1], int):
        return False, trail[-1]
    return (False, record.origin.line) if record.origin.line is not None else (True, 0)
