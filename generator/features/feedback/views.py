"""Evaluations and bulletins to what the feedback page shows: grades, what people said, the newest notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.addresses import record_address
from generator.model.cells import count_in, text_in
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import Card, record_card
from generator.render.facts import Fact, RecordFacts

LATEST_SHOWN = 12


class EvaluationView(NamedTuple):
    """An evaluation and the project it judges."""

    project: Link
    title: str
    facts: Mapping[str, Fact]
    grade: str
    summary: str


class Voices(NamedTuple):
    """What people said, added up: how many were asked, how many were content, what was complained of and answered."""

    name: str
    asked: int
    content: int
    share: str
    complaints: int
    resolved: int


@dataclass(frozen=True, slots=True)
class FeedbackContext:
    """What the page of evaluations may name."""

    grades: tuple[tuple[str, int], ...]
    """How often each was given."""
    voices: tuple[Voices, ...]
    """By category, then in all."""
    judged: tuple[EvaluationView, ...]
    """The newest first, as `briefs`, of which `briefs_total` there are."""
    briefs: tuple[Card, ...]
    briefs_total: int


def feedback_context(source: Source, _key: str) -> FeedbackContext:
    """Grades, what people said, the newest notes."""
    catalogue = source.catalogue
    rows = tuple(catalogue.with_role("evaluation").values())
    newest = sorted(rows, key=lambda row: (text_in(row, "evaluated_on"), row.key), reverse=True)
    bulletins = tuple(catalogue.with_role("bulletin").values())
    return FeedbackContext(
        grades=_grades(source, rows),
        voices=_voices(source, rows),
        judged=tuple(_evaluation(source, row) for row in newest),
        briefs=tuple(record_card(catalogue, each) for each in bulletins[:LATEST_SHOWN]),
        briefs_total=len(bulletins),
    )


def _grades(source: Source, rows: Iterable[Record]) -> tuple[tuple[str, int], ...]:
    counts = Counter(text_in(row, "grade") for row in rows)
    grades = source.catalogue.datasets[source.catalogue.named("evaluation")].columns["grade"].categories
    return tuple((grade.label, counts[grade.value]) for grade in grades)


def _voices(source: Source, rows: tuple[Record, ...]) -> tuple[Voices, ...]:
    projects = source.catalogue.with_role("project")
    by: dict[str, list[Record]] = {}
    for row in rows:
        project = projects.get(text_in(row, "project"))
        by.setdefault(text_in(project, "category") if project else "", []).append(row)
    categories = source.catalogue.with_role("category")
    named = [(record_title(source.catalogue, each), by[key]) for key, each in categories.items() if key in by]
    return (*(_add_up(name, given) for name, given in named), _add_up("合计", rows))


def _add_up(name: str, rows: Iterable[Record]) -> Voices:
    """Only those count who were asked whether they were content."""
    asked = [row for row in rows if row.values.get("respondents") is not None]
    respondents = sum(count_in(row, "respondents") for row in asked)
    content = sum(count_in(row, "satisfied") for row in asked)
    share = f"{100 * content / respondents:.1f}%" if respondents else ""
    complaints, resolved = (sum(count_in(row, field) for row in rows) for field in ("complaints", "resolved"))
    return Voices(name, respondents, content, share, complaints, resolved)


def _evaluation(source: Source, row: Record) -> EvaluationView:
    facts = RecordFacts(source.catalogue, row)
    project = source.catalogue.with_role("project").get(text_in(row, "project"))
    title = record_title(source.catalogue, project) if project else ""
    link = Link(title, record_address(source.catalogue.named("project"), text_in(row, "project")))
    return EvaluationView(link, text_in(row, "title"), facts, text_in(row, "grade"), text_in(row, "summary"))
