"""A page the field computes to what its template may name; the visible table of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.features.calendar.views import days_context
from generator.features.duties.board_views import board_context, board_inputs
from generator.features.duties.published_views import published_context, published_inputs
from generator.features.duties.rule_views import method_context
from generator.features.editions import views as catalogues
from generator.features.feedback.views import feedback_context
from generator.features.finder import views as find
from generator.features.gaps import cell_views as gap_views
from generator.features.gaps import views as gaps
from generator.features.help.problem_views import problem_context, problem_inputs, problems_context
from generator.features.help.views import admin_context
from generator.features.honours.views import brands_context, honours_context
from generator.features.packs import views as pack_list
from generator.features.statistics.views import CHARTS as STATISTICS_CHARTS
from generator.features.statistics.views import PAGES
from generator.model.chart import Chart
from generator.model.page import TopicSubject
from generator.model.source import Source
from generator.render.dictionary_context import declaration_context

TOPICS: Mapping[str, Callable[[Source, str], Mapping[str, Any]]] = {
    "declaration": declaration_context,
    "admin": admin_context,
    "duties-board": board_context,
    "duties-published": published_context,
    "duties-method": method_context,
    "calendar-days": days_context,
    "honours": honours_context,
    "brands": brands_context,
    "feedback": feedback_context,
    "catalogues-board": catalogues.board_context,
    "catalogues-period": catalogues.period_context,
    "problem": problem_context,
    "problems": problems_context,
    "packs": pack_list.all_packs_context,
    "find-start": find.start_context,
    "find-district": find.district_context,
    "find-need": find.need_context,
    "gaps-board": gaps.board_context,
    "gaps-category": gaps.category_context,
    "gaps-place": gaps.place_context,
    **PAGES,
}
"""What fills each topic's page, given its key."""

INPUTS: Mapping[str, Callable[[Source, str], Iterator[str]]] = {
    "duties-board": board_inputs,
    "duties-published": published_inputs,
    "problem": problem_inputs,
}
"""For topics whose pages show less than all records of their datasets: what each page is drawn again for, as text."""


CHARTS: Mapping[str, Callable[[Source, str], tuple[Chart, ...]]] = {
    "gaps-board": gap_views.gap_charts,
    "gaps-category": gap_views.gap_charts,
    **STATISTICS_CHARTS,
}
"""For topics whose pages have charts: what each has, drawn before pages are."""


def topic_charts(source: Source, subject: TopicSubject) -> tuple[Chart, ...]:
    """The charts of a topic's page; most have none."""
    return CHARTS[subject.topic](source, subject.key) if subject.topic in CHARTS else ()


def topic_context(source: Source, subject: TopicSubject) -> Mapping[str, Any]:
    """Everything the template of a topic's page may name besides `site`, `page` and `root`."""
    return TOPICS[subject.topic](source, subject.key)
