"""What the publicity side computes: calls, cases, consent, figures and their sources, reviews, calendars; pure."""

from __future__ import annotations

from generator.features.cases.contradictions import (
    find_page_problems,
    find_publicity_problems,
    find_publicity_reminders,
)
from generator.features.cases.hiding import hide_expired
from generator.features.cases.problems import RULES
from generator.features.cases.views import case_context, case_inputs
from generator.model.feature import Feature, RecordPart
from generator.render.heads import ARTICLES

FEATURE = Feature(
    name="cases",
    rules=RULES,
    records={"case": (RecordPart(case_context, case_inputs),)},
    record_heads={"case": ARTICLES},
    contradictions=(find_publicity_problems,),
    reminders=(find_publicity_reminders,),
    page_problems=(find_page_problems,),
    hides=(hide_expired,),
)
