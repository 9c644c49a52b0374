"""Text to the other ways people write it: pinyin, initials, and simplified forms of traditional characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.base.pairs import han_runs

PINYIN_MARK = "0"
"""Ends every word that stands for a sound, so that no word of the text is taken for one (and no stem is cut off)."""
_HAN_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


def sounds(text: str) -> tuple[tuple[str, ...], ...]:
    """For each run of Han characters, its syllables without tones, then the first letters of these."""
    return tuple(_spellings(text))


def simplified(text: str) -> str:
    """The text with each traditional character replaced by its simplified one; done to queries just the same."""
    return text.translate(_translation())


def syllable(sign: str) -> str:
    """How one Han character is most often said, without its tone; empty for what is none."""
    from pypinyin import lazy_pinyin  # loading its tables costs time that only search needs

    return "".join(lazy_pinyin(sign, errors="ignore")).replace("v", "u")


@cache
def simplified_forms() -> Mapping[str, str]:
    """Every traditional character and its simplified one."""
    from opencc import OpenCC  # loading its tables costs time that only search needs

    characters = [chr(code) for start, end in _HAN_BLOCKS for code in range(start, end)]
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, converted, strict=True) if old != new}


@cache
def _translation() -> Mapping[int, str]:
    return str.maketrans(dict(simplified_forms()))


def _spellings(text: str) -> Iterator[tuple[str, ...]]:
    from pypinyin import lazy_pinyin  # likewise

    for run in han_runs(text):
        # What people type: nv and nu both stand for 女.
        syllables = [each.replace("v", "u") for each in lazy_pinyin(run, errors="ignore")]
        yield tuple(each + PINYIN_MARK for each in syllables)
        yield tuple(each[0] + PINYIN_MARK for each in syllables)
