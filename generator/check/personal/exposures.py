"""What exposes a person: its kinds, where one stands in a text, and the mark by which a reviewed one is known."""

from __future__ import annotations

from enum import StrEnum
from hashlib import blake2b
from typing import NamedTuple

MARK_LENGTH = 5
"""Hexadecimal digits: enough to tell the findings of one file apart, far too few to guess a number back from."""


class ExposureKind(StrEnum):
    """What of a person a text gives away; the value is the rule's name in reports."""

    IDENTITY_NUMBER = "identity-number"
    MOBILE = "mobile"
    LANDLINE = "landline"
    BANK_CARD = "bank-card"
    ACCOUNT = "account"
    PERMIT = "permit"
    PASSPORT = "passport"
    PLATE = "plate"
    EMAIL = "personal-email"
    MESSENGER = "messenger"
    ADDRESS = "address"
    BIRTH_DATE = "birth-date"
    NAME = "name"
    SITUATION = "situation"


NAMES = {
    ExposureKind.IDENTITY_NUMBER: "身份证号",
    ExposureKind.MOBILE: "手机号",
    ExposureKind.LANDLINE: "像是住宅的电话",
    ExposureKind.BANK_CARD: "银行卡号",
    ExposureKind.ACCOUNT: "银行账号",
    ExposureKind.PERMIT: "港澳台居民的证件号",
    ExposureKind.PASSPORT: "护照号",
    ExposureKind.PLATE: "车牌号",
    ExposureKind.EMAIL: "没有登记为单位邮箱的电子邮箱",
    ExposureKind.MESSENGER: "QQ 号或微信号",
    ExposureKind.ADDRESS: "到门牌的住址",
    ExposureKind.BIRTH_DATE: "出生日期",
    ExposureKind.NAME: "受助人的姓名",
    ExposureKind.SITUATION: "病情、姓名和住处连在一起，能认出是谁",
}
MENDING = {
    ExposureKind.IDENTITY_NUMBER: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.MOBILE: "删去号码，或换成单位的固定电话。",
    ExposureKind.LANDLINE: "删去号码；单位的热线请写在组织、项目或窗口的电话一栏，写过的不再提示。",
    ExposureKind.BANK_CARD: "删去整个号码；收款账户请写在组织自己的网站上。",
    ExposureKind.ACCOUNT: "删去整个账号；收款账户请写在组织自己的网站上，这里放链接。",
    ExposureKind.PERMIT: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.PASSPORT: "删去整个号码；要区分不同的人，用“甲”“乙”或化名。",
    ExposureKind.PLATE: "删去车牌号；要说车，写“一辆面包车”就够了。",
    ExposureKind.EMAIL: "换成单位的邮箱，并写在组织的电子邮箱一栏，写过的不再提示；个人的删去。",
    ExposureKind.MESSENGER: "删去个人的 QQ 号、微信号；单位的公众号请写明“公众号”。",
    ExposureKind.ADDRESS: "只写到区或街道（镇、乡）。",
    ExposureKind.BIRTH_DATE: "改写成年龄段，如“七十多岁”。",
    ExposureKind.NAME: "用化名，并在名字后面注明“（化名）”；本人同意公开姓名的，在同意公开的内容里写 name。",
    ExposureKind.SITUATION: "用化名并注明“（化名）”，不写村和小区的名称，病情只写大类。",
}


class Exposure(NamedTuple):
    """One finding: `start` and `end` in the text, `value` without the signs people put between digits."""

    kind: ExposureKind
    start: int
    end: int
    value: str


def mark_of(kind: str, value: str) -> str:
    """The mark by which a reviewed exception names a finding without repeating it."""
    return blake2b(f"{kind}\0{value}".encode(), digest_size=16).hexdigest()[:MARK_LENGTH]
