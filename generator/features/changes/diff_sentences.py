"""Changes between two states of the data to sentences for the public: what is said now instead of what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.check.personal.covering import Covering, covering_of
from generator.features.changes.changed_passages import changed_passages
from generator.features.changes.leads_out_of_text import new_leads
from generator.features.changes.review import ChangeView, FieldView, GroupView
from generator.model.catalogue import Catalogue
from generator.model.change import Change, ChangeKind, Comparison
from generator.model.dataset import Dataset, Field
from generator.model.facets import record_title
from generator.model.masking import HIDDEN, mask_numbers
from generator.model.record import Record
from generator.render.cards import record_summary
from generator.render.facts import record_fact

_NOTHING = "（空）"
DOUBTFUL = "（有问题，见检查结果）"
_LONGEST = 40
"""Characters of a changed text that are shown around the place where it changed."""
_UNIT = re.compile(r"(?<=\d)( \S+)$")
_CODES = ("credit_code", "period")
"""Formats whose long numbers are nobody's."""
_LEADING = ("telephone", "url", "email")
"""Formats of what readers call, open and write to."""
_MOBILE = re.compile(r"1[3-9]\d{9}")

Doubts = frozenset[tuple[str, str]]
"""Fields (key of the record, name) that have a problem: what stands there may be what must not be repeated."""


def view_changes(
    comparison: Comparison, doubts: Doubts = frozenset(), covering: Covering | None = None
) -> tuple[GroupView, ...]:
    """What changed, dataset by dataset; nothing of datasets in which nothing did."""
    known = {**comparison.before.datasets, **comparison.after.datasets}
    shown = _Shown(comparison, doubts, covering or covering_of(comparison.before, comparison.after))
    return tuple(
        GroupView(
            dataset=name,
            title=known[name].title,
            changes=tuple(_view(shown, known[name], change) for change in changes),
            unread=comparison.unread.get(name, 0),
        )
        for name, changes in sorted(comparison.changes.items(), key=lambda item: _rank(known[item[0]]))
        if changes or comparison.unread.get(name)
    )


def _rank(dataset: Dataset) -> tuple[str, bool]:
    """Rows inside records come after the records."""
    nesting = dataset.directory.nesting
    return (nesting.dataset, True) if nesting else (dataset.name, False)


class _Shown(NamedTuple):
    """What is compared, and what of it is not repeated."""

    comparison: Comparison
    doubts: Doubts
    covering: Covering


def _view(shown: _Shown, dataset: Dataset, change: Change) -> ChangeView:
    catalogue = shown.comparison.before if change.after is None else shown.comparison.after
    record = change.record
    is_new = change.kind is ChangeKind.ADDED
    return ChangeView(
        kind=change.kind,
        key=record.key,
        old_key=change.before.key if change.before else "",
        title=_masked_title(catalogue, record, shown.doubts),
        summary=_summary(catalogue, dataset, record, shown.doubts) if is_new else "",
        fields=tuple(_leading(shown, dataset, record) if is_new else _fields(shown, dataset, change)),
        file=record.origin.file,
    )


def _masked_title(catalogue: Catalogue, record: Record, doubts: Doubts) -> str:
    """The record's name; of a row inside another record, that record's name before it."""
    dataset = catalogue.datasets[record.dataset]
    own = DOUBTFUL if (record.key, dataset.directory.label) in doubts else mask_numbers(record_title(catalogue, record))
    nesting = dataset.directory.nesting
    parent = catalogue.records[nesting.dataset].get(str(record.values[nesting.parent_field])) if nesting else None
    return f"{_masked_title(catalogue, parent, doubts)} · {own}" if parent else own


def _summary(catalogue: Catalogue, dataset: Dataset, record: Record, doubts: Doubts) -> str:
    if (record.key, dataset.directory.summary or "") in doubts:
        return ""
    return _shortened(mask_numbers(record_summary(catalogue, record)))


