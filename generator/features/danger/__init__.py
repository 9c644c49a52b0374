"""Words that mean danger, the cards with their numbers, and the page that has them all without a script."""

from __future__ import annotations

from generator.features.danger.everywhere import everywhere
from generator.features.danger.findings import find_danger_problems, find_danger_reminders
from generator.features.danger.pages import EMERGENCIES
from generator.features.danger.problems import RULES
from generator.features.danger.views import danger_file, emergency_context, joined_file, points_file
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="danger",
    topics=(EMERGENCIES,),
    pages={"emergency": TopicPage(emergency_context)},
    everywhere=everywhere,
    files={
        "danger-words": FileKind(danger_file),
        "danger-joined": FileKind(joined_file),
        "danger-points": FileKind(points_file),
    },
    rules=RULES,
    contradictions=(find_danger_problems,),
    reminders=(find_danger_reminders,),
)
