"""What is wrong between pages: the rules of planning."""

from __future__ import annotations

from generator.model.chapters import RECORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

ADDRESS_COLLISION = Rule(
    "address-collision",
    Severity.ERROR,
    RECORDS,
    9,
    title="两个页面用了同一个网址",
    cause="一份手写的页面和一条记录、或两条记录，得出了同一个网址，后一个会盖掉前一个。",
    mending="给其中一处换一个编号或文件名。",
)


def address_collision(address: str, first: str, second: str) -> Problem:
    """Two files want one address; the second is to blame."""
    return Problem(
        ADDRESS_COLLISION,
        Location(second),
        f"网址 /{address} 被两处同时使用：{first} 和 {second}。",
        "给其中一处换一个编号或文件名。",
    )


RULES = (ADDRESS_COLLISION,)
