"""Slips to print: a referral with the consent of whom it is about, and what somebody saw of a person in need."""

from __future__ import annotations

from generator.features.slips.pages import SLIPS
from generator.features.slips.views import slip_context, unnamed_context
from generator.model.feature import Feature, TopicPage

FEATURE = Feature(
    name="slips",
    topics=(SLIPS,),
    pages={
        "slips-index": TopicPage(unnamed_context),
        "slips-referral": TopicPage(slip_context),
        "slips-seen": TopicPage(unnamed_context),
    },
)
