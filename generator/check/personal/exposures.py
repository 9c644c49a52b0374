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


class Exposure(NamedTuple):
    """One finding: `start` and `end` in the text, `value` without the signs people put between digits."""

    kind: ExposureKind
    start: int
    end: int
    value: str


def mark_of(kind: str, value: str) -> str:
    """The mark by which a reviewed exception names a finding without repeating it."""
    return blake2b(f"{kind}\0{value}".encode(), digest_size=16).hexdigest()[:MARK_LENGTH]
