"""The visible table of all rules of the publicity side."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.features.calls import findings as call_findings
from generator.features.cases import article_findings, consent_findings, figure_findings
from generator.model.catalogue import Catalogue
from generator.model.finding import Finding, finding_problem
from generator.model.problem import Problem
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue], Iterator[Finding]], ...] = (
    article_findings.find_missing_texts,
    article_findings.find_section_faults,
    article_findings.find_web_code,
    article_findings.find_unlisted_images,
    figure_findings.find_unbacked_figures,
    figure_findings.find_figures_without_source,
    consent_findings.find_incomplete_consents,
    consent_findings.find_unnamed_honours,
    call_findings.find_wrong_weights,
    call_findings.find_unapproved_ranks,
    call_findings.find_wrong_limits,
    call_findings.find_cases_outside_calls,
    call_findings.find_wrong_levels,
    call_findings.find_unselected_in_collections,
    call_findings.find_wrong_feedback,
    call_findings.find_own_evaluators,
    call_findings.find_unknown_brands,
)
"""Each yields the findings of one rule; its docstring is the rule. None depends on today."""


def find_publicity_problems(catalogue: Catalogue, locate: Locate) -> tuple[Problem, ...]:
    """Every fault, rule by rule."""
    return tuple(finding_problem(finding, locate) for find in FINDERS for finding in find(catalogue))


def find_page_problems(catalogue: Catalogue, addresses: frozenset[str], locate: Locate) -> Iterator[Problem]:
    """Sources of figures that are no pages of the site."""
    for finding in figure_findings.find_pages_without_figure(catalogue, addresses):
        yield finding_problem(finding, locate)
