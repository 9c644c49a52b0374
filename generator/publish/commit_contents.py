"""What lies between two commits to everything that would be published with them: contents, messages, paths."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.base.git import ask_git
from generator.publish.history import read_blobs

_MOST_CONTENTS = 2_000
"""Contents that are looked into; a change with more of them is none that somebody reads."""


class Proposed(NamedTuple):
    """A content under the path it had; `commit` in short, where only an earlier commit of the change has it."""

    path: str
    commit: str
    data: bytes


def read_messages(root: Path, fork: str, newest: str) -> Iterator[tuple[str, str]]:
    """Of each commit its short name and what was written of it, who signed and helped aside."""
    log = ask_git(root, "log", "--format=%h%x00%B%x01", f"{fork}..{newest}")
    for entry in filter(str.strip, log.split("\x01")):
        name, _, text = entry.strip().partition("\0")
        yield name, "\n".join(line for line in text.splitlines() if not _is_trailer(line))


def read_proposed(root: Path, fork: str, newest: str) -> tuple[Proposed, ...]:
    """Every content that a commit of the change brought and the newest one has no longer: history keeps it."""
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    brought: dict[str, tuple[str, str]] = {}
    log = ask_git(
        root, "log", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=%x01%h", f"{fork}..{newest}"
    )
    for entry in log.split("\x01")[1:]:
        words = entry.split("\0")
        commit = words[0].strip()
        for about, path in pairwise(words[1:]):
            if about.lstrip("\n").startswith(":") and path.startswith(prefix):
                _, mode, _, blob, _ = about.strip().lstrip(":").split(" ")[:5]
                if mode.startswith("100"):
                    brought.setdefault(blob, (path.removeprefix(prefix), commit))
    listed = ask_git(root, "ls-tree", "-r", "-z", "--full-tree", newest)
    kept = {entry.split("\t", 1)[0].split()[2] for entry in listed.split("\0") if entry}
    gone = {blob: place for blob, place in brought.items() if blob not in kept}
    contents = read_blobs(root, list(gone)[:_MOST_CONTENTS])
    return tuple(Proposed(path, commit, contents[blob]) for blob, (path, commit) in gone.items() if blob in contents)


def _is_trailer(line: str) -> bool:
    return line.startswith(("Signed-off-by:", "Co-authored-by:", "Co-Authored-By:", "Reviewed-by:"))
