"""Records as they are and as they would be, to what would change: shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.exchange.csv_records import written_value
from generator.model.dataset import Dataset
from generator.model.record import Record

_HIDDEN = "（不显示）"


@dataclass(frozen=True, slots=True)
class Edit:
    """One field that would change, in words; what may be personal is not repeated."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """`changed` pairs each record with its edits; `kept` counts those that stay as they are."""

    added: tuple[Record, ...]
    changed: tuple[tuple[Record, tuple[Edit, ...]], ...]
    removed: tuple[Record, ...]
    kept: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.removed)


def compare(dataset: Dataset, before: Iterable[Record], after: Iterable[Record]) -> Difference:
    """What turns the one into the other, record by record."""
    old, new = ({record.key: record for record in records} for records in (before, after))
    shared = [(old[key], record) for key, record in new.items() if key in old]
    changed = [(now, edits) for then, now in shared if (edits := tuple(_edits(dataset, then, now)))]
    return Difference(
        added=tuple(record for key, record in new.items() if key not in old),
        changed=tuple(changed),
        removed=tuple(record for key, record in old.items() if key not in new),
        kept=len(shared) - len(changed),
    )


def _edits(dataset: Dataset, then: Record, now: Record) -> Iterator[Edit]:
    for field in dataset.fields:
        if then.values[field.name] != now.values[field.name]:
            before, after = (written_value(field, each.values[field.name]) for each in (then, now))
            yield Edit(field.title, _HIDDEN, _HIDDEN) if field.personal else Edit(field.title, before, after)
