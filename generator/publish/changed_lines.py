"""Two states of a repository to the lines of each file that are new or different."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.base.git import ask_git

_MOST_FILES = 500
"""Files looked into line by line; of more than these, every line counts as changed."""
_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)

Lines = Mapping[str, tuple[range, ...]]
"""For each changed file the runs of lines, counted from 1, that changed; a file that is gone has none."""


def read_changed_lines(root: Path, base: str) -> Lines:
    """What the files that lie in the folder have that `base` has not; files git does not know yet are all new."""
    listed = ask_git(root, "diff", "--relative", "--name-only", "--no-renames", "-z", "--end-of-options", base, "--")
    untracked = ask_git(root, "ls-files", "--others", "--exclude-standard", "-z")
    changed = [name for name in listed.split("\0") if name]
    lines = {name: tuple(_hunks(root, base, name)) for name in changed[:_MOST_FILES]}
    whole = [*changed[_MOST_FILES:], *(name for name in untracked.split("\0") if name)]
    return {**lines, **{name: (range(1, 1_000_000_000),) for name in whole}}


def _hunks(root: Path, base: str, name: str) -> Iterator[range]:
    """`--text` and the rest: an attribute in the change itself must not decide what we see of it."""
    words = ("diff", "--relative", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--text")
    for start, count in _HUNK.findall(ask_git(root, *words, "--end-of-options", base, "--", name)):
        yield range(int(start), int(start) + int(count or 1))
