"""What is wrong with grants seen by themselves: the rules of 360Giving."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.chapters import RECORDS
from generator.model.problem import Problem
from generator.model.rule import Rule, Severity
from generator.model.table import Locate

RECIPIENT_MISSING = Rule(
    "recipient-missing",
    Severity.ERROR,
    RECORDS,
    92,
    title="没有写谁得到了支持",
    cause="一笔支持要说清给了谁：已在本站登记的组织写编号，没有登记的写单位全称。",
    mending="在 organization 里写组织编号，或者在 recipient 里写单位全称，写一个就行。",
    bad="title: 爱心餐桌场地减免（organization、recipient 都没有写）",
    good="title: 爱心餐桌场地减免\nrecipient: 示例社区食堂",
)
RULES = (RECIPIENT_MISSING,)


def find_without_recipient(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Grants that name nobody."""
    for grant in catalogue.with_role("grant").values():
        if not (text_in(grant, "organization") or text_in(grant, "recipient")):
            yield Problem(
                RECIPIENT_MISSING,
                locate(grant.origin, "organization"),
                "没有写谁得到了这笔支持。",
                "已在本站登记的写组织编号（organization），没有登记的写单位全称（recipient）。",
                grant.key,
            )
