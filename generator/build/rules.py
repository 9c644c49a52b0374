"""The rules of the engine and of every feature to one table: what a problem can name, and what is told about it."""

from __future__ import annotations

from collections.abc import Mapping

import generator.check.personal.problems as personal
import generator.check.problems as check
import generator.exchange.problems as exchange
import generator.features.calls.problems as calls
import generator.features.cases.problems as cases
import generator.features.changes.problems as changes
import generator.features.duties.problems as duties
import generator.features.statistics.problems as statistics
import generator.link.problems as link
import generator.model.problems as model
import generator.plan.problems as plan
import generator.publish.problems as publish
import generator.read.problems as read
import generator.render.problems as render
from generator.model.rule import Rule

ENGINE: tuple[Rule, ...] = (
    *model.RULES,
    *read.RULES,
    *check.RULES,
    *personal.RULES,
    *link.RULES,
    *plan.RULES,
    *render.RULES,
    *publish.RULES,
    *exchange.RULES,
)
FIELD: tuple[Rule, ...] = (
    *duties.RULES,
    *cases.RULES,
    *calls.RULES,
    *changes.RULES,
    *statistics.RULES,
)
RULES: Mapping[str, Rule] = {
    rule.code: rule for rule in sorted((*ENGINE, *FIELD), key=lambda rule: (rule.chapter.rank, rule.rank))
}
"""Every rule by its code, what people meet most first."""
