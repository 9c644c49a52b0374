"""What reviewers of a change are shown: what changes for the public, and what has to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.change import ChangeKind
from generator.model.problem import Problem


class FieldView(NamedTuple):
    """One field before and after, in words."""

    name: str
    title: str
    before: str
    after: str


class ChangeView(NamedTuple):
    """One changed record: `title` tells whose, `summary` what a new record is about."""

    kind: ChangeKind
    key: str
    old_key: str
    title: str
    summary: str
    fields: tuple[FieldView, ...]


class GroupView(NamedTuple):
    """The changes of one dataset; `unread` records have faults, and nobody can say what changed in them."""

    dataset: str
    title: str
    changes: tuple[ChangeView, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class Review:
    """`problems` come in the order in which they should be looked at; the first `own` are in files that changed."""

    groups: tuple[GroupView, ...]
    problems: tuple[Problem, ...]
    own: int


class MarkedCell(NamedTuple):
    """One value as it may be shown; `is_bad` where a problem points at it."""

    title: str
    text: str
    is_bad: bool


class MarkedRow(NamedTuple):
    """The row a problem stands in, drawn again; without cells where no row could be read."""

    problem: Problem
    cells: tuple[MarkedCell, ...]
