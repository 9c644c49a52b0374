"""Phrases to bytes: each without what it has in common with the one before, sign by sign in the national character set.

How likely a sign is depends on where it stands, on the sign before it and on the need that its phrases mean; that
takes seven tenths of what the same takes as packed text. `theme/assets/search/saying_bits.js` reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from bench.mixed_bits import MixedBits

_STEM = 7
"""Signs that a phrase has in common with the one before at most."""
_END, _LATIN, _OTHER = 0, 1, 2
"""Rows of the character set that stand for the end, for ASCII and for what is in neither."""
_STEMS = 768
"""Where questions of stems begin; those of rows begin at 0, those of a row's cells at 128 times the row."""
_NODES = 14
"""Bits of a question within its context."""
_SETS = 3 * 16 + 8
"""Sets of beliefs: by what is asked, and by which of its bits."""


def written(groups: Iterable[tuple[int, Sequence[str]]]) -> bytes:
    """`[need, phrases]`; the phrases in order, an empty one at the end of each group."""
    writer = _Writer()
    for need, phrases in groups:
        last = ""
        for phrase in (*sorted(phrases), ""):
            writer.write(need, last, phrase)
            last = phrase
    return writer.bits.done()


class _Writer:
    def __init__(self) -> None:
        self.bits = MixedBits(_SETS)

    def write(self, need: int, last: str, phrase: str) -> None:
        alike = takewhile(lambda signs: signs[0] == signs[1], zip(last, phrase, strict=False))
        stem = min(sum(1 for _ in alike), _STEM)
        self._ask(stem, 3, _STEMS, (min(len(last), 9), 0, need), 0)
        before = _code(phrase[stem - 1]) & (1 << _NODES) - 1 if stem else 1
        for at in range(stem, len(phrase) + 1):
            code = _code(phrase[at]) if at < len(phrase) else _END << 7
            place = min(at, 4) * 2 + (at == stem)
            self._sign(code, (place, before, need), at > stem)
            before = code & (1 << _NODES) - 1

    def _sign(self, code: int, contexts: tuple[int, int, int], is_later: bool) -> None:
        row, cell = (_OTHER, 0) if code >= 1 << _NODES else divmod(code, 128)
        self._ask(row, 7, 0, contexts, 8 + 8 * is_later)
        if row == _OTHER:
            self._ask(code >> 9 & 127, 7, 384, contexts, 24)
            self._ask(code >> 2 & 127, 7, 512, contexts, 24)
            self._ask(code & 3, 2, 640, contexts, 24)
        elif row != _END:
            self._ask(cell, 7, row * 128, contexts, 32 + 8 * is_later)

    def _ask(self, value: int, bits: int, first: int, contexts: tuple[int, int, int], trusting: int) -> None:
        """Each bit is a question of its own after those before it."""
        node = 1
        for at in reversed(range(bits)):
            bit = value >> at & 1
            told = [((kind << _NODES) + context << _NODES) + first + node for kind, context in enumerate(contexts, 1)]
            self.bits.add(told, trusting + at, bool(bit))
            node = node * 2 + bit


def _code(sign: str) -> int:
    """Row and cell in 14 bits; what is in no row is its number above them."""
    if " " <= sign <= "~":
        return _LATIN * 128 + ord(sign)
    try:
        row, cell = (each - 0xA0 for each in sign.encode("gb2312"))
    except UnicodeEncodeError:
        row, cell = 0, 0
    return row * 128 + cell if row > _OTHER else 0x10000 | ord(sign)
