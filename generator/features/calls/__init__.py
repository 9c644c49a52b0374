"""Calls for cases: who may answer, by when, how answers are judged."""

from __future__ import annotations

from generator.features.calls.problems import RULES
from generator.features.calls.views import call_context
from generator.model.feature import Feature, RecordPart
from generator.render.heads import HEADS_ARTICLES

COUNTDOWN = '<script type="module" src="{root}assets/mingshan/calls/countdown.js"></script>'

FEATURE = Feature(
    name="calls",
    rules=RULES,
    records={"call": (RecordPart(call_context),)},
    record_templates={"call": "calls/call"},
    record_heads={"call": (*HEADS_ARTICLES, COUNTDOWN)},
)
