"""A page the field computes to what its template may name; the visible table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.model.page import TopicSubject
from generator.render import catalogues, find
from generator.render.admin import admin_context
from generator.render.dictionary_context import declaration_context
from generator.render.duties import board_context
from generator.render.source import Source

TOPICS: Mapping[str, Callable[[Source, str], Mapping[str, Any]]] = {
    "declaration": declaration_context,
    "admin": admin_context,
    "duties-board": board_context,
    "catalogues-board": catalogues.board_context,
    "catalogues-period": catalogues.period_context,
    "find-start": find.start_context,
    "find-district": find.district_context,
    "find-need": find.need_context,
}
"""What fills each topic's page, given its key."""


def topic_context(source: Source, subject: TopicSubject) -> Mapping[str, Any]:
    """Everything the template of a topic's page may name besides `site`, `page` and `root`."""
    return TOPICS[subject.topic](source, subject.key)
