"""Names to one form in which names that look alike are the same: width, script and look of every sign folded away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from generator.base.aliases import simplified

_SAME = (
    "0OoQq〇零",
    "1lLIi|",
    "5Ss",
    "8Bb",
    "一壹弌ー—―–-",
    "二贰貳弍",
    "三叁參弎",
    "四肆",
    "五伍",
    "六陆",
    "七柒",
    "八捌",
    "九玖",
    "十拾",
    "·•・‧∙",
    "己已巳",
    "日曰",
    "未末",
    "土士",
    "人入",
    "天夭",
    "干千于",
    "戊戌戍戎",
    "免兔",
    "治冶",
    "侯候",
    "崇祟",
    "茶荼",
)
"""What Unicode's own list leaves out: signs that a reader of small type does not tell apart, old letters of numbers."""
_PLAIN = re.compile(r"[\x00-\x7f\u4e00-\u9fff]*")


def likeness(name: str) -> str:
    """Two names that a reader takes for the same give the same."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", name) if _is_seen(sign))
    if not _PLAIN.fullmatch(plain):
        table = _confusables()
        plain = "".join(table.get(sign, sign) for sign in plain)
    return simplified(plain).translate(_OWN).lower()


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cf", "Cc", "Zs", "Zl", "Zp", "Co", "Mn", "Me")


_OWN = {ord(sign): group[0] for group in _SAME for sign in group}


@cache
def _confusables() -> Mapping[str, str]:
    """Each sign of another script and the ideograph or ASCII sign that it is drawn like."""
    from confusable_homoglyphs.confusables import confusables_data  # its table is long; few names need it

    return {
        sign: other["c"]
        for sign, others in confusables_data.items()
        if len(sign) == 1 and not _PLAIN.fullmatch(sign)
        for other in others[:1]
        if _PLAIN.fullmatch(other["c"])
    }