def _leading(shown: _Shown, dataset: Dataset, record: Record) -> Iterator[FieldView]:
    """Of a new record the fields that lead somewhere: whom it tells readers to call is what has to be judged."""
    for field in dataset.fields:
        if (record.key, field.name) not in shown.doubts and record.values.get(field.name):
            for view in _contrasts(shown, field, None, record):
                if view.come:
                    yield view


def _fields(shown: _Shown, dataset: Dataset, change: Change) -> Iterator[FieldView]:
    before, after = change.before, change.after
    if before is None or after is None:
        return
    for name in change.fields:
        field = dataset.columns[name]
        if (after.key, name) in shown.doubts:
            yield FieldView(name, field.title, DOUBTFUL, DOUBTFUL)
        else:
            yield from _contrasts(shown, field, before, after)


def _contrasts(shown: _Shown, field: Field, before: Record | None, after: Record) -> Iterator[FieldView]:
    """One view of a field; of prose one for each sentence that differs."""
    comparison = shown.comparison
    old = _words(comparison.before, before, field) if before else _NOTHING
    new = _words(comparison.after, after, field)
    if not _is_prose(field):
        lead = field.format in _LEADING
        went, came = ((each,) if lead and each != _NOTHING else () for each in (old, new))
        yield FieldView(field.name, field.title, *_contrast(old, new), went, came)
        return

    def cover(text: str) -> str:
        """What stands beside a number says what it is: the title of its column too."""
        titled = f"{field.title}：{text}"
        return shown.covering.cover(after.origin.file, titled).removeprefix(f"{field.title}：")

    before_text, after_text = ("" if each == _NOTHING else each for each in (old, new))
    for passage in changed_passages(before_text, after_text, cover):
        named = new_leads(*(f"{field.title}：{each}" for each in (passage.before, passage.after)))
        gone, come = tuple(dict.fromkeys((*passage.gone, *named[0]))), tuple(dict.fromkeys((*passage.come, *named[1])))
        yield FieldView(field.name, field.title, passage.before or _NOTHING, passage.after or _NOTHING, gone, come)


def _words(catalogue: Catalogue, record: Record, field: Field) -> str:
    if field.name not in record.values:
        return _NOTHING
    fact = record_fact(catalogue, record, field)
    if fact.kind == "missing":
        return _NOTHING
    return _masked(field, fact.text or str(fact.value))


def _masked(field: Field, text: str) -> str:
    """What may stand in a public log of a value that already passed its own checks; prose is covered as it is cut."""
    if field.personal:
        return HIDDEN
    if field.format == "telephone":
        return HIDDEN if _MOBILE.search(re.sub(r"\D", "", text)) else text
    return text


def _is_prose(field: Field) -> bool:
    is_words = field.type in ("string", "list") and not (field.target or field.categories)
    return is_words and not field.personal and field.format not in (*_CODES, *_LEADING)


def _contrast(before: str, after: str) -> tuple[str, str]:
    """`100,000 → 120,000 元`: a common unit is said once; of long texts only the part that differs."""
    unit = _UNIT.search(after)
    if unit and before.endswith(unit[1]) and before != HIDDEN:
        before = before.removesuffix(unit[1])
    if max(len(before), len(after)) <= _LONGEST:
        return before, after
    same = _common_length(before, after)
    return _excerpt(before, same), _excerpt(after, same)


def _common_length(before: str, after: str) -> int:
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(before), len(after)))


def _excerpt(text: str, same: int) -> str:
    start = max(0, same - 8)
    piece = text[start : start + _LONGEST]
    return f"{'…' if start else ''}{piece}{'…' if start + _LONGEST < len(text) else ''}" or _NOTHING


def _shortened(text: str) -> str:
    return text if len(text) <= 2 * _LONGEST else f"{text[: 2 * _LONGEST]}…"


def change_counts(group: GroupView) -> Mapping[ChangeKind, int]:
    """How many records of each kind of change, those that occur."""
    counts = {kind: sum(change.kind is kind for change in group.changes) for kind in ChangeKind}
    return {kind: count for kind, count in counts.items() if count}
