"""What must be told apart while a site only shows what it could be: invented numbers, and who answers for it."""

from __future__ import annotations

from generator.features.demonstration.findings import find_left_samples, find_real_authority
from generator.features.demonstration.problems import RULES
from generator.model.feature import Feature

FEATURE = Feature(name="demonstration", rules=RULES, reminders=(find_left_samples, find_real_authority))
