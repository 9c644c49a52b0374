"""What the field computes for a record's own page, beside what the record says itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.features.books.views import collection_context, collection_inputs
from generator.features.calendar.views import occasion_context, occasion_inputs
from generator.features.calls.views import call_context, call_inputs
from generator.features.cases.views import case_context, case_inputs
from generator.features.duties.owed_views import duty_inputs, organization_duties, project_duties
from generator.features.duties.rule_views import rule_context, rule_inputs
from generator.features.editions.views import carried_context, carried_inputs, freshness_context, freshness_inputs
from generator.features.gaps.place_views import place_gaps_context, place_gaps_inputs
from generator.features.packs.views import place_pack_context, place_pack_inputs
from generator.model.record import Record
from generator.model.source import Source


class Extra(NamedTuple):
    """`context` gives the further names a template may use; `inputs` everything these depend on, as text."""

    context: Callable[[Source, Record], Mapping[str, Any]]
    inputs: Callable[[Source, Record], Iterator[str]]


EXTRAS: Mapping[str, tuple[Extra, ...]] = {
    "project": (Extra(project_duties, duty_inputs),),
    "organization": (Extra(organization_duties, duty_inputs),),
    "rule": (Extra(rule_context, rule_inputs),),
    "call": (Extra(call_context, call_inputs),),
    "case": (Extra(case_context, case_inputs),),
    "event": (Extra(occasion_context, occasion_inputs),),
    "training": (Extra(occasion_context, occasion_inputs),),
    "collection": (Extra(collection_context, collection_inputs),),
    "offer": (Extra(carried_context, carried_inputs),),
    "place": (
        Extra(freshness_context, freshness_inputs),
        Extra(place_gaps_context, place_gaps_inputs),
        Extra(place_pack_context, place_pack_inputs),
    ),
}
"""By role, what its record pages show beyond the record."""


def extra_context(source: Source, record: Record) -> Mapping[str, Any]:
    """All further names for one record's page."""
    extras = EXTRAS.get(source.catalogue.role_of(record.dataset), ())
    return {name: value for extra in extras for name, value in extra.context(source, record).items()}


def extra_inputs(source: Source, record: Record) -> Iterator[str]:
    """What a page must be drawn again for, beside its record and what is linked with it."""
    for extra in EXTRAS.get(source.catalogue.role_of(record.dataset), ()):
        yield from extra.inputs(source, record)
