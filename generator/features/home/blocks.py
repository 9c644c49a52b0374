"""The catalogue to the blocks that people place in their pages with `<!-- mingshan: NAME -->`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.features.home.figures import home_figures
from generator.features.home.news import latest_news
from generator.model.addresses import record_address
from generator.model.facets import record_title
from generator.model.past import is_past
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.dictionary_context import dictionaries_context

HELP = "offer"
_PLACES = "place"


@dataclass(frozen=True, slots=True)
class WayIn:
    """A way in from the home page; `count` is the number of help items behind it."""

    key: str
    title: str
    summary: str
    address: str
    count: int


def _figures(source: Source) -> Mapping[str, Any]:
    return {"figures": home_figures(source)}


def _entries(role: str) -> Callable[[Source], Mapping[str, Any]]:
    def context(source: Source) -> Mapping[str, Any]:
        records = source.catalogue.with_role(role).values()
        counts = _help_counts(source, source.catalogue.named(role))
        return {"entries": tuple(_entry(source, record, counts) for record in records)}

    return context


def _districts(source: Source) -> Mapping[str, Any]:
    catalogue = source.catalogue
    counts = _help_counts(source, catalogue.named(_PLACES))
    below_top = (each for each in catalogue.with_role(_PLACES).values() if len(catalogue.ancestors(each)) == 1)
    return {"districts": tuple(_entry(source, record, counts) for record in below_top)}


def _entry(source: Source, record: Record, counts: Mapping[str, int]) -> WayIn:
    return WayIn(
        key=record.key,
        title=record_title(source.catalogue, record),
        summary=record_summary(source.catalogue, record),
        address=record_address(record.dataset, record.key),
        count=counts.get(record.key, 0),
    )


def _help_counts(source: Source, target: str) -> Mapping[str, int]:
    """How many help items still on offer answer to each record of `target`, as the filters of their list say."""
    dataset = source.catalogue.dataset_with(HELP)
    if dataset is None:
        return {}
    past = {key for key, record in source.catalogue.with_role(HELP).items() if is_past(dataset, record)}
    filters = [each for each in dataset.directory.filters if dataset.columns[each.field].target == target]
    values = (value for each in filters for value in source.plan.facets[dataset.name][each.name])
    return {value.value: sum(key not in past for key in value.keys) for value in values}


def _latest(source: Source) -> Mapping[str, Any]:
    return {"latest": latest_news(source)}


def _datasets(source: Source) -> Mapping[str, Any]:
    return dictionaries_context(source.catalogue)


def _nothing(_source: Source) -> Mapping[str, Any]:
    return {}


BLOCKS: Mapping[str, Callable[[Source], Mapping[str, Any]]] = {
    "search": _nothing,
    "finder": _nothing,
    "figures": _figures,
    "categories": _entries("category"),
    "groups": _entries("group"),
    "districts": _districts,
    "latest": _latest,
    "datasets": _datasets,
}
"""Every block and what fills it; a template of the same name in `theme/templates/blocks/` draws it."""
