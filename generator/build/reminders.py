"""A linked catalogue and a day to what should be done soon: advice that fails nobody's check."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from generator.features.cases.contradictions import find_publicity_reminders
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue, date, Locate], Iterable[Problem]], ...] = (find_publicity_reminders,)
"""Every part of the field that has something to remind of."""


def find_reminders(catalogue: Catalogue, as_of: date, locate: Locate) -> tuple[Problem, ...]:
    """All reminders, part by part."""
    return tuple(problem for find in FINDERS for problem in find(catalogue, as_of, locate))
