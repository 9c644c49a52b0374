"""What should be done about supply catalogues: the rules of editions."""

from __future__ import annotations

from generator.model.chapters import RECORDS
from generator.model.rule import Rule, Severity

PHONE_CHECK_DUE = Rule(
    "phone-check-due",
    Severity.ADVICE,
    RECORDS,
    90,
    title="咨询电话很久没有打过",
    cause="求助的人照着打，打不通就没有下一步了。超过期限没有核对的，在“我要找帮扶”里会排到后面。",
    mending="打一遍，问还办不办、名额还有没有，再把电话核对日期改成当天，岗位一起写上。",
)
RULES = (PHONE_CHECK_DUE,)
