"""Disclosures of many projects become what has been published altogether."""

from __future__ import annotations

from decimal import Decimal

from generator.features.duties.amount_findings import Tally, still_valid
from generator.features.duties.project_facts import disclosures_of
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record

_OF_PROJECTS = frozenset({"project-progress", "project-final"})
"""Only these say what a project spent; yearly summaries and audits tell of the same money again."""


def published_spending(catalogue: Catalogue) -> Decimal:
    """What all projects have published as spent, in yuan: of each the last running total or the sum of its parts."""
    return sum((_spent(catalogue, each) for each in catalogue.with_role("project").values()), Decimal(0))


def _spent(catalogue: Catalogue, project: Record) -> Decimal:
    tally = Tally()
    for disclosure in still_valid(disclosures_of(catalogue, project)):
        if text_in(disclosure, "kind") in _OF_PROJECTS:
            tally = tally.add(disclosure, "spending")
    return tally.total
