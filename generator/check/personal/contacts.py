"""Words in a text to the mailboxes and messenger accounts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-@/])([A-Za-z0-9][A-Za-z0-9._%+\-]{0,63})\s?(?:@|[\[(（【{]at[\])）】}])\s?((?:[A-Za-z0-9\-]{1,63}\.){1,4}[A-Za-z]{2,10})(?![A-Za-z0-9\-:/])"
)
_OPEN, _SHUT = r"\s?[\[(（【{]", r"[\])）】}]\s?"
_AT = rf"(?:@|#|艾特|{_OPEN}(?:at|a|@|#|艾特){_SHUT}|\sat\s)"
_DOT = rf"(?:\.|点|{_OPEN}(?:dot|点|\.){_SHUT}|\sdot\s)"
_SPELLED = re.compile(
    rf"(?<![A-Za-z0-9._%+\-@/])([A-Za-z0-9](?:[A-Za-z0-9_+\-]|{_DOT}){{0,40}}){_AT}((?:[A-Za-z0-9\-]{{1,40}}{_DOT}){{1,3}}[A-Za-z]{{2,4}})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
MAILBOX = re.compile(rf"@|艾特|#\w+(?:\.|点|{_OPEN})|{_OPEN}(?:at|a|dot){_SHUT}|\sat\s", re.IGNORECASE)
"""Where a mailbox may be, also one that is spelled so that no program sees it."""
_FILES = frozenset("png jpg jpeg gif webp svg css js mjs json yaml yml md txt pdf docx xlsx csv html py".split())  # noqa: SIM905
_PRIVATE = re.compile(
    r"(?:qq|163|126|yeah|sina|sohu|139|189|wo|21cn|foxmail|gmail|outlook|hotmail|live|msn|yahoo|aliyun|icloud|me|tom|proton(?:mail)?)\.(?:com|net|cn|me|co|[a-z]{2})(?:\.[a-z]{2})?\Z",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"(?:info|office|contact|service|services|admin|administrator|webmaster|support|help|kefu|bangong\w*|noreply|no-reply"
    r"|security|postmaster|press|media|hr|mail|git|privacy|feedback|donate|juanzeng|jubao|xinxi|gongkai|user|you|name)[\d._\-]*",
    re.IGNORECASE,
)
_QQ = re.compile(
    r"(?:(?<![A-Za-z])QQ|扣扣|企鹅号)(?!群|交流)(?:号码?|账号)?[是为：:\s]{0,3}([1-9]\d(?:[\s\-–—·.]?\d){3,9})(?!\d)",
    re.IGNORECASE,
)
_WECHAT = re.compile(
    r"(?:微信(?!公众|小程序|群|支付)|薇信|威信号|V信|(?<![A-Za-z/])(?:VX|WX|weixin|wechat))"
    r"(?:(?:号码?|账号|id)[是为叫：:\s]{0,3}|[是为叫：:]\s?|\s?(?=[A-Za-z\-]{1,19}[\d_]))"
    r"([A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_\-.@(|])",
    re.IGNORECASE,
)
_WXID = re.compile(r"(?<![A-Za-z0-9_])wxid_(?=[a-z]*\d)[A-Za-z0-9]{10,20}")


def find_mails(text: str) -> Iterator[Exposure]:
    """Mailboxes but those of an office at its own domain."""
    for found in _MAIL.finditer(text):
        local, domain = found[1], found[2].lower()
        is_file = domain.rsplit(".", 1)[1] in _FILES
        is_office = _OFFICES.fullmatch(local) and not _PRIVATE.match(domain)
        if not is_file and not is_office:
            yield Exposure(
                ExposureKind.EMAIL, found.start(), found.end(), re.sub(r"\s", "", f"{local}@{domain}").lower()
            )
    yield from _find_spelled(text)


def _find_spelled(text: str) -> Iterator[Exposure]:
    """Mailboxes with words for their signs, at public providers: elsewhere such words mean themselves."""
    for found in _SPELLED.finditer(text):
        local, domain = (re.sub(rf"{_DOT}", ".", part, flags=re.IGNORECASE).lower() for part in found.groups())
        if _PRIVATE.match(domain):
            yield Exposure(ExposureKind.EMAIL, found.start(), found.end(), f"{local}@{domain}")


def is_private_mailbox(mailbox: str) -> bool:
    """Whether a mailbox is at a provider where anybody can have one."""
    return bool(_PRIVATE.match(mailbox.rsplit("@", 1)[1]))


def find_messengers(text: str) -> Iterator[Exposure]:
    """QQ and WeChat accounts where a word says so; what a group or an official account is called is nobody's."""
    for pattern in (_QQ, _WECHAT):
        for found in pattern.finditer(text):
            yield Exposure(
                ExposureKind.MESSENGER, found.start(1), found.end(1), re.sub(r"[\s\-–—·.]", "", found[1]).lower()
            )
    for found in _WXID.finditer(text):
        yield Exposure(ExposureKind.MESSENGER, found.start(), found.end(), found[0].lower())
