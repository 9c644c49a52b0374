"""Sentences on what changed to the report somebody asked for: text, Markdown for a forge, JSON; nothing for nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.features.changes.diff_sentences import change_counts
from generator.features.changes.review import ChangeView, FieldView, GroupView
from generator.model.change import ChangeKind
from generator.model.json_value import JsonObject
from generator.model.signs import printable
from generator.render.markdown import code, plain

MOST_SHOWN = 50
"""Changes of one dataset that a comment lists; the rest is counted."""
CHANGE_KINDS = {
    ChangeKind.ADDED: "新增",
    ChangeKind.CHANGED: "改动",
    ChangeKind.RENAMED: "换编号",
    ChangeKind.REMOVED: "删除",
}


class ChangesFormat(StrEnum):
    """The forms the report can take."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def render_changes(groups: Sequence[GroupView], format_: ChangesFormat) -> str:
    """The whole report; empty (in JSON an empty list) when nothing changed."""
    return _RENDERERS[format_](groups)


class _Marks(NamedTuple):
    """How words from the data are written in a report: the names of records, and what stands in fields."""

    name: Callable[[str], str]
    value: Callable[[str], str]


_PLAIN_TEXT, _MARKDOWN = _Marks(printable, printable), _Marks(plain, code)


def _text(groups: Sequence[GroupView]) -> str:
    lines = (
        line
        for group in groups
        for line in (
            f"{printable(group.title)}：{_counted(group)}",
            *(f"  {_sentence(change, _PLAIN_TEXT)}" for change in group.changes),
        )
    )
    return "\n".join(lines)


def _markdown(groups: Sequence[GroupView]) -> str:
    return "\n\n".join("\n".join(_markdown_group(group)) for group in groups)


def _markdown_group(group: GroupView) -> Iterator[str]:
    yield f"**{plain(group.title)}**：{_counted(group)}"
    if group.changes:
        yield ""
    yield from (f"- {_sentence(change, _MARKDOWN)}" for change in group.changes[:MOST_SHOWN])
    if len(group.changes) > MOST_SHOWN:
        yield f"- 还有 {len(group.changes) - MOST_SHOWN} 条没有列出"


def _counted(group: GroupView) -> str:
    counts = [f"{CHANGE_KINDS[kind]} {count} 条" for kind, count in change_counts(group).items()]
    unread = [f"{group.unread} 条有错误，不知道改了什么"] if group.unread else []
    return "，".join([*counts, *unread])


def _sentence(change: ChangeView, marks: _Marks) -> str:
    name = marks.name(change.title)
    match change.kind:
        case ChangeKind.ADDED:
            return f"新增 {name}：{marks.name(change.summary)}" if change.summary else f"新增 {name}"
        case ChangeKind.REMOVED:
            return f"删除 {name}（{marks.value(change.key)}）"
        case ChangeKind.RENAMED:
            moved = f"{name} 换编号 {marks.value(change.old_key)} → {marks.value(change.key)}"
            return "；".join([moved, *(_field(field, marks) for field in change.fields)])
    return f"{name}：{'；'.join(_field(field, marks) for field in change.fields)}"


def _field(field: FieldView, marks: _Marks) -> str:
    title, before, after = marks.name(field.title), marks.value(field.before), marks.value(field.after)
    return f"{title} 有改动 {after}" if field.before == field.after else f"{title} {before} → {after}"


def _json(groups: Sequence[GroupView]) -> str:
    document = [
        {
            "dataset": group.dataset,
            "title": group.title,
            "unread": group.unread,
            "changes": [_change_object(change) for change in group.changes],
        }
        for group in groups
    ]
    return json.dumps(document, ensure_ascii=False, indent=1)


def _change_object(change: ChangeView) -> JsonObject:
    return {
        **change._asdict(),
        "fields": [field._asdict() for field in change.fields],
        "sentence": _sentence(change, _PLAIN_TEXT),
    }


_RENDERERS = {ChangesFormat.TEXT: _text, ChangesFormat.MARKDOWN: _markdown, ChangesFormat.JSON: _json}
