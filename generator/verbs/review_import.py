"""Scores kept outside to outcomes written into the cases: nothing else of them comes in."""

from __future__ import annotations

from pathlib import Path

from generator.exchange.front_matter import set_values
from generator.features.calls.problems import call_unknown, scores_tied
from generator.features.calls.ranking import CaseOutcome, criteria_of, find_score_faults, judge
from generator.features.calls.scores import find_misplaced, read_scores
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.manifest import replace_file

Judged = tuple[tuple[CaseOutcome, ...], tuple[Problem, ...]]


def import_scores(project: Project, catalogue: Catalogue, call_key: str, file: Path) -> Judged:
    """Judge and write; while a problem stands nothing is written."""
    call = catalogue.with_role("call").get(call_key)
    if call is None:
        kept = catalogue.dataset_with("call")
        return (), (call_unknown(kept.folder if kept else "data"),)
    if misplaced := find_misplaced(project.root, file):
        return (), misplaced
    scores, unread = read_scores(file, tuple(criteria_of(catalogue, call)))
    faults = unread or tuple(find_score_faults(catalogue, call, scores, file.name))
    if faults:
        return (), faults
    judged = judge(catalogue, call, scores)
    if isinstance(judged, int):
        return (), (scores_tied(file.name, judged),)
    for outcome in judged:
        _write(project, outcome)
    return judged, ()


def _write(project: Project, outcome: CaseOutcome) -> None:
    path = project.root / outcome.case.origin.file
    values = {"status": outcome.status, "reviewed_on": project.as_of.isoformat()}
    level = {"level": outcome.level} if outcome.level else {}
    replace_file(path, set_values(path.read_text("utf-8"), {**values, **level}))
