"""A linked catalogue to what features find and hide in it: contradictions, reminders, what may not be shown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.check.namesakes import find_namesakes
from generator.model.catalogue import Catalogue
from generator.model.feature import Features
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.rule import Severity
from generator.model.table import Locate


def find_contradictions(
    features: Features, catalogue: Catalogue, locate: Locate, known: Iterable[Problem]
) -> tuple[Problem, ...]:
    """The faults that show only when records of several datasets are seen together, feature by feature.

    Those in files with errors already `known` may come from what was left out there, and wait until it is mended.
    """
    doubtful = {problem.location.file for problem in known if problem.severity is Severity.ERROR}
    finders = (find for feature in features for find in feature.contradictions)
    found = (problem for find in finders for problem in find(catalogue, locate))
    contradictions = (problem for problem in found if problem.location.file not in doubtful)
    return (*contradictions, *find_namesakes(catalogue, locate))


def find_reminders(
    features: Features, catalogue: Catalogue, settings: Settings, as_of: date, locate: Locate
) -> tuple[Problem, ...]:
    """What should be done soon: advice that fails nobody's check."""
    finders = (find for feature in features for find in feature.reminders)
    return tuple(problem for find in finders for problem in find(catalogue, settings, as_of, locate))


def find_page_problems(
    features: Features, catalogue: Catalogue, addresses: frozenset[str], locate: Locate
) -> tuple[Problem, ...]:
    """The faults that show only when the addresses of all pages are known."""
    finders = (find for feature in features for find in feature.page_problems)
    return tuple(problem for find in finders for problem in find(catalogue, addresses, locate))


def hide(features: Features, catalogue: Catalogue, settings: Settings, as_of: date) -> Catalogue:
    """The catalogue as it may be shown on a day."""
    for feature in features:
        for hidden in feature.hides:
            catalogue = hidden(catalogue, settings, as_of)
    return catalogue
