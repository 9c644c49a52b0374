"""Marks with their points to the few bytes that a browser loads of them.

Each row is a mark, under which signs and pairs of signs are looked up, or syllables and pairs of them (`marks.py`), and
its points by kind. They are sent as answers to questions, which take a quarter of the bytes of words (`bits.py`):
whether there is one more, how far it is (a yes for each eight, a no, three answers for the rest), and for each kind
whether it has points, whether less than nothing, and a yes for each step up, then a no.
`theme/assets/danger/marks.js` asks the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.base.bits import Bits

STEPS = (1, 2, 3, 5, 8, 12, 20)
"""The points there are."""
_REST = 3
"""Bits in which the rest of a distance is told."""
_FAR, _HIGH = 15, 7
"""Yes's of a distance, and steps, that are questions of their own."""
_MORE, _FURTHER = 0, 1
_BITS = _FURTHER + _FAR + 1
_MEANT = _BITS + (1 << _REST)
"""Where those sorts of question begin that depend on what was said of the kinds before."""
_TOLD = 4
"""So many kinds with points, and with less than nothing, are told apart."""
_STATES = 1 + _TOLD * _TOLD
"""What was said before: nothing yet, or how many had points and how many less than nothing."""

_Row = tuple[int, Sequence[int]]
_Answers = Iterator[tuple[int, bool]]


def packed_marks(rows: Sequence[_Row], kinds: int) -> bytes:
    """Marks in order with the points of each of so many kinds."""
    bits = Bits(_higher(_less(kinds), _STATES, False))
    for question, answer in _answers(rows):
        bits.add(question, answer)
    return bits.done()


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
    """What is said of a kind depends on how many before it had points, and how many less than nothing."""
    less = _less(len(points))
    more = fewer = 0
    for at, each in enumerate(points):
        state = 1 + min(more, _TOLD - 1) * _TOLD + min(fewer, _TOLD - 1) if at else 0
        yield _MEANT + at * _STATES + state, bool(each)
        if each:
            yield less + state, each < 0
            yield from _ones(_higher(less, state, each < 0), STEPS.index(abs(each)), _HIGH)
            more, fewer = more + (each > 0), fewer + (each < 0)


def _less(kinds: int) -> int:
    return _MEANT + kinds * _STATES


def _higher(less: int, state: int, is_less: bool) -> int:
    return less + _STATES + (state * 2 + is_less) * (_HIGH + 1)
