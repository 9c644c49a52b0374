"""The visible table of all rules between records of duties, disclosures and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.domain.disclosure import amount_findings, correction_findings, order_findings, rule_findings
from generator.domain.disclosure.findings import Finding, finding_problem
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.table import Locate

FINDERS: tuple[Callable[[Catalogue], Iterator[Finding]], ...] = (
    rule_findings.find_unknown_words,
    rule_findings.find_incomplete_timing,
    rule_findings.find_overlapping_rules,
    order_findings.find_disclosures_before_start,
    order_findings.find_final_before_end,
    order_findings.find_projects_before_organization,
    order_findings.find_missing_dates,
    order_findings.find_unqualified_campaigns,
    order_findings.find_reports_before_year_end,
    amount_findings.find_falling_amounts,
    amount_findings.find_spending_above_receipts,
    correction_findings.find_bad_corrections,
    correction_findings.find_unexplained_corrections,
)
"""Each yields the contradictions of one rule; its docstring is the rule. None depends on today."""


def find_contradictions(catalogue: Catalogue) -> Iterator[Finding]:
    """Every contradiction between records, rule by rule."""
    for find in FINDERS:
        yield from find(catalogue)


def find_contradiction_problems(catalogue: Catalogue, locate: Locate) -> tuple[Problem, ...]:
    """The same as problems at their places."""
    return tuple(finding_problem(finding, locate) for finding in find_contradictions(catalogue))
