"""Yes and no, one after the other, to as few bytes as they are surprising: an adaptive arithmetic coder.

Each answer belongs to a question; how often it was a no so far tells how wide its part of the range is (Martin 1979;
the carry is added to what is written already). `theme/assets/danger/bits.js` reads it.
"""

from __future__ import annotations

CERTAIN = 2**16
"""What certainty counts."""
_RATE = 6
"""How slowly a question learns: each answer moves what is expected by this many halvings."""
_WIDTH = 2**32
_NARROW = 2**24
"""A range that has become as small is made 256 times as wide again, and its first byte is known."""


class RangeCoder:
    """Answers as bytes, each in the part of the range that it was given."""

    def __init__(self) -> None:
        self._low, self._range = 0, _WIDTH - 1
        self._written = bytearray()

    def add(self, expected: int, answer: bool) -> None:
        """One answer more; `expected` of 65,536 says how likely it was a no."""
        bound = (self._range >> 16) * expected
        if answer:
            self._low += bound
            self._range -= bound
        else:
            self._range = bound
        while self._range < _NARROW:
            self._write()
            self._range <<= 8

    def done(self) -> bytes:
        """All of them; noughts at the end are understood."""
        for _ in range(4):
            self._write()
        return bytes(self._written).rstrip(b"\0")

    def _write(self) -> None:
        if self._low >= _WIDTH:
            self._carry()
        self._written.append(self._low >> 24)
        self._low = self._low << 8 & _WIDTH - 1

    def _carry(self) -> None:
        self._low -= _WIDTH
        at = len(self._written) - 1
        while self._written[at] == 255:
            self._written[at] = 0
            at -= 1
        self._written[at] += 1


class Bits:
    """What was answered so far; each question learns from its own answers."""

    def __init__(self, questions: int) -> None:
        self._expected = [CERTAIN // 2] * questions
        self._coder = RangeCoder()

    def add(self, question: int, answer: bool) -> None:
        """One answer more."""
        expected = self._expected[question]
        self._coder.add(expected, answer)
        change = -(expected >> _RATE) if answer else (CERTAIN - expected) >> _RATE
        self._expected[question] = expected + change

    def done(self) -> bytes:
        """All of them; noughts at the end are understood."""
        return self._coder.done()
