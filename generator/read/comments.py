"""A record's file to the comments in it, which no record has and every reader of the repository sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.model.passage import Passage

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


def read_comments(text: str, file: str) -> Iterator[Passage]:
    """Everything behind a `#`, each on its own line; of an article only what stands before its body."""
    suffix = PurePosixPath(file).suffix.lower()
    if suffix == ".md":
        front = _FRONT.match(text)
        text = text[: front.end(1)] if front else ""
    elif suffix not in (".yaml", ".yml"):
        return
    if "#" in text:
        found = (_COMMENT.search(line) for line in text.split("\n"))
        yield Passage("注释", "\n".join(each[0] if each else "" for each in found), 1)
