"""Pages about to be drawn to the drawings of their charts; what was drawn before is not drawn again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.base.cache import Cache
from generator.model.chart import Chart
from generator.model.feature import Features, record_parts, topic_pages
from generator.model.page import Page, RecordSubject, TopicSubject
from generator.model.project import Project
from generator.model.record import Record
from generator.model.source import Source
from generator.publish.charts.vega import draw_specs, drawing_program
from generator.render.charts.svg import chart_digest, chart_source


def page_charts(source: Source, pages: Iterable[Page], features: Features) -> Iterator[Chart]:
    """The charts on these pages; most have none."""
    for page in pages:
        match page.subject:
            case TopicSubject(topic, key):
                charts = topic_pages(features)[topic].charts
                yield from charts(source, key) if charts else ()
            case RecordSubject(dataset, key):
                yield from _record_charts(source, source.catalogue.records[dataset][key], features)


def block_charts(source: Source, features: Features) -> Iterator[Chart]:
    """The charts that content pages show."""
    for feature in features:
        for charts in feature.block_charts:
            yield from charts(source)


def draw_charts(project: Project, charts: Iterable[Chart]) -> Mapping[str, str]:
    """The drawing of every chart, by digest. Done before processes are forked."""
    specs = {chart_digest(chart): chart_source(chart) for chart in charts}
    if not specs:
        return {}
    cache = Cache(project.cache / "charts")
    stored = cache.load("charts", drawing_program())
    known = stored if isinstance(stored, dict) else {}
    fresh = draw_specs({name: spec for name, spec in specs.items() if name not in known})
    if fresh:
        cache.store("charts", drawing_program(), {**known, **fresh})
    return {**known, **fresh}


def _record_charts(source: Source, record: Record, features: Features) -> Iterator[Chart]:
    for part in record_parts(features, source.catalogue.role_of(record.dataset)):
        yield from part.charts(source, record) if part.charts else ()
