"""A text to syllables that sound alike, written or typed as pinyin; `theme/assets/search/sounds.js` does the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bench.shipped_words import shipped_rows
from generator.base.aliases import syllable
from generator.base.pairs import fold

EVERYDAY = "gb2312"
INITIALS = {"zh": "z", "ch": "c", "sh": "s", "n": "l", "r": "l"}
FINALS = {"ing": "in", "eng": "en", "ang": "an", "ue": "e"}
LONGEST = 6
"""Letters of a syllable."""
_HAN = "々〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_HAN}]|[^\\W_{_HAN}]+")


class Row(NamedTuple):
    """The syllables of a text, and whether any was typed in letters."""

    sounds: tuple[str, ...]
    is_typed: bool


def sounds_of(text: str) -> Row:
    """As `Sounds.row` has it, for the signs of the shipped sayings: what a bureau adds is not known here."""
    found = [_said(word) for word in _WORD.findall(fold(text))]
    return Row(tuple(sound for sounds, _ in found for sound in sounds), any(is_typed for _, is_typed in found))


def near(sound: str) -> str:
    """Syllables that many people do not tell apart become one."""
    whole = sound.replace("v", "u")
    start = next((each for each in INITIALS if whole.startswith(each)), "")
    whole = INITIALS.get(start, "") + whole.removeprefix(start)
    end = next((each for each in FINALS if whole.endswith(each)), "")
    return whole.removesuffix(end) + FINALS.get(end, "")


def _said(word: str) -> tuple[tuple[str, ...], bool]:
    if not re.fullmatch("[a-z]+", word):
        return (_table().get(word, word),), False
    cut = _cut(word)
    return (tuple(map(near, cut)), True) if cut else ((word,), False)


def _cut(word: str) -> tuple[str, ...]:
    """The fewest syllables that make up a word typed without spaces; nothing when none do."""
    best: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - LONGEST), end):
            part = word[start:end].replace("v", "u")
            is_shorter = end not in best or (start in best and len(best[start]) + 1 < len(best[end]))
            if start in best and part in _syllables() and is_shorter:
                best[end] = (*best[start], part)
    return best.get(len(word), ())


@cache
def _table() -> Mapping[str, str]:
    """By sign, how it sounds."""
    return {sign: near(syllable(sign)) for sign in _signs() if syllable(sign)}


@cache
def _syllables() -> frozenset[str]:
    return frozenset(syllable(sign) for sign in _signs())


@cache
def _signs() -> frozenset[str]:
    """Signs of everyday, and those of the sayings."""
    said = (fold(row["phrase"]) for row in shipped_rows("sayings/sayings.csv"))
    return frozenset((*_everyday(), *"".join(said)))


def _everyday() -> Iterator[str]:
    """The first level of GB/T 2312: rows 16 to 55."""
    for row in range(16, 56):
        for cell in range(1, 95):
            yield from bytes((row + 0xA0, cell + 0xA0)).decode(EVERYDAY, "ignore")
