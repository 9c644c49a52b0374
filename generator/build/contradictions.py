"""A linked catalogue to the faults that show only when records of several datasets are seen together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.features.cases.contradictions import find_publicity_problems
from generator.features.duties.contradictions import find_contradiction_problems
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue, Locate], Iterable[Problem]], ...] = (
    find_contradiction_problems,
    find_publicity_problems,
)
"""Every part of the field that knows such faults. None depends on today."""


def find_contradictions(catalogue: Catalogue, locate: Locate, known: Iterable[Problem]) -> tuple[Problem, ...]:
    """All contradictions, part by part.

    Those in files with errors already `known` may come from what was left out there, and wait until it is mended.
    """
    doubtful = {problem.location.file for problem in known if problem.severity is Severity.ERROR}
    found = (problem for find in FINDERS for problem in find(catalogue, locate))
    return tuple(problem for problem in found if problem.location.file not in doubtful)
