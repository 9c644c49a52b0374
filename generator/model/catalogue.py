"""All records with their links both ways: what pages are planned from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.dataset import Dataset, Field
from generator.model.record import Record, named_keys


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """One catalogue is made a run, so it may stand as a key for what is worked out from it once.

    `records[dataset][key]` in list order; `backlinks["source.field"][key]` are the records that name `key` there."""

    datasets: Mapping[str, Dataset]
    records: Mapping[str, Mapping[str, Record]]
    backlinks: Mapping[str, Mapping[str, tuple[Record, ...]]]

    def targets(self, record: Record, field: Field) -> tuple[Record, ...]:
        """The records that `field` of `record` names, in written order; empty when it names none."""
        if field.target is None:
            return ()
        known = self.records[field.target]
        return tuple(known[key] for key in named_keys(record, field.name) if key in known)

    def sources(self, record: Record, relation: str) -> tuple[Record, ...]:
        """The records of `relation` ("dataset.field") that point at `record`, in list order; empty when none do."""
        return self.backlinks[relation].get(record.key, ())

    def ancestors(self, record: Record) -> tuple[Record, ...]:
        """The record's parents in its hierarchy, nearest first; empty outside a hierarchy."""
        hierarchy = self.datasets[record.dataset].directory.hierarchy
        found: list[Record] = []
        current: Record | None = record
        while hierarchy and current:
            parent = current.values[hierarchy[0]]
            current = self.records[record.dataset].get(str(parent)) if parent else None
            if current is None or current in found:
                break
            found.append(current)
        return tuple(found)
