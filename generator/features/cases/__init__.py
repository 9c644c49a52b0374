"""What the publicity side computes: calls, cases, consent, figures and their sources, reviews, calendars; pure."""

from __future__ import annotations

from generator.features.cases.contradictions import find_page_problems, find_publicity_problems
from generator.features.cases.problems import RULES
from generator.features.cases.views import case_context
from generator.model.feature import Feature, RecordPart
from generator.render.heads import HEADS_ARTICLES

FEATURE = Feature(
    name="cases",
    rules=RULES,
    records={"case": (RecordPart(case_context),)},
    record_templates={"case": "cases/case"},
    record_heads={"case": HEADS_ARTICLES},
    contradictions=(find_publicity_problems,),
    page_problems=(find_page_problems,),
)
