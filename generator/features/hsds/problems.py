"""What could be better for other systems: the rules of HSDS."""

from __future__ import annotations

from generator.model.chapters import RECORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

HOURS_UNREAD = Rule(
    "hours-unread",
    Severity.ADVICE,
    RECORDS,
    91,
    title="开放时间程序读不懂",
    cause="网页上照原文显示，不受影响；但是别的系统、地图和搜索引擎要的是“星期几、几点到几点”，读不懂就没有这一项。",
    mending="写成“周一至周五 8:30—12:00、13:30—17:30，法定节假日休息”这样：先写星期几，再写几点到几点，别的话另写。",
)


def hours_unread(place: Location, window: str, part: str) -> Problem:
    """`part` is the first piece that no program can read; empty where all of it is meant."""
    which = f"其中“{part}”一段" if part else "整段"
    message = f"这个窗口的开放时间，{which}程序读不懂，不能给别的系统用。"
    hint = "先写星期几，再写几点到几点，如“周一至周五 8:30—12:00、13:30—17:30”；别的话放在逗号后面。"
    return Problem(HOURS_UNREAD, place, message, hint, window)


RULES = (HOURS_UNREAD,)
