"""Numbers of persons made by other people's rules, and the many ways in which people write them.

Nothing here asks the code under test or a library that it uses: check digits are worked out from the printed rules.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple
from urllib.parse import quote

from generator.check.personal.exposures import ExposureKind

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SIGNS = "10X98765432"
"""GB 11643: the weight of each place and the sign for each remainder of 11."""
CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
"""GB 32100: 31 signs, and the weight of each place."""
MOBILES = [
    "130",
    "131",
    "132",
    "133",
    "134",
    "135",
    "136",
    "137",
    "138",
    "139",
    "145",
    "147",
    "149",
    "150",
    "151",
    "152",
    "153",
    "155",
    "156",
    "157",
    "158",
    "159",
    "166",
    "170",
    "171",
    "172",
    "173",
    "175",
    "176",
    "177",
    "178",
    "180",
    "181",
    "182",
    "183",
    "184",
    "185",
    "186",
    "187",
    "188",
    "189",
    "190",
    "191",
    "193",
    "195",
    "196",
    "197",
    "198",
    "199",
]
"""Beginnings that the ministry's numbering plan gives to mobile telephones."""
AREAS = ("010", "021", "022", "0311", "0371", "0571", "0755", "0898", "0991")


class Specimen(NamedTuple):
    """`said` stands before it where it takes a word; `groups` are how people part it."""

    kind: ExposureKind
    digits: str
    groups: tuple[int, ...]
    said: str = ""


def identity(seventeen: str) -> str:
    return seventeen + SIGNS[sum(w * int(d) for w, d in zip(WEIGHTS, seventeen, strict=True)) % 11]


