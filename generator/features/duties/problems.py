"""Projects, reports and corrections that contradict each other: the rules of duties, as their problems tell them."""

from __future__ import annotations

from generator.features.duties.amount_problems import AMOUNT_RULES
from generator.features.duties.authority_problems import AUTHORITY_RULES
from generator.features.duties.correction_problems import CORRECTION_RULES
from generator.features.duties.fundraising_problems import FUNDRAISING_RULES
from generator.features.duties.look_problems import LOOK_RULES
from generator.features.duties.order_problems import ORDER_RULES
from generator.features.duties.rule_problems import RULE_RULES

RULES = (
    *ORDER_RULES,
    *AMOUNT_RULES,
    *CORRECTION_RULES,
    *RULE_RULES,
    *LOOK_RULES,
    *FUNDRAISING_RULES,
    *AUTHORITY_RULES,
)
