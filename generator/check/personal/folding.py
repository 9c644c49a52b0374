"""A text to the text a detector reads: half-width, decoded, nothing hidden, and where each sign came from."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

DIGIT_GAP = r"[\s.·\-–—_/*~|]{0,3}"
"""What people and programs put between the digits of one number."""
_DEEPEST = 3
_ORDINARY = r"\x00-\x7f\u4e00-\u9fff、。，：；（）！？“”‘’《》【】…—–·×"
_TOKEN = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<entity>&(?:\#\d{1,7};?|\#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z]{2,10};))"
    r"|(?P<escape>(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})+)"
    r"|(?P<tag></?(?:b|i|u|s|em|strong|span|font|mark|small|sub|sup|code|wbr|br)\s{0,2}/?>)"
    rf"|(?P<odd>[^{_ORDINARY}]+)",
    re.IGNORECASE,
)
_NUMERALS = str.maketrans("〇零○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖", "00011122233445566778899")
_SPOKEN = re.compile(
    r"[\d〇零○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖](?:[\s.·\-—]{0,2}[\d〇零○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]){6,}"
)
_HAS_NUMERALS = re.compile("[〇零○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]{2}")
_DOTS = frozenset("•・‧∙⋅⸱・᛫●")
_KEPT = frozenset("+@._-")
"""Signs that are no letters and yet are looked for; all other full-width signs stay what they are."""


class Folded(NamedTuple):
    """`starts` and `ends`: for each sign the place in the original; None where both texts are the same."""

    text: str
    starts: list[int] | None
    ends: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text as one of the original."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Nearly all cells are ordinary and come back as they are."""
    if not _TOKEN.search(text):
        return Folded(_in_digits(text), None, None)
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _TOKEN.finditer(text):
        _keep(text, done, found.start(), (parts, starts, ends))
        _put(found, (parts, starts, ends))
        done = found.end()
    _keep(text, done, len(text), (parts, starts, ends))
    return Folded(_in_digits("".join(parts)), starts, ends)


_Written = tuple[list[str], list[int], list[int]]


def _keep(text: str, start: int, end: int, written: _Written) -> None:
    written[0].append(text[start:end])
    written[1].extend(range(start, end))
    written[2].extend(range(start + 1, end + 1))


def _put(found: re.Match[str], written: _Written) -> None:
    """Signs one by one; of what was decoded every sign comes from the whole."""
    if found.lastgroup == "odd":
        for at, sign in enumerate(found[0], start=found.start()):
            _write(fold_sign(sign), at, at + 1, written)
    else:
        _write(_decoded(found[0], str(found.lastgroup)), found.start(), found.end(), written)


def _write(plain: str, start: int, end: int, written: _Written) -> None:
    written[0].append(plain)
    written[1].extend([start] * len(plain))
    written[2].extend([end] * len(plain))


def _decoded(token: str, kind: str, depth: int = 0) -> str:
    plain = _DECODERS[kind](token)
    if plain == token or depth == _DEEPEST:
        return plain
    return _TOKEN.sub(
        lambda found: (
            "".join(map(fold_sign, found[0]))
            if found.lastgroup == "odd"
            else _decoded(found[0], str(found.lastgroup), depth + 1)
        ),
        plain,
    )


def _unquoted(token: str) -> str:
    try:
        return unquote_to_bytes(token).decode("utf-8")
    except UnicodeDecodeError:
        return token


def _unescaped(token: str) -> str:
    """Signs beyond the first plane are written as two."""
    units = re.sub(r"\\[uUxX]([0-9A-Fa-f]{2,4})", lambda found: chr(int(found[1], 16)), token)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


def _untagged(token: str) -> str:
    return "\n" if token.lower().lstrip("</").startswith("br") else ""


_DECODERS = {"percent": _unquoted, "entity": html.unescape, "escape": _unescaped, "tag": _untagged}


@lru_cache(maxsize=20_000)
def fold_sign(sign: str) -> str:
    """One sign in its plainest form: nothing for what cannot be seen, a digit for a digit of any script."""
    category = unicodedata.category(sign)
    if category in ("Cf", "Mn", "Me", "Cc", "Cs") or sign in "\u3164\u115f\u1160\uffa0":
        return ""
    if category in ("Zs", "Zl", "Zp"):
        return " " if category == "Zs" else "\n"
    if category == "Pd" or sign == "\u2212":
        return "-"
    return "·" if sign in _DOTS else _compatible(sign, category)


def _compatible(sign: str, category: str) -> str:
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain.isalnum() or plain in _KEPT else sign


def _in_digits(text: str) -> str:
    """Digits that are written in characters, where at least seven follow each other; of the same length."""
    if not _HAS_NUMERALS.search(text):
        return text
    return _SPOKEN.sub(lambda found: found[0].translate(_NUMERALS), text)
