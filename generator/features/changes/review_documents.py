"""A review to the JSON one job leaves for another, and back: whoever wrote it is not trusted."""

from __future__ import annotations

import json
from typing import Any

from generator.features.changes.problems import REVIEW_UNREADABLE
from generator.features.changes.review import ChangeView, FieldView, GroupView, Review
from generator.model.change import ChangeKind
from generator.model.json_value import JsonObject
from generator.model.problem import Location, Problem
from generator.model.problem_objects import problem_object
from generator.model.rule import Rule, Severity

_VERSION = 1
CHANGES_LARGEST = 5_000_000
"""Bytes of a document that is read at all."""
_LONGEST = 2_000
"""Characters of any one text."""
_MOST = 5_000
"""Entries of any one list."""


def write_review(review: Review) -> str:
    """The review as JSON."""
    document = {
        "version": _VERSION,
        "groups": [_group(group) for group in review.groups],
        "problems": [problem_object(problem) for problem in review.problems],
        "own": review.own,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read_review(data: bytes) -> Review | Problem:
    """The review a document holds; anything but exactly that is a problem."""
    try:
        if len(data) > CHANGES_LARGEST:
            raise ValueError("too large")
        document = json.loads(data)
        if document["version"] != _VERSION:
            raise ValueError("another version")
        return Review(
            groups=tuple(_read_group(each) for each in _list(document["groups"])),
            problems=tuple(_read_problem(each) for each in _list(document["problems"])),
            own=_number(document["own"]) or 0,
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return _unreadable()


def _group(group: GroupView) -> JsonObject:
    changes = [{**change._asdict(), "fields": [field._asdict() for field in change.fields]} for change in group.changes]
    return {**group._asdict(), "changes": changes}


def _read_group(each: Any) -> GroupView:
    changes = tuple(_read_change(change) for change in _list(each["changes"]))
    return GroupView(_text(each["dataset"]), _text(each["title"]), changes, _number(each["unread"]) or 0)


def _read_change(each: Any) -> ChangeView:
    fields = tuple(FieldView._make(_text(field[name]) for name in FieldView._fields) for field in _list(each["fields"]))
    key, old_key, title, summary = (_text(each[name]) for name in ("key", "old_key", "title", "summary"))
    return ChangeView(ChangeKind(each["kind"]), key, old_key, title, summary, fields)


def _read_problem(each: Any) -> Problem:
    line, column, row = (_number(each[name]) for name in ("line", "column", "row"))
    place = Location(_text(each["file"]), line, column, row, _optional(each["field"]))
    rule, message, hint = (_text(each[name]) for name in ("rule", "message", "hint"))
    return Problem(Rule(rule, Severity(each["severity"])), place, message, hint, _optional(each["record"]))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > _MOST:
        raise TypeError("not a list of a sensible length")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value[:_LONGEST]


def _optional(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise TypeError("not a number")
    return value


def _unreadable() -> Problem:
    """A document that is not what `mingshan vet` writes; a change can bring its own program along."""
    return Problem(
        REVIEW_UNREADABLE,
        Location("review.json"),
        "检查结果的文件不是 mingshan vet 写的，没有采用。",
        "看检查的运行记录；提交里改了程序的，请技术人员审核。",
    )
