"""A document to the few bytes that a browser loads of it: JSON in the national character set, two bytes a sign."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

CHARACTERS = "gb18030"
"""Every sign has a place in it, and every browser reads it; packed, Chinese takes a tenth less than in UTF-8."""
SPARE = "".join(chr(code) for code in range(1, 32) if chr(code) not in "\t\n\r")
"""One byte each for the commonest signs: JSON never has these characters as they are."""


STEMS = " ABCDEFGHI"
"""Before a word, how many signs it begins with as the word before it does; phrases are folded and never have these."""


def stemmed(words: Iterable[str]) -> str:
    """The words in order, without what each has in common with the one before; `packed.js` of the theme reads it."""
    return "".join(_stemmed(sorted(words)))[1:]


def _stemmed(words: Iterable[str]) -> Iterator[str]:
    last = ""
    for word in words:
        alike = takewhile(lambda signs: signs[0] == signs[1], zip(last, word, strict=False))
        shared = min(sum(1 for _ in alike), len(STEMS) - 1)
        yield STEMS[shared] + word[shared:]
        last = word


def packed(document: object) -> bytes:
    """What `theme/assets/search/packed.js` reads: a line of the commonest signs, then JSON with `SPARE` for them."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
    counts = Counter(sign for sign in text if not sign.isascii())
    common = sorted(counts, key=lambda sign: (-counts[sign], sign))[: len(SPARE)]
    shortened = text.translate(str.maketrans("".join(common), SPARE[: len(common)]))
    return f"{''.join(common)}\n{shortened}".encode(CHARACTERS)
