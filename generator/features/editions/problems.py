"""What should be done about supply catalogues: the rules of editions."""

from __future__ import annotations

from generator.model.chapters import RECORDS
from generator.model.problem import Location, Problem
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


def phone_checks_due(place: Location, record: str, name: str, months: int, due: int, unknown: int) -> Problem:
    """`name` is a place; of its numbers `due` were not rung for so many months, `unknown` of them say no day."""
    rest = f"，其中 {unknown} 个没有写日期" if unknown else ""
    message = f"{name}有 {due} 个咨询电话超过 {months} 个月没有打过{rest}。"
    hint = "打一遍，问还办不办、名额还有没有，再改 phone_checked_on 和 phone_checked_by（写岗位）。"
    return Problem(PHONE_CHECK_DUE, place, message, hint, record)


RULES = (PHONE_CHECK_DUE,)
