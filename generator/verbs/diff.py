"""Two revisions of a project to what changed between them for the public."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.pipeline import Problems, Say, read_catalogue
from generator.features.changes.record_changes import compare_catalogues
from generator.features.changes.sudden_changes import Limits, find_sudden_changes
from generator.link.expired_consents import hide_expired
from generator.model.catalogue import Catalogue
from generator.model.change import Comparison
from generator.model.problem import Problem
from generator.model.project import Project
from generator.model.rule import Severity
from generator.publish.revisions import find_span, lay_out
from generator.read.positions import locator


@dataclass(frozen=True, slots=True)
class Compared:
    """What changed, which fields of it had better not be repeated, and changes that need a reason and have none."""

    comparison: Comparison
    doubts: frozenset[tuple[str, str]]
    problems: Problems


def compare_revisions(project: Project, base: str, head: str | None, say: Say) -> Compared | Problem:
    """Hold `head` (a revision; None: the files as they lie there) against what it was made from in `base`."""
    span = find_span(project.root, base, head or "HEAD")
    if isinstance(span, Problem):
        return span
    with TemporaryDirectory(prefix="mingshan-") as made:
        folder = Path(made).resolve()
        before, _ = read_revision(project, span.fork, folder / "before", say)
        if head is None:
            linked = read_catalogue(project, say)
            after = hide_expired(linked.catalogue, project.as_of)
            return compare_states(project, before, after, linked.problems)
        after, problems = read_revision(project, span.newest, folder / "after", say)
        return compare_states(replace(project, root=folder / "after"), before, after, problems)


def compare_states(project: Project, before: Catalogue, after: Catalogue, problems: Problems) -> Compared:
    """Compare two catalogues; `problems` are those of `after`, whose files lie in the project's folder."""
    comparison = compare_catalogues(before, after, _failed(before, problems))
    limits = Limits(project.settings.most_removals, project.settings.jump_factor)
    sudden = tuple(find_sudden_changes(comparison, limits, locator(project.root)))
    doubts = ((each.record, each.location.field) for each in problems)
    return Compared(comparison, frozenset((key, name) for key, name in doubts if key and name), sudden)


def read_revision(project: Project, commit: str, folder: Path, say: Say) -> tuple[Catalogue, Problems]:
    """The catalogue of a commit without what may no longer be shown, laid out in a folder that is not there yet."""
    folder.mkdir()
    lay_out(project.root, commit, folder)
    linked = read_catalogue(replace(project, root=folder), say)
    return hide_expired(linked.catalogue, project.as_of), linked.problems


def _failed(before: Catalogue, problems: Iterable[Problem]) -> Callable[[str, str], bool]:
    """A record is not gone when its file has an error that may be the reason why it was not read."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    records = {problem.record for problem in errors}
    files = {problem.location.file for problem in errors}
    unnamed = {problem.location.file for problem in errors if not problem.record}

    def failed(dataset: str, key: str) -> bool:
        origin = before.records[dataset][key].origin
        is_a_file_of_its_own = origin.line is None
        return key in records or origin.file in (files if is_a_file_of_its_own else unnamed)

    return failed
