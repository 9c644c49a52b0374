"""How projects were judged, and what people said of them."""

from __future__ import annotations

from generator.features.feedback.pages import FEEDBACK
from generator.features.feedback.views import feedback_context
from generator.model.feature import Feature, TopicPage

FEATURE = Feature(
    name="feedback",
    topics=(FEEDBACK,),
    pages={"feedback": TopicPage(feedback_context)},
)
