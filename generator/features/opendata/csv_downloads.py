"""Records of a dataset to the CSV file that reusers take."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from generator.base.csv_writing import published_csv
from generator.model.dataset import Field
from generator.model.page import Download
from generator.model.source import Source
from generator.plan.volumes import records_in


def csv_file(source: Source, download: Download) -> str:
    """Every record, or those of the volume, a row, in the order of the declaration."""
    catalogue, (dataset_name,) = source.catalogue, download.datasets
    dataset = catalogue.datasets[dataset_name]
    names = [field.name for field in dataset.fields]
    writes = [(place, write) for place, field in enumerate(dataset.fields) if (write := _cell_writer(field))]
    records = records_in(catalogue, dataset.name, download.key)
    return published_csv(names, (_row([record.values[name] for name in names], writes) for record in records))


def _row(row: list[Any], writes: Sequence[tuple[int, Callable[[Any], str]]]) -> list[Any]:
    for place, write in writes:
        if row[place] is not None:
            row[place] = write(row[place])
    return row


_BOOLEANS = (("trueValues", "true"), ("falseValues", "false"))
"""Where a declaration says how yes and no are written, and how they are when it does not."""


def _cell_writer(field: Field) -> Callable[[Any], str] | None:
    """How the values of a field are written where they are not as Python says them; none is given for nothing."""
    descriptor = field.descriptor
    match field.type:
        case "list":
            between = str(descriptor.get("delimiter", ","))
            return between.join
        case "boolean":
            yes, no = (str(descriptor.get(name, [word])[0]) for name, word in _BOOLEANS)
            return lambda value: yes if value else no
    return None
