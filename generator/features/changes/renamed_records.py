"""Records that went and records that came to those that are one and the same under another key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.dataset import Dataset
from generator.model.record import Record, Value

SAME_NAME, OTHER_NAME = 0.5, 0.85
"""Such a share of the filled fields must be the same in both: less where the name is."""
MOST_PAIRS = 250_000
"""Beyond so many pairs only equal records are matched: a wholly new catalogue is not a renamed one."""

Renames = Mapping[str, Mapping[str, str]]
"""New keys by old ones, dataset by dataset."""
Contents = frozenset[tuple[str, Value]]


class _Pair(NamedTuple):
    likeness: float
    old: str
    new: str


def find_renames(
    dataset: Dataset, gone: Mapping[str, Record], come: Mapping[str, Record], known: Renames
) -> Mapping[str, str]:
    """New keys by old ones, the most alike first; `known` are renames of other datasets, which children follow."""
    found = dict(_follow_parents(dataset, gone, come, known))
    taken = set(found.values())
    left = {key: record for key, record in gone.items() if key not in found}
    free = {key: record for key, record in come.items() if key not in taken}
    for pair in sorted(_pairs(dataset, left, free), key=lambda pair: (-pair.likeness, pair.old, pair.new)):
        if pair.old not in found and pair.new not in taken:
            found[pair.old] = pair.new
            taken.add(pair.new)
    return found


def _follow_parents(
    dataset: Dataset, gone: Mapping[str, Record], come: Mapping[str, Record], known: Renames
) -> Iterator[tuple[str, str]]:
    nesting = dataset.directory.nesting
    if nesting is None:
        return
    for key, record in gone.items():
        parent = str(record.values[nesting.parent_field])
        moved = known.get(nesting.dataset, {}).get(parent)
        new = f"{moved}{key.removeprefix(parent)}"
        if moved and new in come:
            yield key, new


def _pairs(dataset: Dataset, gone: Mapping[str, Record], come: Mapping[str, Record]) -> Iterator[_Pair]:
    old = {key: _contents(dataset, record) for key, record in gone.items()}
    new = {key: _contents(dataset, record) for key, record in come.items()}
    if len(old) * len(new) > MOST_PAIRS:
        equal = {contents: key for key, contents in new.items()}
        yield from (_Pair(1, key, equal[contents]) for key, contents in old.items() if contents in equal)
        return
    label = dataset.directory.label
    for key, before in old.items():
        for other, after in new.items():
            likeness = _likeness(before, after)
            same_name = gone[key].values[label] == come[other].values[label] and label not in dataset.primary_key
            if likeness >= (SAME_NAME if same_name else OTHER_NAME):
                yield _Pair(likeness, key, other)


def _likeness(before: Contents, after: Contents) -> float:
    """Of the fields filled in either record, the share that says the same in both."""
    same = len(before & after)
    either = len({name for name, _ in before | after})
    return same / max(1, either)


def _contents(dataset: Dataset, record: Record) -> Contents:
    """What the record says beside its key."""
    said = record.values.items()
    return frozenset((name, value) for name, value in said if value is not None and name not in dataset.primary_key)
