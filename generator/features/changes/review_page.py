"""A review to one page that can be opened anywhere: every bad row drawn again, the cell marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.features.changes.review import MarkedRow, Review
from generator.features.changes.review_headline import review_headline
from generator.features.changes.review_summary import CHANGES_WORDS
from generator.features.changes.review_text import change_lines
from generator.model.addresses import explained_at
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.rule import Severity
from generator.model.signs import printable
from generator.publish.scripts import style_hash
from generator.render.context import names_of
from generator.render.templates import Templates


@dataclass(frozen=True, slots=True)
class ReviewContext:
    """What the page of a review may name; it has no `site`, `page` and `root`."""

    site_name: str
    pages: Mapping[str, str]
    """By code, the page that explains a problem; empty where there is none."""
    headline: str
    changes: str
    own: Sequence[MarkedRow]
    """What the change itself is at fault for."""
    others: Sequence[MarkedRow]
    unmarked: int
    """How many problems stand in no row."""
    words: Mapping[Severity, str]
    places: Mapping[Problem, str]


def review_page(templates: Templates, review: Review, rows: Sequence[MarkedRow], settings: Settings) -> str:
    """HTML that needs no other file; rows come in the order of the review's problems."""
    context = ReviewContext(
        site_name=settings.site_name,
        pages={problem.rule.code: explained_at(settings.site_url)(problem.rule.code) for problem in review.problems},
        headline=review_headline(review).partition(" ")[2],  # not every machine has pictures among its letters
        changes="\n".join(change_lines(review)),
        own=rows[: review.own],
        others=rows[review.own :],
        unmarked=len(review.problems) - len(rows),
        words=CHANGES_WORDS,
        places={row.problem: _place(row.problem) for row in rows},
    )
    page = templates.get_template("changes/review_page.html").render(names_of(context))
    return page.replace("@@style@@", style_hash(page), 1)


def _place(problem: Problem) -> str:
    place = problem.location
    words = (
        printable(place.file),
        f"第 {place.row} 行（文本第 {place.line} 行）" if place.row and place.line else "",
        f"第 {place.line} 行" if place.line and not place.row else "",
    )
    return " ".join(word for word in words if word)
