"""A proposed change to what its reviewers need: what it does, what is wrong with it, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.build.pipeline import Say, check_project
from generator.build.proposed import find_proposed_problems
from generator.features.changes.faulty_rows import mark_rows
from generator.features.changes.review import MarkedRow, Review
from generator.features.changes.sentences import view_changes
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.nesting import nested_in
from generator.model.problem import SEVERITY_RANK, Problem, problem_order
from generator.model.project import Project
from generator.model.table import RawTable
from generator.publish.changed_lines import Lines, read_changed_lines
from generator.publish.revisions import find_span
from generator.read.positions import locator
from generator.read.sources import find_sources
from generator.read.tables import read_tables
from generator.verbs.diff import compare_states, read_revision

MOST_MARKED = 200
"""Problems whose rows are drawn again; nobody mends more of them in one go."""


class Reviewed(NamedTuple):
    """The review, and the rows of its first problems drawn again."""

    review: Review
    rows: tuple[MarkedRow, ...]


def review_change(project: Project, base: str, say: Say, text: str = "") -> Reviewed | Problem:
    """Hold the files as they lie there against what they were made from in `base`; `text` is what the request says."""
    span = find_span(project.root, base)
    if isinstance(span, Problem):
        return span
    with TemporaryDirectory(prefix="mingshan-") as made:
        before, _ = read_revision(project, span.fork, Path(made).resolve() / "before", say)
    checked = check_project(project, say)
    compared = compare_states(project, before, checked.catalogue, checked.problems)
    lines = read_changed_lines(project.root, span.fork)
    proposed = find_proposed_problems(project.root, span, checked.catalogue, text)
    problems = sorted((*checked.problems, *compared.problems, *proposed), key=_order(lines))
    own = sum(problem.location.file in lines for problem in problems)
    review = Review(view_changes(compared.comparison, compared.doubts), tuple(problems), own)
    return Reviewed(review, _marked(project, checked.catalogue, problems[:MOST_MARKED]))


def _order(lines: Lines) -> Callable[[Problem], tuple[object, ...]]:
    """Files of this change first, then the gravest, then lines of this change: what the writer can mend."""

    def order(problem: Problem) -> tuple[object, ...]:
        place = problem.location
        runs = lines.get(place.file, ())
        is_new = any(place.line in run for run in runs) if place.line else bool(runs)
        return place.file not in lines, SEVERITY_RANK[problem.severity], not is_new, problem_order(problem)

    return order


def _marked(project: Project, catalogue: Catalogue, problems: Sequence[Problem]) -> tuple[MarkedRow, ...]:
    datasets = catalogue.datasets
    files = {problem.location.file for problem in problems}
    tables = [table for each in datasets.values() for table in _tables(project.root, each, datasets.values(), files)]
    return mark_rows(datasets, tables, problems, locator(project.root))


def _tables(root: Path, dataset: Dataset, datasets: Iterable[Dataset], files: set[str]) -> Sequence[RawTable]:
    sources = tuple(source for source in find_sources(root, dataset)[0] if source.file in files)
    children = tuple(child for child, _ in nested_in(dataset, datasets))
    return read_tables(root, dataset, children, sources)[0] if sources else ()
