"""What reviewers of a change are shown: what changes for the public, and what has to be mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from generator.features.changes.changed_file_kinds import ChangedKind
from generator.model.change import ChangeKind
from generator.model.problem import Problem


class Risk(IntEnum):
    """What a change can do to readers, the gravest first."""

    LEADS = 1
    """It sends them to another number, account or address."""
    MACHINE = 2
    """It changes what the program does or who looks at changes."""
    PUBLIC = 3
    """It changes what they read."""
    QUIET = 4
    """Nobody sees it but in the repository."""


class PassageView(NamedTuple):
    """One place of a file or record before and after, in words; `gone` and `come` are leads, see `leads`."""

    where: str
    before: str
    after: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


class FileView(NamedTuple):
    """One changed path from the top of the repository: what kind of file it is, and what changed in it.

    `left` passages are not listed; `owners` are those who must look, as the base says.
    """

    path: str
    kind: ChangedKind
    how: ChangeKind
    risk: Risk
    note: str
    passages: tuple[PassageView, ...]
    left: int
    owners: tuple[str, ...]


class FieldView(NamedTuple):
    """One field before and after, in words, and the leads in it that went and came."""

    name: str
    title: str
    before: str
    after: str
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()


class ChangeView(NamedTuple):
    """One changed record: `title` tells whose, `summary` what a new record is about."""

    kind: ChangeKind
    key: str
    old_key: str
    title: str
    summary: str
    fields: tuple[FieldView, ...]
    file: str = ""


class GroupView(NamedTuple):
    """The changes of one dataset; `unread` records have faults, and nobody can say what changed in them."""

    dataset: str
    title: str
    changes: tuple[ChangeView, ...]
    unread: int


@dataclass(frozen=True, slots=True)
class Review:
    """`problems` come in the order in which they should be looked at; the first `own` are in files that changed.

    `files` are all that differ, the gravest first; `unlisted` counts what a document had no room for. `commit` is
    whose result this is, empty where files lie there that no commit holds.
    """

    groups: tuple[GroupView, ...]
    problems: tuple[Problem, ...]
    own: int
    files: tuple[FileView, ...] = ()
    undone: tuple[str, ...] = ()
    commit: str = ""
    unlisted: int = 0


class MarkedCell(NamedTuple):
    """One value as it may be shown; `is_bad` where a problem points at it."""

    title: str
    text: str
    is_bad: bool


class MarkedRow(NamedTuple):
    """The row a problem stands in, drawn again; without cells where no row could be read."""

    problem: Problem
    cells: tuple[MarkedCell, ...]