def luhn(digits: str) -> str:
    """ISO/IEC 7812-1, annex B: double every second digit from the right, add the digits, fill up to a ten."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return digits + str(-total % 10)


def credit_code(seventeen: str) -> str:
    total = sum(w * CODE_SIGNS.index(s) for w, s in zip(CODE_WEIGHTS, seventeen, strict=True))
    return seventeen + CODE_SIGNS[-total % 31]


SPECIMENS: tuple[Specimen, ...] = (
    Specimen(ExposureKind.IDENTITY_NUMBER, "11010519491231002X", (6, 8, 4)),
    Specimen(ExposureKind.IDENTITY_NUMBER, "440524188001010014", (6, 8, 4)),
    Specimen(ExposureKind.IDENTITY_NUMBER, identity("12010319560704123"), (6, 4, 4, 4)),
    Specimen(ExposureKind.IDENTITY_NUMBER, "110105194912310021", (6, 8, 4), "身份证号"),
    Specimen(ExposureKind.IDENTITY_NUMBER, "110105491231002", (6, 6, 3), "身份证号"),
    Specimen(ExposureKind.IDENTITY_NUMBER, identity("81000019900101123"), (6, 8, 4)),
    Specimen(ExposureKind.MOBILE, "13800138000", (3, 4, 4)),
    Specimen(ExposureKind.MOBILE, "19912345678", (3, 4, 4)),
    Specimen(ExposureKind.BANK_CARD, "4111111111111111", (4, 4, 4, 4)),
    Specimen(ExposureKind.BANK_CARD, luhn("622202000000000123"), (4, 4, 4, 4, 3)),
    Specimen(ExposureKind.BANK_CARD, luhn("621700000000000"), (4, 4, 4, 4)),
    Specimen(ExposureKind.ACCOUNT, "1203004509200123456", (4, 4, 4, 4, 3), "开户账号"),
    Specimen(ExposureKind.LANDLINE, "02227000001", (3, 4, 4)),
    Specimen(ExposureKind.LANDLINE, "03117654321", (4, 3, 4)),
    Specimen(ExposureKind.PERMIT, "H0123456701", (1, 4, 4, 2)),
    Specimen(ExposureKind.PASSPORT, "E12345678", (1, 4, 4), "护照号"),
    Specimen(ExposureKind.MESSENGER, "123456789", (3, 3, 3), "QQ号"),
)
"""Two are printed in GB 11643; the third and fourth differ from a right one in a digit, or are of the old kind."""
WORDS: tuple[Specimen, ...] = (
    Specimen(ExposureKind.EMAIL, "shili.wang@163.com", ()),
    Specimen(ExposureKind.MESSENGER, "shili_8866", (), "微信号"),
    Specimen(ExposureKind.PLATE, "津A12345", (2, 5)),
    Specimen(ExposureKind.PLATE, "京AD12345", (2, 6)),
    Specimen(ExposureKind.BIRTH_DATE, "1949年12月31日", (), "出生日期"),
    Specimen(ExposureKind.BIRTH_DATE, "1949-12-31", (), "生日"),
)

Way = Callable[[Specimen], str]


def parted(sign: str) -> Way:
    def write(each: Specimen) -> str:
        parts, at = [], 0
        for length in each.groups or (len(each.digits),):
            parts.append(each.digits[at : at + length])
            at += length
        return sign.join(parts)

    return write


WIDE = str.maketrans({**{chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)}})
SPOKEN = str.maketrans("0123456789", "零一二三四五六七八九")

WAYS: dict[str, Way] = {
    "together": parted(""),
    "space": parted(" "),
    "no-break space": parted("\u00a0"),
    "thin space": parted("\u2009"),
    "ideographic space": parted("\u3000"),
    "full stop": parted("."),
    "middle dot": parted("·"),
    "hyphen": parted("-"),
    "en dash": parted("–"),
    "full-width hyphen": parted("－"),
    "zero-width space": parted("\u200b"),
    "word joiner": parted("\u2060"),
    "space and zero width": parted(" \u200d"),
    "full-width": lambda each: each.digits.translate(WIDE),
}
ENCODED: dict[str, Way] = {
    "percent": lambda each: "".join(f"%{byte:02X}" for byte in each.digits.encode()),
    "percent, full-width": lambda each: quote(each.digits.translate(WIDE)),
    "decimal entities": lambda each: "".join(f"&#{ord(sign)};" for sign in each.digits),
    "hexadecimal entities": lambda each: "".join(f"&#x{ord(sign):x};" for sign in each.digits),
}
OF_DIGITS: dict[str, Way] = {
    "characters": lambda each: each.digits.translate(SPOKEN),
    "arabic-indic digits": lambda each: "".join(chr(0x660 + int(s)) if s.isdigit() else s for s in each.digits),
    "mathematical digits": lambda each: "".join(chr(0x1D7CE + int(s)) if s.isdigit() else s for s in each.digits),
}


def all_written() -> list[tuple[str, Specimen, str]]:
    """Every specimen in every way that makes sense for it."""
    rows = [(way, each, each.said + write(each)) for way, write in {**WAYS, **ENCODED}.items() for each in SPECIMENS]
    rows += [(way, each, each.said + write(each)) for way, write in OF_DIGITS.items() for each in SPECIMENS]
    rows += [("plain", each, f"{each.said}：{each.digits}" if each.said else each.digits) for each in WORDS]
    for digits in ("13800138000", "18612345678"):
        mobile = Specimen(ExposureKind.MOBILE, digits, (3, 4, 4))
        rows += [(way, mobile, begin + parted(" ")(mobile)) for way, begin in PREFIXES.items()]
    return rows


PREFIXES = {"nought": "0", "+86": "+86 ", "86-": "86-", "0086": "0086", "(+86)": "(+86)", "full-width +86": "＋８６ "}


def random_numbers(kind: ExposureKind, count: int, seed: int = 7) -> list[str]:
    """So many right numbers of a kind, by the printed rule."""
    pick = Random(seed)
    digits = lambda length: "".join(pick.choice("0123456789") for _ in range(length))  # noqa: E731
    day = lambda: f"{pick.randint(1900, 2024)}{pick.randint(1, 12):02}{pick.randint(1, 28):02}"  # noqa: E731
    makers: dict[ExposureKind, Callable[[], str]] = {
        ExposureKind.IDENTITY_NUMBER: lambda: identity(
            pick.choice(("110105", "120103", "440524", "659001")) + day() + digits(3)
        ),
        ExposureKind.MOBILE: lambda: pick.choice(MOBILES) + digits(8),
        ExposureKind.BANK_CARD: lambda: luhn(
            pick.choice(("622202", "621700", "623059", "4367", "5187")).ljust(6, "1") + digits(9)
        ),
        ExposureKind.LANDLINE: lambda: (
            (area := pick.choice(AREAS)) + "-" + pick.choice("2345678") + digits(7 if len(area) == 3 else 6)
        ),
        ExposureKind.PLATE: lambda: (
            pick.choice("京津冀沪粤") + pick.choice("ABCDEF") + digits(4) + pick.choice("0123456789ABCDEFGH")
        ),
        ExposureKind.PERMIT: lambda: pick.choice("HM") + "0" + digits(7),
        ExposureKind.EMAIL: lambda: (
            f"shili{digits(5)}@" + pick.choice(("qq.com", "163.com", "gmail.com", "sina.cn", "139.com"))
        ),
    }
    return [makers[kind]() for _ in range(count)]


HARMLESS: tuple[str, ...] = (
    *(credit_code(f"5312000050{number:07}") for number in range(100, 160)),
    *(f"项目编号 P2026{number:06}" for number in range(40)),
    *(f"本期支出 {number * 7919 + 1234567.5:.2f} 元" for number in range(40)),
    *(f"GB/T {number}-2026 第 {number % 30} 条" for number in range(20000, 20030)),
    *(f"ISBN 978-7-{number:05}-123-4" for number in range(10000, 10030)),
    *(f"2026-{month:02}-{day:02} 09:00—17:00" for month in range(1, 13) for day in (1, 15, 28)),
    *(f"北纬 39.{number}123456 度，东经 117.{number}654321 度" for number in range(20)),
    *(f"sha256:{number:064x}" for number in range(10**40, 10**40 + 20)),
    *(f"192.168.{number}.1" for number in range(30)),
)
"""What looks like a number of somebody and is none."""
