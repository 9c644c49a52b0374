"""Two versions of a text to the sentences that differ, the old beside the new."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.features.changes.leads_out_of_text import new_leads
from generator.features.changes.review import PassageView

MOST_PASSAGES = 200
"""Of one file; the rest is counted."""
LONGEST_PASSAGE = 300
"""Characters of a sentence that are repeated, around the place where it changed."""
_MOST_SENTENCES = 4_000
"""Beyond so many on either side they are compared as two sets: nobody follows their order."""
_LINE = re.compile(r"[^\n]*\n?")
_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;]*\n?")

Cover = Callable[[str], str]
"""Covers what of a text is somebody's own."""
Sentence = tuple[int, str]
Pair = tuple[Sentence | None, Sentence | None]
_NOWHERE: Sentence = (1, "")


def changed_passages(before: str, after: str, cover: Cover) -> tuple[PassageView, ...]:
    """Every sentence of prose that came, went or changed, with its line; what is covered leads nowhere."""
    pairs = _pairs(tuple(_pieces(_SENTENCE, before)), tuple(_pieces(_SENTENCE, after)))
    return tuple(_view(one, other, cover, f"第 {(other or one or _NOWHERE)[0]} 行") for one, other in pairs)


def changed_lines(before: str, after: str, cover: Cover) -> tuple[PassageView, ...]:
    """The same of lines that say themselves where they stand."""
    pairs = _pairs(tuple(_pieces(_LINE, before)), tuple(_pieces(_LINE, after)))
    return tuple(_view(one, other, cover, "") for one, other in pairs)


def _pieces(pattern: re.Pattern[str], text: str) -> Iterator[Sentence]:
    """Spaces say nothing; the marks of Markdown stay, for links stand in them."""
    line = 1
    for found in pattern.finditer(text):
        plain = " ".join(found[0].split())
        if plain:
            yield line, plain
        line += found[0].count("\n")


def _pairs(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Pair]:
    return _as_sets(old, new) if max(len(old), len(new)) > _MOST_SENTENCES else _aligned(old, new)


def _aligned(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    for what, start, end, begin, stop in matcher.get_opcodes():
        if what != "equal":
            yield from zip_longest(old[start:end], new[begin:stop])


def _as_sets(old: Sequence[Sentence], new: Sequence[Sentence]) -> Iterator[Pair]:
    gone, come = {text for _, text in old}, {text for _, text in new}
    yield from ((each, None) for each in old if each[1] not in come)
    yield from ((None, each) for each in new if each[1] not in gone)


def _view(old: Sentence | None, new: Sentence | None, cover: Cover, where: str) -> PassageView:
    before, after = (cover(each[1]) if each else "" for each in (old, new))
    gone, come = new_leads(before, after)
    return PassageView(where, *_around(before, after), gone, come)


def _around(before: str, after: str) -> tuple[str, str]:
    """A long sentence from a little before the first sign that differs."""
    if max(len(before), len(after)) <= LONGEST_PASSAGE:
        return before, after
    pairs = enumerate(zip(before, after, strict=False))
    same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(after)))
    start = max(0, same - 20)
    return _cut(before, start), _cut(after, start)


def _cut(text: str, start: int) -> str:
    piece = text[start : start + LONGEST_PASSAGE]
    return f"{'…' if start and piece else ''}{piece}{'…' if start + LONGEST_PASSAGE < len(text) else ''}"
