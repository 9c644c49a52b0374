"""The words that inspectors of government sites read in the head of a page with a date."""

from __future__ import annotations

from generator.features.government.page_tags import article_tags, page_tags
from generator.model.feature import Feature

FEATURE = Feature(name="government", heads=(page_tags,), article_heads=(article_tags,))
