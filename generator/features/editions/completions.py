"""A table of supply entries that somebody sent to one with everything its place and half-year already say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.features.editions.half_years import half_year
from generator.features.editions.numbering import Unnumbered, number_entries
from generator.features.editions.place_editions import ENTRIES
from generator.features.editions.places_told import tell_roughly
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Numbering
from generator.model.feature import Columns, Completion, Filling
from generator.model.table import Cell, RawTable


def _supply_filling(catalogue: Catalogue, columns: Columns) -> Filling:
    """A catalogue's level is that of its place; entries hold for the whole half-year unless they say otherwise."""
    period = half_year(columns["period"])
    terms = _numbering(catalogue)
    level = text_in(catalogue.with_role("place")[columns["division"]], "level")
    return Filling(
        given={**columns, "level": level},
        usual={"status": "open", "valid_from": period.first.isoformat(), "valid_to": period.last.isoformat()},
        later=frozenset({terms.field} if terms else ()),
    )


def _numbering(catalogue: Catalogue) -> Numbering | None:
    dataset = catalogue.dataset_with("offer")
    return dataset.directory.numbering if dataset else None


def _supply_numbers(catalogue: Catalogue, columns: Columns, tables: Sequence[RawTable]) -> Sequence[RawTable]:
    """Districts seldom number their entries: the number each had before, else one that no sheet gives again."""
    terms = _numbering(catalogue)
    if terms is None:
        return tables
    place = catalogue.with_role("place")[columns["division"]]
    entries = [entry for table in tables for entry in _unnumbered(table, terms)]
    within = columns.get(terms.within, place.key)
    numbers = iter(number_entries(terms, within, entries, catalogue.pointing(place, ENTRIES)))
    return [_numbered(table, list(islice(numbers, len(table.rows))), terms.field) for table in tables]


def _unnumbered(table: RawTable, terms: Numbering) -> Iterator[Unnumbered]:
    at = [table.columns.index(name) for name in (terms.field, *terms.known_by)]
    return (Unnumbered(*(_text(row[place]) for place in at)) for row in table.rows)


def _numbered(table: RawTable, numbers: Sequence[str], field: str) -> RawTable:
    at = table.columns.index(field)
    rows = [[*row[:at], number, *row[at + 1 :]] for row, number in zip(table.rows, numbers, strict=True)]
    return RawTable(table.dataset, table.columns, rows, table.origins)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""


ENTRY_COMPLETION = Completion(_supply_filling, _supply_numbers, translate=tell_roughly)
