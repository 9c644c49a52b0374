"""Looking once more elsewhere to the words that tell of it: what was done, what is to be done, what is objected."""

from __future__ import annotations

from generator.features.duties.facts import Look
from generator.features.duties.obligations import STILL_OPEN, Obligation
from generator.features.duties.rules import SecondLook
from generator.features.duties.second_looks import LookResult, is_silence
from generator.model.calendar import chinese_date

LOOK_PLACES = {
    SecondLook.CHARITY_CHINA: "到慈善中国查",
    SecondLook.REGISTRAR: "向登记管理机关查",
    SecondLook.QUESTION: "书面询问",
}
_RESULTS = {LookResult.NOT_FOUND: "没有查到", LookResult.COULD_NOT: "没查成", LookResult.FOUND: "查到了"}
_ANSWERS = {
    LookResult.NOT_FOUND: "答复没有，或者没有答复",
    LookResult.COULD_NOT: "没有问成",
    LookResult.FOUND: "答复已经公开",
}


def explain_looks(obligation: Obligation) -> str:
    """Why it is called overdue, or not yet: the second silence, and what the other side says to it."""
    rule, due = obligation.rule, obligation.due
    place = LOOK_PLACES.get(SecondLook(rule.second_look)) if rule.second_look else None
    if place is None or due is None:
        return "这一条没有规定还要到哪里查，所以不说逾期。"
    if not obligation.looks:
        return f"还没有{place}过，所以不说逾期。"
    last = obligation.looks[0]
    described = f"{describe_look(last)}。{_objection(last)}"
    if any(is_silence(each, rule, due, obligation.as_of) for each in obligation.looks):
        return described
    return f"{described}现在没有三十天以内、过了期限以后查过没有的记录，所以不说逾期。"


def describe_look(look: Look) -> str:
    """The day, the place, the result; without a full stop."""
    place, result = SecondLook(look.place), LookResult(look.result)
    number = f"（{look.question}）" if look.question else ""
    said = (_ANSWERS if place is SecondLook.QUESTION else _RESULTS)[result]
    return f"{chinese_date(look.on)}{LOOK_PLACES[place]}{number}，{said}"


def objection_note(obligation: Obligation) -> str:
    """A few words beside the verdict, while it is open."""
    last = obligation.looks[0] if obligation.looks and obligation.status in STILL_OPEN else None
    return f"{chinese_date(last.objected_on)}提出异议" if last and last.objection and last.objected_on else ""


def _objection(look: Look) -> str:
    if not look.objection:
        return ""
    day = chinese_date(look.objected_on) if look.objected_on else ""
    return f"对方{day}提出异议：{look.objection.rstrip('。')}。"
