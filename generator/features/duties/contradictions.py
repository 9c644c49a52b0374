"""The visible table of all rules between records of duties, disclosures and reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.features.duties import (
    amount_findings,
    authority_findings,
    correction_findings,
    fundraising_findings,
    look_findings,
    order_findings,
    rule_findings,
)
from generator.model.catalogue import Catalogue
from generator.model.finding import Finding, finding_problem
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate

OF_RULES: tuple[Callable[[Catalogue], Iterator[Finding]], ...] = (
    rule_findings.find_unknown_words,
    rule_findings.find_incomplete_timing,
    rule_findings.find_overlapping_rules,
    look_findings.find_looks_at_nobody,
    look_findings.find_incomplete_looks,
    look_findings.find_uncounted_looks,
    fundraising_findings.find_shared_numbers,
    fundraising_findings.find_wrong_platforms,
    authority_findings.find_duties_of_others,
    authority_findings.find_endless_penalties,
)
"""What is wrong between rules of duties, and with what was looked up or decided by them. Here and below,
each yields the findings of one rule, which its docstring is. None depends on today."""

OF_RECORDS: Mapping[str, tuple[Callable[[Catalogue, Record], Iterator[Finding]], ...]] = {
    "project": (
        order_findings.find_disclosures_before_start,
        order_findings.find_final_before_end,
        order_findings.find_projects_before_organization,
        order_findings.find_missing_dates,
        order_findings.find_unqualified_campaigns,
        fundraising_findings.find_unknown_campaigns,
        fundraising_findings.find_unnamed_campaigns,
        amount_findings.find_falling_amounts,
        amount_findings.find_spending_above_receipts,
        correction_findings.find_bad_corrections,
        correction_findings.find_unexplained_corrections,
    ),
    "organization": (
        order_findings.find_reports_before_year_end,
        correction_findings.find_bad_corrections,
        correction_findings.find_unexplained_corrections,
    ),
}
"""By role, what is wrong between one record and those beside it: each is read once for all rules."""


def find_contradictions(catalogue: Catalogue) -> Iterator[Finding]:
    """Every contradiction between records."""
    for find in OF_RULES:
        yield from find(catalogue)
    for role, finders in OF_RECORDS.items():
        for record in catalogue.with_role(role).values():
            for look in finders:
                yield from look(catalogue, record)


def find_contradiction_problems(catalogue: Catalogue, locate: Locate) -> tuple[Problem, ...]:
    """The same as problems at their places."""
    return tuple(finding_problem(finding, locate) for finding in find_contradictions(catalogue))
