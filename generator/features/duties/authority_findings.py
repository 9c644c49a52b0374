"""What authorities enter of themselves and of organisations becomes findings where it shows nowhere, or for ever."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.duties.authority_problems import duty_of_others, penalty_without_end
from generator.features.duties.authority_views import AUTHORITY_ROLE
from generator.features.duties.organization_event_views import EVENT_ROLE
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
            yield duty_of_others(record, rule)


def find_endless_penalties(catalogue: Catalogue) -> Iterator[Finding]:
    """A penalty says until when it is shown; lists end when somebody is taken off, which nobody knows before."""
    for record in catalogue.with_role(EVENT_ROLE).values():
        if text_in(record, "kind") == "penalty" and not day_in(record, "ends_on"):
            yield penalty_without_end(record)
