"""A public table and the reasons behind its gaps become a report for the bureau: how many cells, why, never a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.features.statistics.cells import Cell
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.tables import StatisticTable


@dataclass(frozen=True, slots=True)
class MeasureReport:
    """What protection cost one measure; `detailed` cells are those at the finest level of every dimension."""

    measure: str
    cells: int
    withheld: int
    detailed: int
    detailed_withheld: int
    reasons: Mapping[WithholdingReason, int]


@dataclass(frozen=True, slots=True)
class Report:
    """How a table was protected; safe to show, since it holds no figure of the table."""

    table: str
    k: int
    percent: int
    measures: tuple[MeasureReport, ...]


def build_report(table: StatisticTable, reasons: Mapping[Cell, WithholdingReason], policy: Policy) -> Report:
    """The report on a protected table."""
    parts = tuple(_measure_report(table, measure.name, reasons) for measure in table.measures)
    return Report(table.name, policy.k, policy.percent, parts)


def _measure_report(table: StatisticTable, measure: str, reasons: Mapping[Cell, WithholdingReason]) -> MeasureReport:
    leaves = [frozenset(dimension.leaves) for dimension in table.dimensions]
    rows = [row for row in table.observations if row.measure == measure]
    fine = [row for row in rows if all(code in codes for code, codes in zip(row.codes, leaves, strict=True))]
    counted = Counter(reason for cell, reason in reasons.items() if cell.measure == measure)
    return MeasureReport(
        measure=measure,
        cells=len(rows),
        withheld=sum(row.value is None for row in rows),
        detailed=len(fine),
        detailed_withheld=sum(row.value is None for row in fine),
        reasons={reason: counted[reason] for reason in WithholdingReason if counted[reason]},
    )
