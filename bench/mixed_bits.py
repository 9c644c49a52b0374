"""Yes and no to bytes where several contexts say how likely each is: what `theme/assets/search/mixed_bits.js` reads.

In each context an answer was given so and so often; how much each context is believed is learnt on the way, by how
often it was met (Mahoney 2005: logistic mixing). Whole numbers only: every browser must come to the same ones.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache

from generator.features.danger.bits import CERTAIN, RangeCoder

CONTEXTS = 3
SLOTS = 18
"""Bits of a place in the table of what was met; contexts that share one share what they learn."""
SPREAD = 0x9E3779B1
KNOWN = 60
"""So often met, a context learns no slower any more."""
BELIEVED = 8
"""Steps of how often a context was met that are believed differently."""
TRUST = 23_000
"""What each is believed at first, of 65,536."""
SLOWNESS = 1024
EDGE = 2047
"""Furthest that odds are told, in parts of 256."""
CHANCES = 4096


class MixedBits:
    """What was answered so far, as bytes."""

    def __init__(self, sets: int) -> None:
        self._coder = RangeCoder()
        self._chance = [CERTAIN // 2] * (1 << SLOTS)
        self._met = [0] * (1 << SLOTS)
        self._trust = [[[TRUST] * BELIEVED for _ in range(CONTEXTS)] for _ in range(sets)]

    def add(self, contexts: Sequence[int], trusting: int, answer: bool) -> None:
        """One answer more; `trusting` tells which set of beliefs counts here."""
        slots = [context * SPREAD % 2**32 >> 32 - SLOTS for context in contexts]
        odds = [stretched()[self._chance[slot] >> 4] for slot in slots]
        trust = self._trust[trusting]
        rows = [min(self._met[slot], BELIEVED - 1) for slot in slots]
        total = sum(trust[at][row] * odd for at, (row, odd) in enumerate(zip(rows, odds, strict=True))) // 65_536
        chance = min(max(squashed()[min(max(total, -EDGE), EDGE) + EDGE], 1), CHANCES - 1)
        self._coder.add((CHANCES - chance) << 4, answer)
        wrong = (CHANCES if answer else 0) - chance
        for at, (slot, row, odd) in enumerate(zip(slots, rows, odds, strict=True)):
            trust[at][row] += (odd * wrong + SLOWNESS // 2) // SLOWNESS
            self._learn(slot, answer)

    def _learn(self, slot: int, answer: bool) -> None:
        met = self._met[slot]
        aim = CERTAIN - 64 if answer else 64
        self._chance[slot] += (aim - self._chance[slot]) * 10 // (10 * met + 16)
        self._met[slot] = min(met + 1, KNOWN)

    def done(self) -> bytes:
        """All of them."""
        return self._coder.done()


@cache
def squashed() -> tuple[int, ...]:
    """Of 4,096, what odds are as a chance."""
    return tuple(math.floor(CHANCES / (1 + math.exp(-each / 256)) + 0.5) for each in range(-EDGE, EDGE + 1))


@cache
def stretched() -> tuple[int, ...]:
    """The lowest odds of each chance."""
    told: list[int] = []
    for at, chance in enumerate(squashed()):
        told.extend([at - EDGE] * (chance - len(told) + 1))
    return tuple((told + [EDGE] * CHANCES)[:CHANCES])
