"""Changes that are too large to be believed without a reason, to problems unless the change itself states one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.features.changes.problems import (
    unexplained_jump,
    unexplained_removal,
)
from generator.model.change import Change, ChangeKind, Comparison
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.record import Record, Value
from generator.model.table import Locate

_REASONS = "change_reason"
"""The dataset in which a change states its reasons."""
_COUNTED = ("yuan", "people", "households")
"""Formats of numbers that measure something: a position in a list may jump as it likes."""
_TOMBSTONE = "tombstone"
"""The dataset that says what was deleted for good; nothing is in it without an approval."""
LARGE_SHARE, FEW = 5, 3
"""One record in five is much, once it is more than a few."""


class Limits(NamedTuple):
    """So many records of one dataset may go, and a number may grow or shrink by this factor, without a reason."""

    removals: int
    factor: int


def find_sudden_changes(comparison: Comparison, limits: Limits, locate: Locate) -> Iterator[Problem]:
    """Every mass removal and every jump for which no reason is added in the same change."""
    stated, where = _stated_reasons(comparison), _reasons_folder(comparison)
    approved = _approved_purges(comparison)
    for name, changes in comparison.changes.items():
        dataset = comparison.after.datasets.get(name) or comparison.before.datasets[name]
        gone = (change.before for change in changes if change.kind is ChangeKind.REMOVED and change.before)
        removed = [record for record in gone if (name, _owner(dataset, record)) not in approved]
        if _is_mass(len(removed), len(comparison.before.records.get(name, {})), limits) and (name, "") not in stated:
            yield unexplained_removal(dataset, removed, where)
        for change in changes:
            if change.before and change.after and (name, _owner(dataset, change.after)) not in stated:
                yield from _jumps(dataset, change, limits, locate, where)


def _stated_reasons(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """Dataset and record (empty: the whole dataset) of every reason that is new or was written anew."""
    changed = (change.after for change in comparison.changes.get(comparison.after.named(_REASONS), ()) if change.after)
    return frozenset((str(each.values["kind"]), str(each.values["record"] or "")) for each in changed)


def _approved_purges(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """Dataset and record of everything whose tombstone names an approval: it may go, however much it is."""
    tombstones = comparison.after.with_role(_TOMBSTONE).values()
    return frozenset((str(each.values["kind"]), str(each.values["record"])) for each in tombstones)


def _reasons_folder(comparison: Comparison) -> str:
    """Where reasons are written; an instance that has no place for them yet is told the usual one."""
    declared = comparison.after.dataset_with(_REASONS)
    return declared.folder if declared else f"data/{_REASONS}s"


def _owner(dataset: Dataset, record: Record) -> str:
    """The record whose file a reason names: of a nested row, the record around it."""
    nesting = dataset.directory.nesting
    return str(record.values[nesting.parent_field]) if nesting else record.key


def _is_mass(removed: int, before: int, limits: Limits) -> bool:
    return removed > limits.removals or (removed > FEW and removed * LARGE_SHARE > before)


def _jumps(dataset: Dataset, change: Change, limits: Limits, locate: Locate, where: str) -> Iterator[Problem]:
    if change.before is None or change.after is None:
        return
    for name in change.fields:
        field = dataset.columns[name]
        old, new = change.before.values.get(name), change.after.values[name]
        factor = _factor(old, new) if field.format in _COUNTED else Decimal(0)
        if factor >= limits.factor:
            yield unexplained_jump(field, factor, locate(change.after.origin, name), change.after.key, where)


def _factor(old: Value, new: Value) -> Decimal:
    """How many times the larger is the smaller; nothing can be said of zero."""
    if not isinstance(old, int | Decimal) or not isinstance(new, int | Decimal) or old <= 0 or new <= 0:
        return Decimal(0)
    return max(Decimal(old) / Decimal(new), Decimal(new) / Decimal(old))
