"""Words that mean danger, the cards with their numbers, and the page that has them all without a script."""

from __future__ import annotations

from generator.features.danger.faults import find_danger_problems, find_danger_reminders
from generator.features.danger.problems import RULES
from generator.model.feature import Feature

FEATURE = Feature(
    name="danger",
    rules=RULES,
    contradictions=(find_danger_problems,),
    reminders=(find_danger_reminders,),
)
