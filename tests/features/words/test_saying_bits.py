"""Phrases to bits: what is expected is cheap, and every sign has a code of its own."""

from __future__ import annotations

from bench.mixed_bits import MixedBits, squashed, stretched
from bench.saying_bits import written


def test_odds_and_chances_are_each_others_way_back() -> None:
    """By hand: even odds are one half of 4,096; 256 parts of odds are e to 1."""
    table = squashed()
    assert (table[2047], table[2047 + 256]) == (2048, round(4096 / (1 + 2.718281828**-1)))
    assert all(table[stretched()[chance] + 2047] >= chance for chance in range(1, 4095))


def test_what_a_context_foretells_costs_hardly_anything() -> None:
    """8,000 answers that one context always tells rightly; a bit each would be 1,000 bytes."""
    bits = MixedBits(1)
    for at in range(8000):
        bits.add((at % 2, 7, 9), 0, at % 2 == 0)
    assert len(bits.done()) < 60


def test_phrases_alike_are_cheaper_than_phrases_apart() -> None:
    alike, apart = (
        written([(0, phrases)]) for phrases in (["手术费", "手术钱", "手术贵"], ["手术费", "助听器", "送餐员"])
    )
    assert len(alike) < len(apart)
