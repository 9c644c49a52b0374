"""A proposed change to what its reviewers need: what it does, what is wrong with it, and where."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.build.pipeline import Say, check_project, said_of_itself
from generator.build.proposed_exposures import find_proposed_problems
from generator.check.personal.covering import covering_of
from generator.exchange.code_owners import CODE_OWNERS_FILE, owners_of, read_owners
from generator.features.changes.changed_file_kinds import GOVERNING_ROLES
from generator.features.changes.changed_files import FileReading, view_files
from generator.features.changes.diff_sentences import view_changes
from generator.features.changes.faulty_rows import mark_rows
from generator.features.changes.review import GroupView, MarkedRow, Review, Risk
from generator.features.changes.review_headline import leads_of_fields
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.nesting import nested_in
from generator.model.problem import SEVERITY_RANK, Problem, has_errors, problem_order
from generator.model.project import Project, Settings
from generator.model.table import RawTable
from generator.publish.changed_lines import Lines, read_changed_lines
from generator.publish.revisions import find_span, read_at
from generator.publish.tree_changes import read_tree_changes
from generator.read.positions import locator
from generator.read.settings import read_settings
from generator.read.sources import find_sources
from generator.read.tables import read_tables
from generator.verbs.diff import compare_states, read_revision

MOST_MARKED = 200
"""Problems whose rows are drawn again; nobody mends more of them in one go."""


class Reviewed(NamedTuple):
    """The review, and the rows of its first problems drawn again."""

    review: Review
    rows: tuple[MarkedRow, ...]


def review_change(
    project: Project, base: str, say: Say, text: str = "", known: Sequence[Problem] = ()
) -> Reviewed | Problem:
    """Hold the files as they lie there against what they were made from in `base`; `text` is what the request says.

    `known` are the problems of opening the project. What judges a change comes from the base: exceptions of the
    privacy check, limits of the settings, who must look.
    """
    span = find_span(project.root, base)
    if isinstance(span, Problem):
        return span
    with TemporaryDirectory(prefix="mingshan-") as made:
        folder = Path(made).resolve() / "before"
        before, _ = read_revision(project, span.fork, folder, say)
        settings, _ = read_settings(folder)
    guarded = replace(project, settings=_guarded(project.settings, settings))
    checked = check_project(guarded, say, before)
    compared = compare_states(guarded, before, checked.catalogue, checked.problems)
    lines = read_changed_lines(project.root, span.fork)
    proposed = find_proposed_problems(project.root, span, checked.catalogue, text, before)
    problems = sorted((*known, *checked.problems, *compared.problems, *proposed), key=_order(lines))
    own_words = (*said_of_itself(project.settings), *said_of_itself(settings))
    covering = covering_of(before, checked.catalogue, own_words)
    groups = view_changes(compared.comparison, compared.doubts, covering)
    tree = read_tree_changes(project.root, span.fork, span.newest)
    owners = read_owners(_code_owners(project.root, base))
    reading = FileReading(
        records=_folders(before, checked.catalogue),
        governing=_folders(before, checked.catalogue, GOVERNING_ROLES),
        risks=_risks(groups),
        shown=_origins(before) & _origins(checked.catalogue),
        faulty={problem.location.file for problem in problems if has_errors((problem,))},
        cover=covering.cover,
        owners=lambda path: owners_of(owners, path),
    )
    own = sum(problem.location.file in lines for problem in problems)
    review = Review(
        groups, tuple(problems), own, view_files(tree, reading), tree.undone, "" if tree.is_dirty else span.newest
    )
    return Reviewed(review, _marked(project, checked.catalogue, problems[:MOST_MARKED]))


def _guarded(here: Settings, base: Settings) -> Settings:
    """With the base's limits: a change cannot lower what is asked of it."""
    limits = ("smallest_count", "dominance_percent", "most_removals", "jump_factor")
    return replace(here, **{name: getattr(base, name) for name in limits})


def _folders(before: Catalogue, after: Catalogue, roles: Collection[str] = ()) -> tuple[str, ...]:
    """Where records lie, before or now; with `roles` only of those datasets."""
    datasets = [each for catalogue in (before, after) for each in catalogue.datasets.values()]
    wanted = (each for each in datasets if not roles or each.directory.role in roles)
    return tuple(dict.fromkeys(each.records_folder for each in wanted))


def _origins(catalogue: Catalogue) -> frozenset[str]:
    """The files of all records that are shown."""
    return frozenset(record.origin.file for records in catalogue.records.values() for record in records.values())


def _risks(groups: Iterable[GroupView]) -> dict[str, Risk]:
    """The files of records that changed for the public, with the gravest of the changes."""
    risks: dict[str, Risk] = {}
    for group in groups:
        for change in group.changes:
            risk = Risk.LEADS if leads_of_fields(change.fields) else Risk.PUBLIC
            risks[change.file] = min(risk, risks.get(change.file, risk))
    return risks


def _code_owners(root: Path, base: str) -> str:
    """As the base has it: a change cannot choose who looks at it."""
    found = (read_at(root, base, file) for file in (CODE_OWNERS_FILE, "CODEOWNERS", "docs/CODEOWNERS"))
    return next((text for text in found if text), "")


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
