"""Slips to print: a referral with the consent of whom it is about, and what somebody saw of a person in need."""

from __future__ import annotations

from generator.features.slips.pages import SLIPS
from generator.features.slips.views import seen_context, slip_context
from generator.model.feature import Feature, TopicPage

FEATURE = Feature(
    name="slips",
    topics=(SLIPS,),
    pages={"slips-referral": TopicPage(slip_context), "slips-seen": TopicPage(seen_context)},
)
