"""A review to the JSON one job leaves for another, and back: whoever wrote it is not trusted."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator.features.changes.changed_file_kinds import ChangedKind
from generator.features.changes.problems import review_unreadable
from generator.features.changes.review import ChangeView, FieldView, FileView, GroupView, PassageView, Review, Risk
from generator.model.change import ChangeKind
from generator.model.json_value import JsonObject
from generator.model.problem import Location, Problem
from generator.model.problem_objects import problem_object
from generator.model.rule import Rule, Severity

_VERSION = 2
CHANGES_LARGEST = 5_000_000
"""Bytes of a document that is read at all."""
_LONGEST = 2_000
"""Characters of any one text."""
_MOST = 5_000
"""Entries of any one list."""
_ROOM = CHANGES_LARGEST - 500_000
"""Bytes that a document may take up: what is written must be read, or an older result would stand for this one."""


def write_review(review: Review) -> str:
    """The review as JSON; where it has no room for all, the gravest, and how many are left."""
    text = _written(review)
    while len(text.encode()) > _ROOM or _longest(review) > _MOST:
        review = _halved(review)
        text = _written(review)
    return text


def _written(review: Review) -> str:
    document = {
        "version": _VERSION,
        "commit": review.commit,
        "files": [_file(each) for each in review.files],
        "groups": [_group(group) for group in review.groups],
        "problems": [problem_object(problem) for problem in review.problems],
        "own": review.own,
        "undone": review.undone,
        "unlisted": review.unlisted,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _longest(review: Review) -> int:
    lists = (review.files, review.problems, review.undone, review.groups, *(group.changes for group in review.groups))
    return max(map(len, lists))


def _halved(review: Review) -> Review:
    """The longest lists without their second halves; what is left out is counted."""
    most = max(1, _longest(review) // 2)
    groups = tuple(group._replace(changes=group.changes[:most]) for group in review.groups[:_MOST])
    files = tuple(each._replace(passages=each.passages[:most]) for each in review.files[:most])
    problems = review.problems[:most]
    before = (*(group.changes for group in review.groups), review.files, review.problems)
    after = (*(group.changes for group in groups), files, problems)
    left = sum(map(len, before)) - sum(map(len, after))
    return replace(
        review,
        groups=groups,
        files=files,
        problems=problems,
        own=min(review.own, len(problems)),
        undone=review.undone[:most],
        unlisted=review.unlisted + left,
    )


def read_review(data: bytes) -> Review | Problem:
    """The review a document holds; anything but exactly that is a problem."""
    try:
        if len(data) > CHANGES_LARGEST:
            raise ValueError("too large")
        document = json.loads(data)
        if document["version"] != _VERSION:
            raise ValueError("another version")
        return Review(
            files=tuple(_read_file(each) for each in _list(document["files"])),
            undone=_texts(document["undone"]),
            commit=_text(document["commit"]),
            unlisted=_number(document["unlisted"]) or 0,
            groups=tuple(_read_group(each) for each in _list(document["groups"])),
            problems=tuple(_read_problem(each) for each in _list(document["problems"])),
            own=_number(document["own"]) or 0,
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return review_unreadable()


def _group(group: GroupView) -> JsonObject:
    changes = [{**change._asdict(), "fields": [field._asdict() for field in change.fields]} for change in group.changes]
    return {**group._asdict(), "changes": changes}


def _read_group(each: Any) -> GroupView:
    changes = tuple(_read_change(change) for change in _list(each["changes"]))
    return GroupView(_text(each["dataset"]), _text(each["title"]), changes, _number(each["unread"]) or 0)


def _read_change(each: Any) -> ChangeView:
    fields = tuple(_read_field(field) for field in _list(each["fields"]))
    key, old_key, title, summary, file = (_text(each[name]) for name in ("key", "old_key", "title", "summary", "file"))
    return ChangeView(ChangeKind(each["kind"]), key, old_key, title, summary, fields, file)


def _read_field(each: Any) -> FieldView:
    name, title, before, after = (_text(each[name]) for name in ("name", "title", "before", "after"))
    return FieldView(name, title, before, after, _texts(each["gone"]), _texts(each["come"]))


def _file(view: FileView) -> JsonObject:
    return {**view._asdict(), "passages": [each._asdict() for each in view.passages]}


def _read_file(each: Any) -> FileView:
    return FileView(
        path=_text(each["path"]),
        kind=ChangedKind(each["kind"]),
        how=ChangeKind(each["how"]),
        risk=Risk(_number(each["risk"]) or 0),
        note=_text(each["note"]),
        passages=tuple(_read_passage(passage) for passage in _list(each["passages"])),
        left=_number(each["left"]) or 0,
        owners=_texts(each["owners"]),
    )


def _read_passage(each: Any) -> PassageView:
    where, before, after = (_text(each[name]) for name in ("where", "before", "after"))
    return PassageView(where, before, after, _texts(each["gone"]), _texts(each["come"]))


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(each) for each in _list(value))


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
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"


def _optional(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number(value: Any) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise TypeError("not a number")
    return value
