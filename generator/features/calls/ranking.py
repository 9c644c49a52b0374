"""Scores of many reviewers to the outcome of a call: who is shortlisted, who is selected at which level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.features.calls.call_state import in_written_order
from generator.features.calls.problems import (
    case_unscored,
    mark_unusable,
    reviewer_interested,
    scored_case_unknown,
    scored_twice,
)
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, text_in, words_in
from generator.model.problem import Problem
from generator.model.record import Record

FULL_MARKS = 100


class Score(NamedTuple):
    """One reviewer's marks (0–100, by criterion) for one case; `row` as a spreadsheet counts."""

    row: int
    case: str
    reviewer: str
    organization: str
    marks: Mapping[str, Decimal | None]


class CaseOutcome(NamedTuple):
    """What becomes of a case; `level` is empty for one that is shortlisted only."""

    case: Record
    status: str
    level: str


def find_score_faults(catalogue: Catalogue, call: Record, scores: Sequence[Score], file: str) -> Iterator[Problem]:
    """What keeps scores from being counted. Rows are named, reviewers and their marks never are."""
    cases, seen = _cases(catalogue, call), set()
    for score in scores:
        case = cases.get(score.case)
        if case is None:
            yield scored_case_unknown(file, score.row)
            continue
        if (case.key, score.reviewer) in seen:
            yield scored_twice(file, score.row)
        seen.add((case.key, score.reviewer))
        if _is_interested(catalogue, case, score.organization):
            yield reviewer_interested(file, score.row)
        if any(mark is None or not 0 <= mark <= FULL_MARKS for mark in score.marks.values()):
            yield mark_unusable(file, score.row, FULL_MARKS)
    scored = {cases[score.case].key for score in scores if score.case in cases}
    for case in _entered(catalogue, call):
        if case.key not in scored:
            yield case_unscored(file, text_in(case, "title"))


def judge(catalogue: Catalogue, call: Record, scores: Sequence[Score]) -> tuple[CaseOutcome, ...] | int:
    """The outcome in order of merit; or the last rank that has a place, where the next has as many marks."""
    merits = _merits(catalogue, call, scores)
    ranking = sorted(merits, key=lambda case: (-merits[case], case))
    levels = in_written_order(catalogue.pointing(call, "call_level.call"))
    edges = [*_edges(count_in(each, "places") for each in levels), count_in(call, "shortlist_places")]
    for edge in edges:
        if 0 < edge < len(ranking) and merits[ranking[edge - 1]] == merits[ranking[edge]]:
            return edge
    known = catalogue.with_role("case")
    places = [text_in(each, "id") for each in levels for _ in range(count_in(each, "places"))]
    shortlist = max(count_in(call, "shortlist_places"), len(places))
    return tuple(
        CaseOutcome(
            known[key], "selected" if rank < len(places) else "shortlisted", places[rank] if rank < len(places) else ""
        )
        for rank, key in enumerate(ranking[:shortlist])
    )


def criteria_of(catalogue: Catalogue, call: Record) -> Mapping[str, int]:
    """The weights of a call's criteria, by title, in written order."""
    rows = in_written_order(catalogue.pointing(call, "call_criterion.call"))
    return {text_in(row, "title"): count_in(row, "weight") for row in rows}


def _merits(catalogue: Catalogue, call: Record, scores: Sequence[Score]) -> Mapping[str, Decimal]:
    """The mean over its reviewers of each case's weighted marks."""
    weights, cases = criteria_of(catalogue, call), _cases(catalogue, call)
    keyed = sorted((cases[score.case].key, _weighted(score, weights)) for score in scores)
    grouped = {key: [total for _, total in given] for key, given in groupby(keyed, key=lambda pair: pair[0])}
    return {key: sum(totals, Decimal(0)) / len(totals) for key, totals in grouped.items()}


def _weighted(score: Score, weights: Mapping[str, int]) -> Decimal:
    return sum((weight * (score.marks.get(title) or Decimal(0)) for title, weight in weights.items()), Decimal(0))


def _edges(places: Iterator[int]) -> Iterator[int]:
    total = 0
    for each in places:
        total += each
        yield total


def _entered(catalogue: Catalogue, call: Record) -> tuple[Record, ...]:
    found = catalogue.pointing(call, "case.call")
    return tuple(case for case in found if text_in(case, "status") != "withdrawn")


def _cases(catalogue: Catalogue, call: Record) -> Mapping[str, Record]:
    """The cases of a call by key and by title."""
    entered = _entered(catalogue, call)
    return {text_in(case, "title"): case for case in entered} | {case.key: case for case in entered}


def _is_interested(catalogue: Catalogue, case: Record, organization: str) -> bool:
    bodies = catalogue.with_role("organization")
    keys = (text_in(case, "organization"), *words_in(case, "partners"))
    names = {
        name
        for key in keys
        if key in bodies
        for name in (key, text_in(bodies[key], "name"), text_in(bodies[key], "short_name"))
    }
    return organization.strip() in names - {""}
