"""What changed in the data from one release of them to the next, without any value: which records, and which fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.change import ChangeKind


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One record; `old_key` where it was called otherwise, `fields` those whose values changed."""

    dataset: str
    key: str
    kind: ChangeKind
    old_key: str = ""
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataRelease:
    """`name` is that of the tag in git, `day` the day it was set, `since` the release before it."""

    name: str
    day: date
    since: str
    changes: tuple[RecordChange, ...]


Compare = Callable[[Catalogue, Catalogue], tuple[RecordChange, ...]]
"""Two states of the data to what changed between them."""
