"""Many removals at once need a reason, or tombstones that name an approval."""

from __future__ import annotations

from generator.features.changes.record_changes import compare_catalogues
from generator.features.changes.sudden_changes import Limits, find_sudden_changes
from generator.model.record import Record
from tests.builders import dataset, field, linked, locate, record

NOTES = dataset("notes", field("text"))
STONES = dataset("stones", field("kind"), field("record"), field("approval"), role="tombstone")
LIMITS = Limits(removals=3, factor=10)


def _stones(*keys: str) -> list[Record]:
    return [record(STONES, f"t{key}", kind="notes", record=key, approval="示例审批单") for key in keys]


def _found(gone: str, *stones: Record) -> list[str]:
    before, _ = linked((NOTES, STONES), *(record(NOTES, key, text=f"示例{key}") for key in "abcdef"))
    kept = (record(NOTES, key, text=f"示例{key}") for key in "abcdef" if key not in gone)
    after, _ = linked((NOTES, STONES), *kept, *stones)
    comparison = compare_catalogues(before, after, lambda _dataset, _key: False)
    return [each.rule.code for each in find_sudden_changes(comparison, LIMITS, locate)]


def test_an_approved_purge_is_no_unexplained_removal() -> None:
    assert _found("abcd") == ["unexplained-removal"]
    assert _found("abcd", *_stones("a", "b", "c", "d")) == []


def test_a_tombstone_excuses_only_what_it_names() -> None:
    assert _found("abcde", *_stones("a")) == ["unexplained-removal"]
