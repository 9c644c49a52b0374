"""A name somebody wrote to how a message may repeat it, and to the declared name it comes nearest to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import PurePosixPath

from generator.model.dataset import Field

_LONGEST = 20
_LONG_NUMBER = re.compile(r"[\dXx]{5,}")


def shown(name: str) -> str:
    """A key or header as a message may repeat it: short, printable, long numbers (maybe a person's) masked."""
    printable = "".join(character if character.isprintable() else "?" for character in name)
    masked = _LONG_NUMBER.sub("…", printable)
    return masked if len(masked) <= _LONGEST else masked[:_LONGEST] + "…"


def shown_path(path: PurePosixPath | str) -> str:
    """A path that any terminal can print: undecodable bytes and control characters become `?`."""
    return "".join(character if character.isprintable() else "?" for character in str(path))


def nearest(name: str, titles: Mapping[str, str]) -> str | None:
    """The declared name whose name or title is most like `name`."""
    spoken = {title: known for known, title in titles.items()} | {known: known for known in titles}
    found = get_close_matches(name[:60].lower(), list(spoken), n=1, cutoff=0.6)
    return spoken[found[0]] if found else None


def suggestion(name: str, titles: Mapping[str, str]) -> str:
    """How to mend an unknown name: the nearest one, else all that there are."""
    meant = nearest(name, titles)
    if meant is not None:
        return f"是不是想写 {meant}（{titles[meant]}）？"
    return "可以写的有：" + "、".join(titles) + "。"


def field_titles(fields: Mapping[str, Field]) -> Mapping[str, str]:
    """Titles by field name."""
    return {name: field.title for name, field in fields.items()}
