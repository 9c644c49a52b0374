"""Text to the words search finds it by: pairs of Han characters, other words and numbers whole.

`theme/assets/search/pairs.js` follows the same specification; `tests/browser/pairs.json` proves that they agree.
"""

from __future__ import annotations

import re
import unicodedata

HAN = "々〇㐀-䶿一-鿿\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)")
_FOLDED = re.compile("[㐀-䶿一-鿿]*")
"""Han characters that have one spelling only: most of what is folded, phrase by phrase."""
_THOUSANDS = re.compile("([0-9]),(?=[0-9]{3})")
_MARKS = frozenset({"Mn", "Mc", "Me"})


def fold(text: str) -> str:
    """The form in which spellings are compared: one width, lower case, no accents, no commas inside numbers."""
    if _FOLDED.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKD", text).lower()
    if not plain.isascii():
        plain = "".join(char for char in plain if unicodedata.category(char) not in _MARKS)
    return _THOUSANDS.sub(r"\1", unicodedata.normalize("NFC", plain))


def pairs(text: str) -> tuple[str, ...]:
    """The words of a text in order.

    Each Han character begins one word: itself and the next one, or itself alone at the end of its run. So a phrase is
    found as its pairs in a row, and a single character as the beginning of a word.
    """
    words: list[str] = []
    for han, other in _RUN.findall(fold(text)):
        if other:
            words.append(other)
        else:
            words.extend(han[at : at + 2] for at in range(len(han)))
    return tuple(words)


def han_runs(text: str) -> tuple[str, ...]:
    """The unbroken runs of Han characters in a text."""
    return tuple(han for han, _ in _RUN.findall(fold(text)) if han)
