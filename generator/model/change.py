"""What changed between two states of the data, record by record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.catalogue import Catalogue
from generator.model.record import Record


class ChangeKind(StrEnum):
    """What happened to a record; one that was given another key was renamed."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; `fields` are those whose values differ, in declared order."""

    before: Record | None
    after: Record | None
    fields: tuple[str, ...]

    @property
    def record(self) -> Record:
        """The record as it is now, or as it was before it went."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change without a record")
        return record

    @property
    def kind(self) -> ChangeKind:
        """What happened."""
        if self.before is None:
            return ChangeKind.ADDED
        if self.after is None:
            return ChangeKind.REMOVED
        return ChangeKind.CHANGED if self.before.key == self.after.key else ChangeKind.RENAMED


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two states and the changes between them, by dataset; `unread` counts records of a dataset that now have faults.

    Of those nobody can say what changed.
    """

    before: Catalogue
    after: Catalogue
    changes: Mapping[str, tuple[Change, ...]]
    unread: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that could be read."""
        return not any(self.changes.values()) and not any(self.unread.values())
