"""The visible table of all rules of the publicity side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.features.calls import faults as call_faults
from generator.features.cases import article_faults, consent_faults, figure_faults
from generator.model.catalogue import Catalogue
from generator.model.finding import Finding, finding_problem
from generator.model.problem import Problem
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue], Iterator[Finding]], ...] = (
    article_faults.find_missing_texts,
    article_faults.find_section_faults,
    article_faults.find_web_code,
    article_faults.find_unlisted_images,
    figure_faults.find_unbacked_figures,
    figure_faults.find_figures_without_source,
    consent_faults.find_incomplete_consents,
    consent_faults.find_unnamed_honours,
    call_faults.find_wrong_weights,
    call_faults.find_wrong_limits,
    call_faults.find_cases_outside_calls,
    call_faults.find_wrong_levels,
    call_faults.find_unselected_in_collections,
    call_faults.find_wrong_feedback,
    call_faults.find_own_evaluators,
    call_faults.find_unknown_brands,
)
"""Each yields the faults of one rule; its docstring is the rule. None depends on today."""


def find_publicity_problems(catalogue: Catalogue, locate: Locate) -> tuple[Problem, ...]:
    """Every fault, rule by rule."""
    return tuple(finding_problem(fault, locate) for find in FINDERS for fault in find(catalogue))


def find_page_problems(catalogue: Catalogue, addresses: frozenset[str], locate: Locate) -> Iterator[Problem]:
    """Sources of figures that are no pages of the site."""
    for fault in figure_faults.find_pages_without_figure(catalogue, addresses):
        yield finding_problem(fault, locate)
