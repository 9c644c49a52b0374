"""The points by which a danger is heard, as they were learnt (bench/learn_danger.py), to what a browser asks.

Each row of a table is a mark, under which signs and pairs of signs are looked up, or syllables and pairs of them, and
its points by kind. The marks are sent as answers to questions, which take a quarter of the bytes of words (`bits.py`):
whether there is one more, how far it is (a yes for each eight, a no, three answers for the rest), and for each kind
whether it has points, whether less than nothing, and a yes for each step up, then a no. `marks.js` asks the same.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Container, Iterator, Sequence
from functools import cache

from generator.base.house import NATIONAL, engine_root
from generator.features.danger.bits import Bits
from generator.model.json_value import JsonObject

_QUIET = "none"
"""The column of what is no danger, which the browser knows without a name."""
_SAID = 6
"""Points for a kind of danger of which a shipped phrase was heard: it tips what stands near the edge."""
DOUBT = 8
"""So many more a danger needs that is heard by its sound although it was written: much sounds like it and is not."""
_REST = 3
"""Bits in which the rest of a distance is told."""
_FAR, _HIGH = 15, 7
"""Yes's of a distance (and kinds), and steps, that are questions of their own."""
_MORE, _FURTHER = 0, 1
_BITS = _FURTHER + _FAR + 1
_MEANT = _BITS + 2**_REST
_LESS = _MEANT + (_FAR + 1) * 4 * 3
_HIGHER = _LESS + (_FAR + 1) * 3
_QUESTIONS = _HIGHER + 2 * (_HIGH + 1)
"""Where each sort of question begins."""
STEPS = (1, 2, 3, 5, 8, 12, 20)
"""The points there are."""

_Row = tuple[int, Sequence[int]]
_Answers = Iterator[tuple[int, bool]]
_Table = tuple[tuple[str, ...], ...]


def danger_points(kinds: Container[str]) -> JsonObject:
    """`said` for a phrase, `doubt`, the `steps` of points, and both tables; of kinds with a card and of none."""
    signs, sounds = (_sent(_table(name), kinds) for name in ("danger_points", "danger_sounds"))
    return {"said": _SAID, "doubt": DOUBT, "steps": list(STEPS), "signs": signs, "sounds": sounds}


def _sent(table: _Table, kinds: Container[str]) -> JsonObject:
    """`base` by kind, `marks` in bits."""
    (_, *named), base, *rows = table
    kept = [at for at, kind in enumerate(named, start=1) if kind == _QUIET or kind in kinds]
    marked = [(int(row[0]), [int(row[at] or 0) for at in kept]) for row in rows]
    return {
        "base": {"" if named[at - 1] == _QUIET else named[at - 1]: float(base[at]) for at in kept},
        "marks": packed_marks([row for row in marked if any(row[1])]),
    }


def packed_marks(rows: Sequence[_Row]) -> str:
    """Marks in order with their points, in Base64; the first kind is that of no danger."""
    bits = Bits(_QUESTIONS)
    for question, answer in _answers(rows):
        bits.add(question, answer)
    return b64encode(bits.done()).decode()


def _answers(rows: Sequence[_Row]) -> _Answers:
    last = -1
    for mark, points in rows:
        yield _MORE, True
        times, rest = divmod(mark - last - 1, 2**_REST)
        yield from _ones(_FURTHER, times, _FAR)
        yield from _rest(rest)
        yield from _points(points)
        last = mark
    yield _MORE, False


def _ones(question: int, count: int, most: int) -> _Answers:
    yield from ((question + min(at, most), at < count) for at in range(count + 1))


def _rest(rest: int) -> _Answers:
    """Each bit is a question of its own after those before it."""
    node = 1
    for at in reversed(range(_REST)):
        bit = rest >> at & 1
        yield _BITS + node, bool(bit)
        node = node * 2 + bit


def _points(points: Sequence[int]) -> _Answers:
    """What is said of a kind depends on how many had points before it and on what none of them being meant has."""
    found = 0
    for at, each in enumerate(points):
        quiet = (points[0] > 0) - (points[0] < 0) + 1 if at else 1
        kind = min(at, _FAR)
        yield _MEANT + (kind * 4 + min(found, 3)) * 3 + quiet, bool(each)
        if each:
            found += 1
            yield _LESS + kind * 3 + quiet, each < 0
            yield from _ones(_HIGHER + (_HIGH + 1 if at else 0), STEPS.index(abs(each)), _HIGH)


@cache
def _table(name: str) -> _Table:
    lines = (engine_root() / NATIONAL / f"{name}.csv").read_text("utf-8").splitlines()
    return tuple(tuple(line.split(",")) for line in lines)
