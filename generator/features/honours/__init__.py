"""Who was honoured, what support there is, and who received it."""

from __future__ import annotations

from generator.features.honours.pages import HONOURS
from generator.features.honours.views import brands_context, honours_context
from generator.model.feature import Feature, TopicPage

FEATURE = Feature(
    name="honours",
    topics=(HONOURS,),
    pages={"honours": TopicPage(honours_context), "brands": TopicPage(brands_context)},
)
