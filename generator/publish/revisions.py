"""A revision that git remembers to a folder that holds its data, articles and settings as they were."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.base.git import ask_git
from generator.model.problem import Problem
from generator.publish.history import read_blobs
from generator.publish.release_problems import no_revision

_PLACES = ("data", "content", "mkdocs.yml")
MODES = ("100644", "100755")
"""Plain files; a link in an old revision could lead anywhere on this machine."""


def _find_commit(root: Path, revision: str) -> str | None:
    """The full name of the commit that somebody calls `revision`; None where there is no such thing."""
    words = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return ask_git(root, *words).strip() or None


def commit_of(root: Path) -> str:
    """The commit whose files lie in a folder; empty where one of them was changed since, or git knows none."""
    changed = ask_git(root, "status", "--porcelain", "--", *_PLACES, "theme")
    return "" if changed.strip() else ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()


class RevisionSpan(NamedTuple):
    """From the commit where two lines of work parted to the newest of one of them."""

    fork: str
    newest: str


def find_span(root: Path, base: str, head: str = "HEAD") -> RevisionSpan | Problem:
    """What `head` did since it left `base`: what came into `base` since then is not a change of `head`."""
    newest, oldest = _find_commit(root, head), _find_commit(root, base)
    if oldest is None or newest is None:
        return no_revision(base if oldest is None else head)
    return RevisionSpan(ask_git(root, "merge-base", oldest, newest).strip() or oldest, newest)


class DataTag(NamedTuple):
    """A release of the data: a tag in git whose name begins with `data-`, the day it was set, and its commit."""

    name: str
    commit: str
    day: date


def data_tags(root: Path) -> tuple[DataTag, ...]:
    """Those that the present state descends from, the oldest first."""
    columns = "%(refname:lstrip=2)%09%(objectname)%09%(*objectname)%09%(creatordate:short)"
    words = ("--sort=creatordate", "--merged=HEAD", f"--format={columns}", "refs/tags/data-*")
    lines = (line.split("\t") for line in ask_git(root, "for-each-ref", *words).splitlines())
    return tuple(DataTag(name, commit or own, date.fromisoformat(day)) for name, own, commit, day in lines)


def read_at(root: Path, commit: str, path: str) -> str:
    """The text of a file, from the top of the repository, as a commit has it; empty where there is none."""
    return ask_git(root, "show", "--end-of-options", f"{commit}:{path}")


def lay_out(root: Path, commit: str, folder: Path) -> None:
    """Write the data, the articles (some are records) and the settings of a commit below `folder`.

    Read blob by blob, because `.gitattributes` can hide files from `git archive` or change them on checkout.
    """
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    listed = ask_git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(f"{prefix}{name}" for name in _PLACES))
    blobs = {path.removeprefix(prefix): name for path, name in _entries(listed)}
    contents = read_blobs(root, blobs.values())
    for path, name in blobs.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents[name])


def _entries(listed: str) -> list[tuple[str, str]]:
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return [
        (path, about.split()[2])
        for about, _, path in entries
        if about.split()[0] in MODES and ".." not in path.split("/")
    ]
