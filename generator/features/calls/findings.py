"""Calls that contradict themselves, and cases, collections and evaluations that contradict theirs, become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.calls.call_state import has_level, is_approved
from generator.features.calls.problems import (
    AWARD_BRAND,
    AWARD_UNAPPROVED,
    CALL_LIMITS,
    CALL_UNAPPROVED,
    CALL_WEIGHTS,
    CASE_LEVEL,
    CASE_OUTSIDE_CALL,
    COLLECTION_UNSELECTED,
    EVALUATION_FEEDBACK,
    EVALUATION_OWN,
)
from generator.model.calendar import chinese_date
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, day_in, number_in, text_in
from generator.model.finding import Finding
from generator.model.record import Record

WHOLE = 100


def find_wrong_weights(catalogue: Catalogue) -> Iterator[Finding]:
    """The weights of a call's criteria add up to one hundred."""
    for call in catalogue.with_role("call").values():
        criteria = catalogue.pointing(call, "call_criterion.call")
        total = sum(count_in(each, "weight") for each in criteria)
        if criteria and total != WHOLE:
            message = f"评审标准的权重合计 {total}，应当是 {WHOLE}。"
            yield Finding(CALL_WEIGHTS, call, "criteria", message, "调整各条的 weight。")


def find_wrong_limits(catalogue: Catalogue) -> Iterator[Finding]:
    """A section's least is not above its most; all places together are not more than the shortlist."""
    for section in catalogue.with_role("call_section").values():
        if count_in(section, "most") and count_in(section, "least") > count_in(section, "most"):
            yield Finding(CALL_LIMITS, section, "least", "最少字数大于最多字数。", "核对两个数，改正写错的一个。")
    for call in catalogue.with_role("call").values():
        places = sum(count_in(each, "places") for each in catalogue.pointing(call, "call_level.call"))
        if count_in(call, "shortlist_places") and places > count_in(call, "shortlist_places"):
            message = f"各等次名额合计 {places}，多于入围名额。"
            yield Finding(CALL_LIMITS, call, "shortlist_places", message, "核对入围名额和各等次名额。")


def find_unapproved_ranks(catalogue: Catalogue) -> Iterator[Finding]:
    """Who ranks says who allowed it; until then pages call everybody 入选."""
    for call in catalogue.with_role("call").values():
        if len(catalogue.pointing(call, "call_level.call")) > 1 and _lacks_approval(call):
            message = "设了几个等次，没有写批准评比表彰的文件、机关和日期，网页上一律写“入选”。"
            yield Finding(
                CALL_UNAPPROVED, call, "levels", message, "写上批准的三项；没有批准的，只留一个等次“入选案例”。"
            )
    for award in catalogue.with_role("award").values():
        if text_in(award, "kind") != "brand" and _lacks_approval(award):
            message = "没有写批准这项评比表彰的文件、机关和日期。"
            yield Finding(
                AWARD_UNAPPROVED, award, "document", message, "写上批准的三项；没有经过批准的，不登记为荣誉。"
            )


def _lacks_approval(record: Record) -> bool:
    """Declarations of old instances do not ask for one."""
    return "approval_document" in record.values and not is_approved(record)


def find_cases_outside_calls(catalogue: Catalogue) -> Iterator[Finding]:
    """A case answers a call for cases, within its days."""
    calls = catalogue.with_role("call")
    for case in catalogue.with_role("case").values():
        call = calls.get(text_in(case, "call"))
        if call is None:
            continue
        if text_in(call, "kind") != "cases":
            yield Finding(CASE_OUTSIDE_CALL, case, "call", "这次征集征的不是典型案例。", "改成征集典型案例的编号。")
        opens, closes, day = day_in(call, "opens_on"), day_in(call, "closes_on"), day_in(case, "submitted_on")
        if opens and closes and day and not opens <= day <= closes:
            message = f"申报日期不在征集期内（{chinese_date(opens)}至{chinese_date(closes)}）。"
            yield Finding(CASE_OUTSIDE_CALL, case, "submitted_on", message, "核对申报日期，或改应下一次征集。")


def find_wrong_levels(catalogue: Catalogue) -> Iterator[Finding]:
    """A level is one of the call's, and only a selected case has one."""
    calls = catalogue.with_role("call")
    for case in catalogue.with_role("case").values():
        level = text_in(case, "level")
        if level and text_in(case, "status") != "selected":
            yield Finding(CASE_LEVEL, case, "level", "没有入选的案例写了入选等次。", "删去等次，或核对状态。")
        elif level and not has_level(catalogue, calls.get(text_in(case, "call")), level):
            yield Finding(CASE_LEVEL, case, "level", "征集里没有这个等次。", "写征集文件 levels 里的等次编号。")


def find_unselected_in_collections(catalogue: Catalogue) -> Iterator[Finding]:
    """A collection holds selected cases; one withdrawn later stays as a line that says so."""
    cases = catalogue.with_role("case")
    for collection in catalogue.with_role("collection").values():
        for key in collection.values.get("cases") or ():  # type: ignore[union-attr]
            case = cases.get(str(key))
            if case is not None and text_in(case, "status") not in ("selected", "withdrawn"):
                message = f"案例“{text_in(case, 'title')}”还没有入选。"
                yield Finding(COLLECTION_UNSELECTED, collection, "cases", message, "等评审结果写入以后再收进来。")


def find_wrong_feedback(catalogue: Catalogue) -> Iterator[Finding]:
    """No more people are satisfied than were asked, no more complaints answered than came in."""
    for row in catalogue.with_role("evaluation").values():
        for part, whole, said in (
            ("satisfied", "respondents", "满意人数多于回访人数"),
            ("resolved", "complaints", "已答复的多于收到的"),
        ):
            few, many = number_in(row, part), number_in(row, whole)
            if few is not None and many is not None and few > many:
                yield Finding(EVALUATION_FEEDBACK, row, part, f"{said}。", "核对两个数，改正写错的一个。")


def find_own_evaluators(catalogue: Catalogue) -> Iterator[Finding]:
    """Who carries out a project is no third party to it."""
    organizations = catalogue.with_role("organization")
    for row in catalogue.with_role("evaluation").values():
        project = catalogue.with_role("project").get(text_in(row, "project"))
        body = organizations.get(text_in(project, "organization")) if project else None
        if body and text_in(row, "method") == "third-party" and text_in(row, "evaluator") == text_in(body, "name"):
            message, hint = "实施组织自己评的，不是第三方评估。", "评估方法改为“自评”，或核对评估单位。"
            yield Finding(EVALUATION_OWN, row, "evaluator", message, hint)


def find_unknown_brands(catalogue: Catalogue) -> Iterator[Finding]:
    """A project confirmed as a brand says so itself."""
    projects = catalogue.with_role("project")
    for award in catalogue.with_role("award").values():
        project = projects.get(text_in(award, "project"))
        if text_in(award, "kind") == "brand" and project is not None and project.values.get("brand") is not True:
            message, hint = "确认为品牌的项目，项目文件里没有写品牌项目。", "在项目文件里写 brand: 是，或核对项目编号。"
            yield Finding(AWARD_BRAND, award, "project", message, hint)
