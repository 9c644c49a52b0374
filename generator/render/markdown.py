"""Words from the data to words of a Markdown report: never markup, never a link, nobody called."""

from __future__ import annotations

import re

from generator.model.signs import printable

_BACKTICKS = re.compile("`+")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_CALLS = re.compile(r"[@#]")


def code(text: str) -> str:
    """Text as a code span: whatever it holds, it is neither markup, nor a link, nor somebody's name being called."""
    line = " ".join(printable(text).split()) or " "
    fence = "`" * (max(map(len, _BACKTICKS.findall(line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}".replace("|", "\N{FULLWIDTH VERTICAL LINE}")


def plain(text: str) -> str:
    """Text as a sentence of Markdown that is only read: no markup, no links, nobody called by `@name` or `#1`."""
    escaped = _PUNCTUATION.sub(r"\\\g<0>", " ".join(printable(text).split()))
    return _CALLS.sub("\\g<0>\N{WORD JOINER}", escaped)
