"""Yes and no, one after the other, to as few bytes as they are surprising: an adaptive arithmetic coder.

Each answer belongs to a question; how many a no and a yes it had so far tells how wide each one's part of the range is
(Krichevsky and Trofimov 1981: each counts half an answer before the first; Martin 1979 for the range; the carry is
added to what is written already). `theme/assets/danger/bits.js` reads it.
"""

from __future__ import annotations

_CERTAIN = 2**16
"""What certainty counts."""
_WIDTH = 2**32
_NARROW = 2**24
"""A range that has become as small is made 256 times as wide again, and its first byte is known."""


class Bits:
    """What was answered so far, as bytes."""

    def __init__(self, questions: int) -> None:
        self._noes, self._answers = [1] * questions, [2] * questions
        self._low, self._range = 0, _WIDTH - 1
        self._written = bytearray()

    def add(self, question: int, answer: bool) -> None:
        """One answer more."""
        expected = max(1, _CERTAIN * self._noes[question] // self._answers[question])
        bound = (self._range >> 16) * expected
        self._answers[question] += 2
        if answer:
            self._low += bound
            self._range -= bound
        else:
            self._range = bound
            self._noes[question] += 2
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
