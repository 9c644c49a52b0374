"""Points by which a sentence is heard, as they were learnt (`bench/learn_*.py`), and as they are sent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from generator.base.house import NATIONAL, engine_root
from generator.base.marks import marks, share, signs_in
from generator.base.point_marks import packed_marks


class PointTable(NamedTuple):
    """The points of each mark and the base, both by kind in the order of `kinds`."""

    kinds: tuple[str, ...]
    base: tuple[float, ...]
    of: Mapping[int, tuple[int, ...]]


@cache
def point_table(name: str) -> PointTable:
    """A table of the national data."""
    lines = (engine_root() / NATIONAL / f"{name}.csv").read_text("utf-8").splitlines()
    (_, *kinds), (_, *base), *rows = (line.split(",") for line in lines)
    of = {int(mark): tuple(int(each or 0) for each in points) for mark, *points in rows}
    return PointTable(tuple(kinds), tuple(map(float, base)), of)


def base_of(table: PointTable, wanted: Container[str]) -> Mapping[str, float]:
    """The base of the kinds that there are at a place."""
    return {kind: base for kind, base in zip(table.kinds, table.base, strict=True) if kind in wanted}


def marks_of(table: PointTable, wanted: Container[str]) -> bytes:
    """The marks with the points of these kinds, in bits."""
    kept = [at for at, kind in enumerate(table.kinds) if kind in wanted]
    rows = [(mark, [points[at] for at in kept]) for mark, points in table.of.items()]
    return packed_marks([row for row in rows if any(row[1])], len(kept))


def marks_together(names: Iterable[str], wanted: Container[str]) -> bytes:
    """How many bytes the marks of the first of two tables take, in four, then these and those of the second."""
    first, second = (marks_of(point_table(name), wanted) for name in names)
    return len(first).to_bytes(4) + first + second


def likeliest(table: PointTable, text: str, count: int) -> list[str]:
    """The kinds with the most points in a folded text, the most first."""
    part = share(signs_in(text))
    nothing = (0,) * len(table.base)
    found = (table.of[mark] for mark in marks(text) if mark in table.of)
    totals = map(sum, zip(nothing, *found, strict=True))
    sums = [base + part * total for base, total in zip(table.base, totals, strict=True)]
    return [table.kinds[at] for at in sorted(range(len(sums)), key=lambda at: -sums[at])[:count]]
