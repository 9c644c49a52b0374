"""Published tables to what protection cost them: how many figures are withheld."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.features.statistics.cube import cube_of
from generator.features.statistics.layouts import Layout
from generator.model.addresses import dictionary_address
from generator.model.catalogue import Catalogue
from generator.model.figure_columns import MEASURE, VALUE
from generator.model.record import Record


class Loss(NamedTuple):
    """One measure of one table: figures in all, and withheld."""

    table: str
    address: str
    measure: str
    total: int
    withheld: int
    share: str


def table_losses(catalogue: Catalogue) -> tuple[Loss, ...]:
    """What is withheld of each measure of each table."""
    return tuple(loss for layout in cube_of(catalogue).layouts.values() for loss in _losses(catalogue, layout))


def _losses(catalogue: Catalogue, layout: Layout) -> Iterator[Loss]:
    records = tuple(catalogue.records[layout.name].values())
    for measure in layout.measures:
        mine = tuple(each for each in records if each.values[MEASURE] == measure.name)
        if mine:
            yield _loss(layout, measure.title, mine)


def _loss(layout: Layout, measure: str, records: tuple[Record, ...]) -> Loss:
    withheld = _count(each.values[VALUE] is None for each in records)
    share = f"{withheld / len(records):.1%}"
    return Loss(layout.title, dictionary_address(layout.name), measure, len(records), withheld, share)


def _count(flags: Iterable[bool]) -> int:
    return sum(flags)
