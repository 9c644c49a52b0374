"""A linked catalogue to the faults that show only when records of several datasets are seen together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.domain.disclosure.contradictions import find_contradiction_problems
from generator.domain.publicity.contradictions import find_publicity_problems
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue, Locate], Iterable[Problem]], ...] = (
    find_contradiction_problems,
    find_publicity_problems,
)
"""Every part of the field that knows such faults. None depends on today."""


def find_contradictions(catalogue: Catalogue, locate: Locate) -> tuple[Problem, ...]:
    """All contradictions, part by part."""
    return tuple(problem for find in FINDERS for problem in find(catalogue, locate))
