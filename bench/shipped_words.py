"""The words that are shipped with the engine, and how a saying of them would be said."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping

from generator.base.house import NATIONAL, engine_root
from generator.base.pairs import fold

Groups = Mapping[str, tuple[str, ...]]
_JOINTS = frozenset("_-.")


def shipped_groups() -> Groups:
    """The groups of words as they are shipped."""
    rows = shipped_rows("word_groups/word_groups.csv")
    return {row["name"]: tuple(map(fold, row["words"].split(";"))) for row in rows}


def shipped_rows(name: str) -> list[dict[str, str]]:
    """A table of the national data."""
    with (engine_root() / NATIONAL / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said_as(phrase: str, groups: Groups, chance: random.Random) -> Iterator[str]:
    """A saying as it would be said; what has several parts twice, for there are many ways."""
    for _ in range(2 if _JOINTS & set(phrase) else 1):
        yield "".join(chance.choice(_choices(part, groups)) for part in phrase.split("_"))


def _choices(part: str, groups: Groups) -> list[str]:
    return [word for each in part.split("-") if each for word in groups.get(each.removesuffix("."), (each,))]
