"""What an importer knows of a dataset beyond its declaration; the visible table of roles that have such a thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.exchange.sheet_tables import Filling
from generator.features.editions.editions import ENTRIES
from generator.features.editions.half_years import half_year
from generator.features.editions.numbering import Unnumbered, number_entries
from generator.model.catalogue import Catalogue
from generator.model.cells import sources_in, text_in
from generator.model.table import Cell, RawTable

Columns = Mapping[str, str]
"""The columns that the target file's path gives."""


class Completion(NamedTuple):
    """`filling`: what sheets need not say; `complete` fills in the rest of each row."""

    filling: Callable[[Catalogue, Columns], Filling]
    complete: Callable[[Catalogue, Columns, RawTable], RawTable]


def completion_of(role: str) -> Completion:
    """The role's own completion, else the one for all: what the path says holds for every row."""
    return COMPLETIONS.get(role, Completion(lambda _catalogue, columns: Filling(columns), _as_it_is))


def _as_it_is(_catalogue: Catalogue, _columns: Columns, table: RawTable) -> RawTable:
    return table


def _supply_filling(catalogue: Catalogue, columns: Columns) -> Filling:
    """A catalogue's level is that of its place; entries hold for the whole half-year unless they say otherwise."""
    period = half_year(columns["period"])
    level = text_in(catalogue.with_role("place")[columns["division"]], "level")
    return Filling(
        given={**columns, "level": level},
        usual={"status": "open", "valid_from": period.first.isoformat(), "valid_to": period.last.isoformat()},
        later=frozenset({"id"}),
    )


def _supply_numbers(catalogue: Catalogue, columns: Columns, table: RawTable) -> RawTable:
    """Districts seldom number their entries: the number each had before, else a new one."""
    place = catalogue.with_role("place")[columns["division"]]
    at = {name: table.columns.index(name) for name in ("id", "name", "provider")}
    entries = [Unnumbered(*(_text(row[at[name]]) for name in ("id", "name", "provider"))) for row in table.rows]
    numbers = number_entries(place.key, entries, sources_in(catalogue, place, ENTRIES))
    rows = [
        [number if column == at["id"] else cell for column, cell in enumerate(row)]
        for row, number in zip(table.rows, numbers, strict=True)
    ]
    return RawTable(table.dataset, table.columns, rows, table.origins)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


COMPLETIONS: Mapping[str, Completion] = {"offer": Completion(_supply_filling, _supply_numbers)}
