"""Pages about to be drawn to the drawings of their charts; what was drawn before is not drawn again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.base.cache import Cache
from generator.model.chart import Chart
from generator.model.feature import Features, topic_pages
from generator.model.page import Page, TopicSubject
from generator.model.project import Project
from generator.model.source import Source
from generator.publish.charts.vega import draw_specs, drawing_program
from generator.render.charts.svg import chart_digest, chart_source


def draw_charts(project: Project, source: Source, pages: Iterable[Page], features: Features) -> Mapping[str, str]:
    """The drawing of every chart on these pages, by digest. Done before processes are forked."""
    specs = {
        chart_digest(chart): chart_source(chart)
        for page in pages
        if isinstance(page.subject, TopicSubject)
        for chart in _charts(source, page.subject, features)
    }
    if not specs:
        return {}
    cache = Cache(project.cache / "charts")
    stored = cache.load("charts", drawing_program())
    known = stored if isinstance(stored, dict) else {}
    fresh = draw_specs({name: spec for name, spec in specs.items() if name not in known})
    if fresh:
        cache.store("charts", drawing_program(), {**known, **fresh})
    return {**known, **fresh}


def _charts(source: Source, subject: TopicSubject, features: Features) -> tuple[Chart, ...]:
    """The charts of a topic's page; most have none."""
    charts = topic_pages(features)[subject.topic].charts
    return charts(source, subject.key) if charts else ()
