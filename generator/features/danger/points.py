"""The points by which a danger is heard, as they were learnt (bench/learn_danger.py), to what a browser asks.

Each row of the table is a mark, under which signs and pairs of signs are looked up, and its points by kind. The marks
are sent as bits, which take a third of the bytes of words: how far the next mark is (a number of ones for each eight,
a nought, three bits for the rest), one bit a kind, and for each of these kinds a bit for less than nothing and as many
ones as the step is high, then a nought.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from functools import cache

from generator.base.house import NATIONAL, engine_root
from generator.model.json_value import JsonObject

_QUIET = "none"
"""The column of what is no danger, which the browser knows without a name."""
_SAID = 6
"""Points for a kind of danger of which a shipped phrase was heard: it tips what stands near the edge."""
_REST = 3
"""Bits in which the rest of a distance is told."""
STEPS = (1, 2, 3, 5, 8, 12, 20)
"""The points there are."""

_Row = tuple[int, Sequence[int]]


def danger_points(kinds: Container[str]) -> JsonObject:
    """`base` by kind, `said` for a phrase, the `steps` of points, `marks` in bits; of kinds with a card and of none."""
    (_, *named), base, *rows = _table()
    kept = [at for at, kind in enumerate(named, start=1) if kind == _QUIET or kind in kinds]
    marked = [(int(row[0]), [int(row[at] or 0) for at in kept]) for row in rows]
    return {
        "said": _SAID,
        "base": {"" if named[at - 1] == _QUIET else named[at - 1]: float(base[at]) for at in kept},
        "steps": list(STEPS),
        "marks": packed_marks([row for row in marked if any(row[1])]),
    }


def packed_marks(rows: Sequence[_Row]) -> str:
    """Marks in order with their points, as bits in Base64; ones at the end, which end no mark."""
    bits = "".join(_bits(rows))
    whole = bits.ljust(-(-len(bits) // 8) * 8, "1")
    return b64encode(bytes(int(whole[at : at + 8], 2) for at in range(0, len(whole), 8))).decode()


def _bits(rows: Sequence[_Row]) -> Iterator[str]:
    last = -1
    for mark, points in rows:
        times, rest = divmod(mark - last - 1, 2**_REST)
        yield f"{'1' * times}0{rest:0{_REST}b}"
        yield "".join("1" if each else "0" for each in points)
        yield from (f"{'1' if each < 0 else '0'}{'1' * STEPS.index(abs(each))}0" for each in points if each)
        last = mark


@cache
def _table() -> tuple[tuple[str, ...], ...]:
    lines = (engine_root() / NATIONAL / "danger_points.csv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split(",")) for line in lines)
