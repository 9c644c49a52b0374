"""What the field computes for a record's own page, beside what the record says itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.record import Record
from generator.render.catalogues import carried_context, carried_inputs
from generator.render.duties import duty_inputs, organization_duties, project_duties
from generator.render.duty_rules import rule_context, rule_inputs
from generator.render.source import Source


class Extra(NamedTuple):
    """`context` gives the further names a template may use; `inputs` everything these depend on, as text."""

    context: Callable[[Source, Record], Mapping[str, Any]]
    inputs: Callable[[Source, Record], Iterator[str]]


EXTRAS: Mapping[str, tuple[Extra, ...]] = {
    "projects": (Extra(project_duties, duty_inputs),),
    "organizations": (Extra(organization_duties, duty_inputs),),
    "disclosure": (Extra(rule_context, rule_inputs),),
    "supply": (Extra(carried_context, carried_inputs),),
}
"""By dataset, what its record pages show beyond the record."""


def extra_context(source: Source, record: Record) -> Mapping[str, Any]:
    """All further names for one record's page."""
    extras = EXTRAS.get(record.dataset, ())
    return {name: value for extra in extras for name, value in extra.context(source, record).items()}


def extra_inputs(source: Source, record: Record) -> Iterator[str]:
    """What a page must be drawn again for, beside its record and what is linked with it."""
    for extra in EXTRAS.get(record.dataset, ()):
        yield from extra.inputs(source, record)
