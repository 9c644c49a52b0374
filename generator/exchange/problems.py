"""What is wrong with what other programs give and take: the rules of workbooks, new records and forges."""

from __future__ import annotations

from generator.exchange.declared_problems import DECLARED_RULES
from generator.exchange.foreign.foreign_problems import FOREIGN_RULES
from generator.exchange.forge_problems import FORGE_RULES
from generator.exchange.imported_problems import IMPORTED_RULES
from generator.exchange.new_record_problems import NEW_RECORD_RULES
from generator.exchange.workbook_problems import WORKBOOK_RULES

RULES = (
    *WORKBOOK_RULES,
    *IMPORTED_RULES,
    *NEW_RECORD_RULES,
    *FOREIGN_RULES,
    *DECLARED_RULES,
    *FORGE_RULES,
)
