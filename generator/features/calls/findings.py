"""Calls that contradict themselves, and cases, collections and evaluations that contradict theirs, become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.calls.call_state import has_level, is_approved
from generator.features.calls.problems import (
    award_unapproved,
    brand_unknown_to_project,
    call_of_other_kind,
    case_out_of_time,
    least_above_most,
    level_of_unselected,
    level_unknown,
    more_places_than_shortlisted,
    more_resolved_than_received,
    more_satisfied_than_asked,
    own_evaluator,
    ranks_unapproved,
    unselected_in_collection,
    weights_off,
)
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
            yield weights_off(call, total, WHOLE)


def find_wrong_limits(catalogue: Catalogue) -> Iterator[Finding]:
    """A section's least is not above its most; all places together are not more than the shortlist."""
    for section in catalogue.with_role("call_section").values():
        if count_in(section, "most") and count_in(section, "least") > count_in(section, "most"):
            yield least_above_most(section)
    for call in catalogue.with_role("call").values():
        places = sum(count_in(each, "places") for each in catalogue.pointing(call, "call_level.call"))
        if count_in(call, "shortlist_places") and places > count_in(call, "shortlist_places"):
            yield more_places_than_shortlisted(call, places)


def find_unapproved_ranks(catalogue: Catalogue) -> Iterator[Finding]:
    """Who ranks says who allowed it; until then pages call everybody 入选."""
    for call in catalogue.with_role("call").values():
        if len(catalogue.pointing(call, "call_level.call")) > 1 and _lacks_approval(call):
            yield ranks_unapproved(call)
    for award in catalogue.with_role("award").values():
        if text_in(award, "kind") != "brand" and _lacks_approval(award):
            yield award_unapproved(award)


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
            yield call_of_other_kind(case)
        opens, closes, day = day_in(call, "opens_on"), day_in(call, "closes_on"), day_in(case, "submitted_on")
        if opens and closes and day and not opens <= day <= closes:
            yield case_out_of_time(case, opens, closes)


def find_wrong_levels(catalogue: Catalogue) -> Iterator[Finding]:
    """A level is one of the call's, and only a selected case has one."""
    calls = catalogue.with_role("call")
    for case in catalogue.with_role("case").values():
        level = text_in(case, "level")
        if level and text_in(case, "status") != "selected":
            yield level_of_unselected(case)
        elif level and not has_level(catalogue, calls.get(text_in(case, "call")), level):
            yield level_unknown(case)


def find_unselected_in_collections(catalogue: Catalogue) -> Iterator[Finding]:
    """A collection holds selected cases; one withdrawn later stays as a line that says so."""
    cases = catalogue.with_role("case")
    for collection in catalogue.with_role("collection").values():
        for key in collection.values.get("cases") or ():  # type: ignore[union-attr]
            case = cases.get(str(key))
            if case is not None and text_in(case, "status") not in ("selected", "withdrawn"):
                yield unselected_in_collection(collection, text_in(case, "title"))


def find_wrong_feedback(catalogue: Catalogue) -> Iterator[Finding]:
    """No more people are satisfied than were asked, no more complaints answered than came in."""
    for row in catalogue.with_role("evaluation").values():
        if _exceeds(row, "satisfied", "respondents"):
            yield more_satisfied_than_asked(row)
        if _exceeds(row, "resolved", "complaints"):
            yield more_resolved_than_received(row)


def _exceeds(row: Record, part: str, whole: str) -> bool:
    few, many = number_in(row, part), number_in(row, whole)
    return few is not None and many is not None and few > many


def find_own_evaluators(catalogue: Catalogue) -> Iterator[Finding]:
    """Who carries out a project is no third party to it."""
    organizations = catalogue.with_role("organization")
    for row in catalogue.with_role("evaluation").values():
        project = catalogue.with_role("project").get(text_in(row, "project"))
        body = organizations.get(text_in(project, "organization")) if project else None
        if body and text_in(row, "method") == "third-party" and text_in(row, "evaluator") == text_in(body, "name"):
            yield own_evaluator(row)


def find_unknown_brands(catalogue: Catalogue) -> Iterator[Finding]:
    """A project confirmed as a brand says so itself."""
    projects = catalogue.with_role("project")
    for award in catalogue.with_role("award").values():
        project = projects.get(text_in(award, "project"))
        if text_in(award, "kind") == "brand" and project is not None and project.values.get("brand") is not True:
            yield brand_unknown_to_project(award)
