"""The header of a sheet becomes a verdict: does it look like data about persons that should not be here."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.personal.problems import RAW_DATA_IN_TREE
from generator.model.grids import plain_header
from generator.model.problem import Location, Problem

PERSONAL = ("姓名", "身份证", "证件号", "手机", "家庭住址", "家庭地址", "银行卡", "户主", "病历", "社保卡")
"""Words in a header that only a register of persons has."""


def looks_personal(header: Sequence[str]) -> bool:
    """Whether a column is about one person."""
    return any(word in text for text in map(plain_header, header) for word in PERSONAL)


def stray(file: str) -> Problem:
    """Raw data lies where it may be published with one commit."""
    return Problem(
        RAW_DATA_IN_TREE,
        Location(file),
        "这份表像是未经保护的原始数据（一户一行、带有姓名或证件，或者能直接用来做统计表），不能放在站点的文件夹里。",
        "马上移到仓库外面；如果已经提交或推送过，请告诉维护者从历史里清除。做统计表用 mingshan protect。",
    )
