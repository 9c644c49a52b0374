"""A number's surroundings to whether they say what it is."""

from __future__ import annotations

import re

IDENTITY = re.compile(
    r"身份证|证件号|身份号|公民身份|居民证|(?<![a-z])(?:ID ?card|identity|ID ?(?:no|number)|sfz)", re.IGNORECASE
)
PHONE = re.compile(
    r"电话|手机|联系方式|联系人|致电|拨打|来电|热线|座机|固话|宅电|号码|微信同号"
    r"|(?<![a-z])(?:tel|telephone|phone|mobile|cell|cellphone|call|contact|sjh)(?![a-z])",
    re.IGNORECASE,
)
ACCOUNT_WORDS = re.compile(
    r"银行卡|卡号|银行账|银行帐|账号|帐号|账户|帐户|开户|户名|存折|收款|汇款|转账|打款"
    r"|(?<![a-z])(?:bank|account|card)(?![a-z])",
    re.IGNORECASE,
)
_BREAK = "。！？；!?;\n"
_BEFORE, _AFTER = 40, 16


def is_fraction(text: str, start: int) -> bool:
    """Whether a number stands behind a full stop that begins a decimal number without its nought."""
    return bool(re.search(r"(?:^|[\s:：,;(=])[-+]?\.\Z", text[max(0, start - 3) : start]))


def says(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    """Whether the sentence around a number has such a word, before it or closely after it."""
    sentence = text[max(0, start - _BEFORE) : start]
    cut = max(map(sentence.rfind, _BREAK))
    if words.search(sentence[cut + 1 :]) or (cut >= 0 and words.search(sentence[: cut + 1].rstrip()[-8:])):
        return True
    after = text[end : end + _AFTER]
    stop = min((at for at in map(after.find, _BREAK) if at >= 0), default=len(after))
    return bool(words.search(after[:stop]))
