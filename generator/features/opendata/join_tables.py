"""References of datasets to join tables: one row for each pair, so that a table's cell holds one thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.base.csv_writing import published_csv
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.page import Download
from generator.model.source import Source
from generator.plan.volumes import records_in

_OF_VOLUME = "|"


class Join(NamedTuple):
    """A field of a dataset whose cells name several records, or records whose key has several parts."""

    dataset: Dataset
    field: Field
    target: Dataset

    @property
    def name(self) -> str:
        """What the table is called."""
        return f"{self.dataset.name}_{self.field.name}"

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The key of the record that names others."""
        return tuple(f"{self.dataset.name}_{key}" for key in self.dataset.primary_key)

    @property
    def target_columns(self) -> tuple[str, ...]:
        """The key of the record that is named."""
        parts = self.target.primary_key
        return (self.field.name,) if len(parts) == 1 else tuple(f"{self.field.name}_{key}" for key in parts)


def joins(catalogue: Catalogue) -> Iterator[Join]:
    """Every join table there is, between datasets that are both published."""
    for dataset in catalogue.datasets.values():
        for field in dataset.references:
            target = catalogue.datasets[field.target or ""]
            is_wanted = field.is_list or len(target.primary_key) > 1
            if is_wanted and dataset.is_published and target.is_published:
                yield Join(dataset, field, target)


def join_key(join: Join, volume: str) -> str:
    """Of what a file of pairs is: one volume, or all of it where none is named."""
    return f"{join.name}{_OF_VOLUME}{volume}" if volume else join.name


def join_file(source: Source, download: Download) -> str:
    """The pairs, in the order of the records that name others and of what they name."""
    catalogue, (name, _, volume) = source.catalogue, download.key.partition(_OF_VOLUME)
    join = next(each for each in joins(catalogue) if each.name == name)
    return published_csv(
        (*join.own_columns, *join.target_columns),
        (
            _key(join.dataset, record.values) + _key(join.target, target.values)
            for record in records_in(catalogue, join.dataset.name, volume)
            for target in {each.key: each for each in catalogue.targets(record, join.field)}.values()
        ),
    )


def _key(dataset: Dataset, values: Any) -> list[Any]:
    return [values[name] for name in dataset.primary_key]
