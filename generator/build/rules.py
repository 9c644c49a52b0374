"""The rules of the engine and of every feature to one table: what a problem can name, and what is told about it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import generator.build.cluster_problems as cluster
import generator.build.part_problems as parts
import generator.build.problems as build
import generator.check.personal.problems as personal
import generator.check.problems as check
import generator.exchange.problems as exchange
import generator.link.problems as link
import generator.model.problems as model
import generator.plan.problems as plan
import generator.publish.problems as publish
import generator.publish.purge_problems as purge
import generator.read.problems as read
import generator.render.problems as render
from generator.model.feature import Features
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
    *purge.RULES,
    *exchange.RULES,
    *build.RULES,
    *cluster.RULES,
    *parts.RULES,
)
"""What can be wrong whatever the datasets mean."""


@cache
def all_rules(features: Features) -> Mapping[str, Rule]:
    """Every rule of the engine and of these features by its code, what people meet most first."""
    rules = (*ENGINE, *(rule for feature in features for rule in feature.rules))
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: (rule.chapter.rank, rule.rank))}
