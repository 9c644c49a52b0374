"""Sentences on what changed to the report somebody asked for: text, Markdown for a forge, JSON; nothing for nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from generator.model.change import ChangeKind
from generator.render.changes import ChangeView, FieldView, GroupView, change_counts

MOST_SHOWN = 50
"""Changes of one dataset that a comment lists; the rest is counted."""
KINDS = {
    ChangeKind.ADDED: "新增",
    ChangeKind.CHANGED: "改动",
    ChangeKind.RENAMED: "换编号",
    ChangeKind.REMOVED: "删除",
}
_BACKTICKS = re.compile("`+")


class ChangesFormat(StrEnum):
    """The forms the report can take."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def render_changes(groups: Sequence[GroupView], format_: ChangesFormat) -> str:
    """The whole report; empty (in JSON an empty list) when nothing changed."""
    return _RENDERERS[format_](groups)


def _text(groups: Sequence[GroupView]) -> str:
    lines = (
        line
        for group in groups
        for line in (_heading(group), *(f"  {_sentence(change, str)}" for change in group.changes))
    )
    return "\n".join(lines)


def _markdown(groups: Sequence[GroupView]) -> str:
    return "\n\n".join("\n".join(_markdown_group(group)) for group in groups)


def _markdown_group(group: GroupView) -> Iterator[str]:
    yield f"**{code(group.title)}**：{_counted(group)}"
    yield ""
    yield from (f"- {_sentence(change, code)}" for change in group.changes[:MOST_SHOWN])
    if len(group.changes) > MOST_SHOWN:
        yield f"- 还有 {len(group.changes) - MOST_SHOWN} 条没有列出"


def code(text: str) -> str:
    """Text as a code span: whatever it holds, it is neither markup, nor a link, nor somebody's name being called."""
    line = " ".join(text.split()) or " "
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _heading(group: GroupView) -> str:
    return f"{group.title}：{_counted(group)}"


def _counted(group: GroupView) -> str:
    counts = [f"{KINDS[kind]} {count} 条" for kind, count in change_counts(group).items()]
    unread = [f"{group.unread} 条有错误，不知道改了什么"] if group.unread else []
    return "，".join([*counts, *unread])


def _sentence(change: ChangeView, mark: Any) -> str:
    match change.kind:
        case ChangeKind.ADDED:
            summary = f"：{mark(change.summary)}" if change.summary else ""
            return f"新增 {mark(change.title)}{summary}"
        case ChangeKind.REMOVED:
            return f"删除 {mark(change.title)}（{mark(change.key)}）"
        case ChangeKind.RENAMED:
            moved = f"{mark(change.title)} 换编号 {mark(change.old_key)} → {mark(change.key)}"
            return "；".join([moved, *(_field(field, mark) for field in change.fields)])
    return f"{mark(change.title)}：{'；'.join(_field(field, mark) for field in change.fields)}"


def _field(field: FieldView, mark: Any) -> str:
    if field.before == field.after:
        return f"{field.title} 有改动 {mark(field.after)}"
    return f"{field.title} {mark(field.before)} → {mark(field.after)}"


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


def _change_object(change: ChangeView) -> Mapping[str, Any]:
    return {
        **change._asdict(),
        "fields": [field._asdict() for field in change.fields],
        "sentence": _sentence(change, str),
    }


_RENDERERS = {ChangesFormat.TEXT: _text, ChangesFormat.MARKDOWN: _markdown, ChangesFormat.JSON: _json}
