"""A review to one page that can be opened anywhere: every bad row drawn again, the cell marked."""

from __future__ import annotations

from collections.abc import Sequence

from generator.features.changes.reports import ChangesFormat, render_changes
from generator.features.changes.review import MarkedRow, Review
from generator.features.changes.review_summary import CHANGES_WORDS
from generator.model.addresses import explained_at
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.rule import Severity
from generator.render.templates import Templates


def review_page(templates: Templates, review: Review, rows: Sequence[MarkedRow], settings: Settings) -> str:
    """HTML that needs no other file; rows come in the order of the review's problems."""
    errors = sum(problem.severity is Severity.ERROR for problem in review.problems)
    return templates.get_template("review.html").render(
        site_name=settings.site_name,
        pages={problem.rule.code: explained_at(settings.site_url)(problem.rule.code) for problem in review.problems},
        errors=errors,
        changes=render_changes(review.groups, ChangesFormat.TEXT),
        own=rows[: review.own],
        others=rows[review.own :],
        unmarked=len(review.problems) - len(rows),
        words=CHANGES_WORDS,
        places={row.problem: _place(row.problem) for row in rows},
    )


def _place(problem: Problem) -> str:
    place = problem.location
    words = (
        place.file,
        f"第 {place.row} 行（文本第 {place.line} 行）" if place.row and place.line else "",
        f"第 {place.line} 行" if place.line and not place.row else "",
    )
    return " ".join(word for word in words if word)
