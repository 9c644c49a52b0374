"""The formats a field may have beyond its standard type, and what makes a text fit one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from stdnum.cn import uscc

_TELEPHONE = re.compile(
    r"(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?"  # a landline, with its area code and extension
    r"|1[3-9]\d{9}"  # a mobile
    r"|[48]00-?\d{3}-?\d{4}"  # 400 and 800 numbers
    r"|1[0-2]\d{1,3}|9\d{4}"  # 110, 12345, 95588
)
SAMPLE_NUMBER = "示例号码"
"""What stands for the number, after the area code, in a demonstration: a number of digits may be somebody's."""
_SAMPLE = re.compile(rf"(?:0\d{{2,3}}-)?{SAMPLE_NUMBER}\d{{0,4}}")
_PERIOD = re.compile(r"20\d{2}H[12]")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")


NUMERIC = ("integer", "number")
PATHS = ("string", "list")


class Format(NamedTuple):
    """`wanted` says what the field should hold; `fits` judges a typed value of `types` that is not missing.

    `form` is what a browser can tell while somebody types (a pattern of the whole text), looser than `fits`; or empty.
    """

    wanted: str
    example: str
    fits: Callable[[Any], bool]
    types: tuple[str, ...] = ("string",)
    form: str = ""


def _anything(_value: Any) -> bool:
    return True


def _not_negative(value: Any) -> bool:
    return not isinstance(value, int | Decimal) or (Decimal(value).is_finite() and value >= 0)


def _are_paths(paths: str | tuple[str, ...]) -> bool:
    return all(map(is_inner_path, (paths,) if isinstance(paths, str) else paths))


def is_inner_path(text: str) -> bool:
    """Whether this names a file below a folder: relative, without steps upwards, hidden parts or a scheme."""
    return all(part and not part.startswith(".") for part in text.split("/")) and not set(text) & set(":\\?#")


def is_credit_code(text: str) -> bool:
    """Whether a unified social credit code has the right form and check digit (GB 32100-2015)."""
    return bool(uscc.is_valid(text)) and text == text.upper().strip()


def is_telephone(text: str) -> bool:
    """Whether somebody could call this number, or it says that nobody can; separators people write are put aside."""
    plain = re.sub(r"[\s()（）]", "", text).replace("—", "-").replace("－", "-")
    return bool(_TELEPHONE.fullmatch(plain)) or is_sample_telephone(plain)


def is_sample_telephone(text: str) -> bool:
    """Whether this is the number of an invented record: `022-示例号码`, with up to four digits to tell them apart."""
    return bool(_SAMPLE.fullmatch(text))


def call_address(text: str) -> str:
    """The address that a telephone dials; empty for a number that nobody has."""
    return "" if SAMPLE_NUMBER in text else f"tel:{text}"


def is_web_address(text: str) -> bool:
    """Whether this is an http or https address with a host; nothing that runs or hides a password."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc and text.isprintable()


FORMATS: Mapping[str, Format] = {
    "yuan": Format("不小于 0 的金额，单位元，只写数字", "120000", _not_negative, NUMERIC),
    "people": Format("不小于 0 的人数，只写数字", "86", _not_negative, NUMERIC),
    "households": Format("不小于 0 的户数，只写数字", "40", _not_negative, NUMERIC),
    "telephone": Format(
        "能拨通的电话，固定电话写成“区号-号码”",
        "022-示例号码",
        is_telephone,
        form=rf"[0-9()（） -]{{3,20}}|[0-9-]*{SAMPLE_NUMBER}[0-9]*",
    ),
    "credit_code": Format(
        "18 位统一社会信用代码，最后一位是校验码", "53120000000001011U", is_credit_code, form="[0-9A-Z]{18}"
    ),
    "period": Format(
        "年份加 H1（上半年）或 H2（下半年）",
        "2026H2",
        lambda value: bool(_PERIOD.fullmatch(value)),
        form=_PERIOD.pattern,
    ),
    "year": Format("四位数的年份", "2025", lambda value: 1900 <= int(value) <= 2200, NUMERIC),
    "address": Format("对公众开放的地址，写到门牌号", "示例路1号", _anything),
    "attachment": Format(
        "content 里已有的文件，从 content 算起的位置", "files/2026/shenbaobiao.docx", _are_paths, PATHS
    ),
    "companion": Format("文章文件夹里的文件名", "canzhuo.jpg", _are_paths, PATHS),
    "markdown": Format("用 Markdown 写的文章", "## 背景", _anything),
    "paragraphs": Format("长文字，段与段之间空一行", "第一段。", _anything),
    "url": Format("以 http:// 或 https:// 开头的网址", "https://example.org/", is_web_address, form=r"https?://\S+"),
    "email": Format("电子邮箱", "name@example.org", lambda value: bool(_EMAIL.fullmatch(value)), form=_EMAIL.pattern),
}
"""Every format by the name a declaration gives it; `url` and `email` are the standard's own `uri` and `email`."""

DECLARED_FORMATS = tuple(name for name in FORMATS if name not in ("url", "email"))
"""Those that `directory.formats` may name."""
