"""Raw tables to typed records, or problems that name the cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b

from generator.check.cell_rules import ROW_RULES, Values
from generator.check.cell_verdicts import Verdict, Verdicts
from generator.check.schemas import standard_schema
from generator.model.dataset import Dataset
from generator.model.fields import fields
from generator.model.finding import Finding, row_problem
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Cell, Locate, RawTable


def check_table(dataset: Dataset, table: RawTable, locate: Locate) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Type and check every row; a row with a fault becomes problems, the others become records."""
    records: list[Record] = []
    problems: list[Problem] = []
    verdicts = _verdicts(dataset)
    for raw, origin in zip(table.rows, table.origins, strict=True):
        row = [
            known[tuple(cell) if isinstance(cell, list) else cell] for known, cell in zip(verdicts, raw, strict=True)
        ]
        values = {name: verdict.value for name, verdict in zip(table.columns, row, strict=True)}
        key = _key(dataset, values)
        found = _find_faults(dataset, values, row)
        if found:
            problems.extend(row_problem(fault, locate(origin, fault.field), key) for fault in found)
        else:
            records.append(Record(dataset.name, key or "", fields(values), origin, _digest(raw)))
    return tuple(records), tuple(problems)


def _verdicts(dataset: Dataset) -> tuple[Verdicts, ...]:
    standard = standard_schema(dataset)
    return tuple(Verdicts(field, standard.get_field(field.name)) for field in dataset.fields)


def _find_faults(dataset: Dataset, values: Values, row: Sequence[Verdict]) -> Collection[Finding]:
    """What is wrong with the cells by themselves, then with the whole row; one fault a cell."""
    found = {verdict.fault.field: verdict.fault for verdict in row if verdict.fault}
    for rule in ROW_RULES:
        for fault in rule(dataset, values):
            found.setdefault(fault.field, fault)
    return found.values()


def _digest(raw: Sequence[Cell]) -> str:
    return blake2b(repr(raw).encode(), digest_size=8).hexdigest()


def _key(dataset: Dataset, values: Values) -> str | None:
    parts = [values[name] for name in dataset.primary_key]
    return "/".join(str(part) for part in parts) if None not in parts else None
