"""A text to the text a detector reads: half-width, decoded, nothing hidden, and where each sign came from."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from sys import maxsize
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

DIGIT_GAP = r"[\s.·\-–—_/*~|`]{0,3}"
"""What people and programs put between the digits of one number."""
_DEEPEST = 3
_ORDINARY = r"\x00-\x7f\u4e00-\u9fff、。，：；（）！？“”‘’《》【】…—–·×"
_TOKEN = re.compile(
    r"(?P<percent>(?:%(?:25)*[0-9A-Fa-f]{2})+)"
    r"|(?P<entity>&(?:\#\d{1,7};?|\#[xX][0-9A-Fa-f]{1,6};?|[A-Za-z]{2,10};))"
    r"|(?P<escape>(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2})+)"
    r"|(?P<tag></?(?:b|i|u|s|em|strong|span|font|mark|small|sub|sup|code|wbr|br)\s{0,2}/?>)"
    rf"|(?P<odd>[^{_ORDINARY}]+)",
    re.IGNORECASE,
)
_NUMERALS = str.maketrans("〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾", "00001112223344556677788999")
_SPOKEN = re.compile(
    r"[\d〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾](?:[\s.·\-—]{0,2}[\d〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾]){6,}"
)
_HAS_NUMERALS = re.compile(
    r"[〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾][〇零○洞一壹幺二贰两三叁四肆五伍六陆七柒拐八捌九玖勾\d]"
)
_DOTS = frozenset("•・‧∙⋅⸱・᛫●")
_LIKE_X = frozenset("\u0425\u0445\u03a7\u03c7\u2715\u2716\u2573")
_TAG = r"<(?:!--[\s\S]*?-->|/?([A-Za-z][A-Za-z0-9]*)[^<>]*>)"
_MARK = re.compile(_TAG)
MARKED = re.compile(rf"{_TAG}\s{{0,3}}[\d@]")
"""A mark of a page just before what may go on a number."""
_BLOCKS = frozenset("td th tr li p div br hr table ul ol dl dt dd section article h1 h2 h3 h4 h5 h6".split())  # noqa: SIM905
_BETWEEN_CELLS = " | "
_KEPT = frozenset("+@._-")
"""Signs that are no letters and yet are looked for; all other full-width signs stay what they are."""


class Folded(NamedTuple):
    """A text, and where it differs in length from the original: each stretch's place in both."""

    text: str
    stretches: tuple[Stretch, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the folded text as one of the original."""
        if not self.stretches:
            return start, end
        return self._original(start)[0], self._original(end - 1)[1]

    def _original(self, at: int) -> tuple[int, int]:
        """Where the sign at a place came from; what was decoded comes from the whole of what was written."""
        stretch = self.stretches[bisect_right(self.stretches, (at, maxsize, maxsize)) - 1]
        if stretch.whole:
            return stretch.start, stretch.start + stretch.whole
        begin = stretch.start + at - stretch.at
        return begin, begin + 1


class Stretch(NamedTuple):
    """From `at` in the folded text the original goes on at `start`, sign by sign or all from the next `whole` signs."""

    at: int
    start: int
    whole: int


def fold(text: str) -> Folded:
    """Nearly all cells are ordinary and come back as they are."""
    first = _TOKEN.search(text)
    if not first:
        return Folded(_in_digits(text))
    parts: list[str] = []
    stretches: list[Stretch] = []
    done = at = 0
    for found in _TOKEN.finditer(text, first.start()):
        start, end = found.span()
        if done < start:
            parts.append(text[done:start])
            stretches.append(Stretch(at, done, 0))
            at += start - done
        for plain, begin, length in _folded(found):
            if plain:
                parts.append(plain)
                stretches.append(Stretch(at, begin, length))
                at += len(plain)
        done = end
    parts.append(text[done:])
    stretches.append(Stretch(at, done, 0))
    return Folded(_in_digits("".join(parts)), tuple(stretches))


def without_marks(text: str) -> Folded:
    """A text without comments and tags, as a reader of a page sees it; cells and paragraphs stay apart."""
    parts: list[str] = []
    stretches: list[Stretch] = []
    done = at = 0
    for found in (*_MARK.finditer(text), None):
        start, end = found.span() if found else (len(text), len(text))
        if done < start:
            parts.append(text[done:start])
            stretches.append(Stretch(at, done, 0))
            at += start - done
        if found and (found[1] or "").lower() in _BLOCKS and parts[-1:] != [_BETWEEN_CELLS]:
            parts.append(_BETWEEN_CELLS)
            stretches.append(Stretch(at, start, end - start))
            at += len(_BETWEEN_CELLS)
        done = end
    return Folded("".join(parts), tuple(stretches))


def _folded(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """Signs one by one; what was written in another way as one."""
    if found.lastgroup == "odd":
        for at, sign in enumerate(found[0], start=found.start()):
            yield fold_sign(sign), at, 1
    else:
        yield _decoded(found[0], str(found.lastgroup)), found.start(), found.end() - found.start()


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
        plain = unquote_to_bytes(re.sub(r"%(?:25)+(?=[0-9A-Fa-f]{2})", "%", token)).decode("utf-8")
    except UnicodeDecodeError:
        return token
    return token if min(plain) < "\t" or "\r" < min(plain) < " " else plain  # a number behind a percent sign


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
    if sign in _LIKE_X:
        return "X"
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain.isalnum() or plain in _KEPT else sign


def _in_digits(text: str) -> str:
    """Digits that are written in characters, where at least seven follow each other; of the same length."""
    if not _HAS_NUMERALS.search(text):
        return text
    return _SPOKEN.sub(lambda found: found[0].translate(_NUMERALS), text)
