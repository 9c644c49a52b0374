"""What is wrong between pages: the rules of planning."""

from __future__ import annotations

from generator.model.chapters import RECORDS
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
RULES = (ADDRESS_COLLISION,)
