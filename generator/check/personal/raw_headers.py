"""The header of a sheet becomes a verdict: does it look like data about persons that should not be here."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.grids import plain_header

PERSONAL = ("姓名", "身份证", "证件号", "手机", "家庭住址", "家庭地址", "银行卡", "户主", "病历", "社保卡")
"""Words in a header that only a register of persons has."""


def looks_personal(header: Sequence[str]) -> bool:
    """Whether a column is about one person."""
    return any(word in text for text in map(plain_header, header) for word in PERSONAL)
