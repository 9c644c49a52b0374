"""A text to where it leads its reader: numbers to call, accounts to pay into, addresses to follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.folding import fold

MOST_LEADS = 40
"""Of one passage; whoever writes more is told of by the passage itself."""
_LONGEST = 200
_FILES = r"md|html?|png|jpe?g|gif|webp|avif|pdf|csv|tsv|xlsx?|docx?|pptx?|zip|txt|ya?ml|json|py|js|css|toml|lock"
_ADDRESS = (
    r"(?:https?|ftps?|wss?)://[^\s<>\"'（）()\]」』》，。；、|]+"
    r"|\b(?:mailto|tel|sms|smsto|weixin|wechat|alipays?|javascript|data|vbscript|intent|file|blob):[^\s<>\"'）)\]]+"
    r"|(?<=\()//[^\s)]+|(?<=[\"'])//[^\s\"']+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w@/.-])(?!pymdownx\.)(?:[A-Za-z0-9-]+\.)+(?!(?:{_FILES})\b)[A-Za-z]{{2,24}}(?![\w(])(?:/[^\s<>\"'）)\]，。；、]*)?"
)
_BETWEEN = r"[ \t.\-–—·/()*_~`]{0,5}"
_NUMBER = rf"\+?\(?\d(?:{_BETWEEN}\d){{4,}}"
_SHORT = rf"(?:打|拨|致电|电话|热线|号码|联系|呼叫|短信|ring|call|dial|tel)\D{{0,6}}?(\d{{3,4}})(?!{_BETWEEN}\d)"
_NAMED = (
    r"(?:微信|薇信|威信|v信|vx|wechat|weixin|qq|抖音|快手|支付宝|公众号|小程序|telegram|whatsapp|群号|账号|帐号|卡号|户名)"
    r"[^\w\n]{0,4}(?:号|为|是|：|:)?[^\w\n]{0,4}([A-Za-z0-9][\w.-]{3,})"
)
_CODE = r"(?<![A-Za-z0-9/])(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{24,}(?![A-Za-z0-9])"
_LEAD = re.compile(rf"(?P<address>{_ADDRESS})|(?P<number>{_NUMBER})|{_SHORT}|{_NAMED}|(?P<code>{_CODE})", re.IGNORECASE)
_DAY = re.compile(r"(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|(?:19|20)\d{2}\s?[-–—/]\s?(?:19|20)\d{2}")
_AMOUNT = re.compile(r"\s?(?:元|万|亿|人|户|件|名|个|次|条|份|年|平方|米|公里|吨|px|bytes|%|％)")
_SEPARATORS = re.compile(r"[\s.\-–—·/()*_~`]")


def find_leads(text: str) -> tuple[str, ...]:
    """Each lead as it is written, once, in the order of the text; disguised digits and entities are seen through."""
    folded = fold(text)
    found: dict[str, str] = {}
    for lead, start, end in _find(folded.text):
        begin, stop = folded.span(start, end)
        found.setdefault(lead, " ".join(text[begin:stop].split())[:_LONGEST])
        if len(found) == MOST_LEADS:
            break
    return tuple(found.values())


def new_leads(before: str, after: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The leads that went and those that came, however each is written."""
    old, new = ({plain_lead(lead): lead for lead in find_leads(text)} for text in (before, after))
    gone = tuple(lead for plain, lead in old.items() if plain not in new)
    come = tuple(lead for plain, lead in new.items() if plain not in old)
    return gone, come


def plain_lead(lead: str) -> str:
    """The same for two ways of writing one number."""
    plain = fold(lead).text
    digits = _SEPARATORS.sub("", plain)
    return digits if digits.lstrip("+").isdigit() else plain.lower()


def _find(text: str) -> Iterator[tuple[str, int, int]]:
    for found in _LEAD.finditer(text):
        group = next((name for name in ("address", "number", "code") if found[name]), None)
        if group == "number" and _is_no_lead(found[0], text[found.end() :]):
            continue
        at = found.lastindex if group is None and found.lastindex else 0
        start, end = found.span(at)
        yield text[start:end], start, end


def _is_no_lead(number: str, after: str) -> bool:
    """A day, a span of years, or an amount of anything."""
    digits = sum(sign.isdigit() for sign in number)
    return bool(_DAY.fullmatch(number.strip("() "))) or (digits <= 9 and bool(_AMOUNT.match(after)))
