"""What authorities enter of themselves and of organisations becomes findings where it shows nowhere, or for ever."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.duties.authority_views import AUTHORITY_ROLE
from generator.features.duties.findings import contradiction
from generator.features.duties.organization_event_views import EVENT_ROLE
from generator.features.duties.problems import AUTHORITY_DISCLOSURE_OF_OTHERS, PENALTY_WITHOUT_END
from generator.features.duties.rulebook import RULE_ROLE, bearer_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.finding import Finding


def find_duties_of_others(catalogue: Catalogue) -> Iterator[Finding]:
    """An authority says where it keeps duties of its own: others have no place on its page."""
    rules = catalogue.with_role(RULE_ROLE)
    for record in catalogue.with_role(AUTHORITY_ROLE).values():
        rule = rules.get(text_in(record, "rule"))
        if rule and bearer_of(rule) != "place":
            message, hint = "这条不是民政部门自己的义务。", "写民政部门的那条义务的规则编号。"
            yield contradiction(AUTHORITY_DISCLOSURE_OF_OTHERS, record, "rule", message, hint, rule)


def find_endless_penalties(catalogue: Catalogue) -> Iterator[Finding]:
    """A penalty says until when it is shown; lists end when somebody is taken off, which nobody knows before."""
    for record in catalogue.with_role(EVENT_ROLE).values():
        if text_in(record, "kind") == "penalty" and not day_in(record, "ends_on"):
            message, hint = "处罚没有写公示到哪天为止，会一直显示。", "补上到哪天为止。"
            yield contradiction(PENALTY_WITHOUT_END, record, "ends_on", message, hint)
