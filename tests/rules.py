"""All rules that a problem can name, in the order of their pages."""

from __future__ import annotations

from generator.build.rules import all_rules
from generator.features import FEATURES

RULES = all_rules(FEATURES)
