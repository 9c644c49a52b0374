"""The catalogue to the blocks that people place in their pages with `<!-- mingshan: NAME -->`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.features.home.figures import HomeFigure, home_figures
from generator.features.home.news import NewsEntry, latest_news
from generator.model.addresses import record_address
from generator.model.context import Context, NoNames
from generator.model.facets import record_title
from generator.model.past import is_past
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.dictionary_context import DatasetView, dataset_views

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


@dataclass(frozen=True, slots=True)
class FiguresBlock:
    """What the block of figures may name."""

    figures: tuple[HomeFigure, ...]


@dataclass(frozen=True, slots=True)
class EntriesBlock:
    """What the blocks of kinds of help and of groups of people may name."""

    entries: tuple[WayIn, ...]


@dataclass(frozen=True, slots=True)
class DistrictsBlock:
    """What the block of districts may name."""

    districts: tuple[WayIn, ...]


@dataclass(frozen=True, slots=True)
class LatestBlock:
    """What the block of what was made public last may name."""

    latest: tuple[NewsEntry, ...]


@dataclass(frozen=True, slots=True)
class DatasetsBlock:
    """What the block of all datasets may name."""

    datasets: tuple[DatasetView, ...]


def _figures(source: Source) -> FiguresBlock:
    return FiguresBlock(home_figures(source))


def _kinds(source: Source) -> EntriesBlock:
    return EntriesBlock(_entries(source, "category", source.catalogue.with_role("category").values()))


def _groups(source: Source) -> EntriesBlock:
    return EntriesBlock(_entries(source, "group", source.catalogue.with_role("group").values()))


def _districts(source: Source) -> DistrictsBlock:
    catalogue = source.catalogue
    below_top = (each for each in catalogue.with_role(_PLACES).values() if len(catalogue.ancestors(each)) == 1)
    return DistrictsBlock(_entries(source, _PLACES, below_top))


def _entries(source: Source, role: str, records: Iterable[Record]) -> tuple[WayIn, ...]:
    counts = _help_counts(source, source.catalogue.named(role))
    return tuple(_entry(source, record, counts) for record in records)


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
    values = (value for each in filters for value in source.facets(dataset.name)[each.name])
    return {value.value: sum(key not in past for key in value.keys) for value in values}


def _latest(source: Source) -> LatestBlock:
    return LatestBlock(latest_news(source))


def _datasets(source: Source) -> DatasetsBlock:
    return DatasetsBlock(dataset_views(source.catalogue))


def _nothing(_source: Source) -> NoNames:
    return NoNames()


BLOCKS: Mapping[str, Callable[[Source], Context]] = {
    "search": _nothing,
    "finder": _nothing,
    "figures": _figures,
    "categories": _kinds,
    "groups": _groups,
    "districts": _districts,
    "latest": _latest,
    "datasets": _datasets,
}
"""Every block and what fills it; a template of the same name in `theme/templates/blocks/` draws it."""
