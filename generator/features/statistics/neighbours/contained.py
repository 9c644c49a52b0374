"""What other records of the site say of single households becomes the least that figures of the tables can be.

A published case tells a place, a category, the groups and a time: at least one household of that cell, whatever the
table withholds. What projects publish of whom they helped is at least so many, where a table declares that it holds
them. Whoever attacks knows these as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product

from generator.features.statistics.cells import Cell
from generator.features.statistics.layouts import CodeAxis, Layout, find_layouts
from generator.features.statistics.ledger import EditionKind, read_ledger
from generator.features.statistics.periods import LENGTHS, days_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in, words_in
from generator.model.figure import Amount
from generator.model.figure_columns import MEASURE, PERIOD, VALUE
from generator.model.record import Record
from generator.model.tabulation import Contained

STORY_ROLE = "case"
FROM, TO = "period_from", "period_to"
Place = tuple[tuple[str, str], ...]
Least = Mapping[Cell, int]
"""Cells, with a number that the true one is surely not below."""


def find_least(catalogue: Catalogue) -> Least:
    """All of it, of the cases that are or once were public and of the results that tables hold."""
    found: dict[Cell, int] = {}
    for cell, number in (*_stories(catalogue), *_of_ledger(catalogue), *_results(catalogue)):
        found[cell] = max(number, found.get(cell, 0))
    return found


def story_cells(catalogue: Catalogue) -> Mapping[str, tuple[Cell, ...]]:
    """By case, the cells in which its household stands."""
    layouts = find_layouts(catalogue)
    return {
        key: tuple(cell for layout in layouts for cell in _cells(catalogue, layout, record, record))
        for key, record in catalogue.with_role(STORY_ROLE).items()
    }


def _stories(catalogue: Catalogue) -> Iterator[tuple[Cell, int]]:
    yield from ((cell, 1) for cells in story_cells(catalogue).values() for cell in cells)


def _of_ledger(catalogue: Catalogue) -> Iterator[tuple[Cell, int]]:
    """Cases that are gone from the site, and that readers of then still know."""
    dataset = catalogue.dataset_with(STORY_ROLE)
    for entry in read_ledger(catalogue) or () if dataset else ():
        if entry.kind is EditionKind.TOLD and dataset and entry.table == dataset.name:
            yield read_cell(entry.cell), int(entry.low)


def read_cell(text: str) -> Cell:
    """The cell that is written so."""
    pairs = [(name, code) for name, _, code in (each.partition("=") for each in text.split(";"))]
    return Cell(dict(pairs).get("measure", ""), tuple(sorted(pair for pair in pairs if pair[0] != "measure")))


def _results(catalogue: Catalogue) -> Iterator[tuple[Cell, int]]:
    yield from ((cell, number) for _, cell, number in result_cells(catalogue))


def result_cells(catalogue: Catalogue) -> Iterator[tuple[Record, Cell, int]]:
    """Every published number that a table declares to hold, with the cell that it is part of.

    Of several places or categories nobody knows how many were in each.
    """
    for layout in find_layouts(catalogue):
        tabulation = catalogue.datasets[layout.name].directory.tabulation
        for each in tabulation.contains if tabulation else ():
            for record in catalogue.records.get(each.records, {}).values():
                number, about = record.values.get(each.count), _about(catalogue, record, each)
                if isinstance(number, int) and number > 0 and about is not None:
                    places = tuple(_places(catalogue, layout, about, record))
                    yield from ((record, Cell(each.measure, place), number) for place in places if len(places) == 1)


def published_cells(catalogue: Catalogue, layout: Layout) -> Mapping[Cell, Amount]:
    """The figures of a declared table that are given."""
    found: dict[Cell, Amount] = {}
    for row in catalogue.records[layout.name].values():
        value = row.values.get(VALUE)
        if isinstance(value, int | Decimal):
            codes = ((name, axis, text_in(row, name)) for name, axis in layout.columns.items())
            place = sorted((name, code) for name, axis, code in codes if axis is None or code != axis.dimension.total)
            found[Cell(text_in(row, MEASURE), tuple(place))] = value
    return found


def _about(catalogue: Catalogue, record: Record, contained: Contained) -> Record | None:
    """The record that says where and what for: itself, or the one that it names."""
    if not contained.of:
        return record
    field = catalogue.datasets[record.dataset].columns.get(contained.of)
    return catalogue.records.get(field.target or "", {}).get(text_in(record, contained.of)) if field else None


def _cells(catalogue: Catalogue, layout: Layout, about: Record, timed: Record) -> Iterator[Cell]:
    """The cells of a table in which a record's households surely stand."""
    for place in _places(catalogue, layout, about, timed):
        yield from (Cell(measure, place) for measure in _last(layout))


def _places(catalogue: Catalogue, layout: Layout, about: Record, timed: Record) -> Iterator[Place]:
    """Where a record stands in a table: the codes that it names, and its time.

    Of several places and several groups nobody knows who was where.
    """
    period = _period(layout, day_in(timed, FROM), day_in(timed, TO))
    tabulation = catalogue.datasets[layout.name].directory.tabulation
    if period is None or tabulation is None:
        return
    codes: list[tuple[Place, ...]] = []
    for axis in tabulation.axes:
        column = layout.columns[axis.field]
        if column is not None:
            named = _codes(catalogue, column, axis.codes or "", about)
            codes.append(tuple(() if code == column.dimension.total else ((axis.field, code),) for code in named))
    if sum(len(each) > 1 for each in codes) < 2:
        for pairs in product(*codes):
            yield tuple(sorted(pair for each in (*pairs, ((PERIOD, period),)) for pair in each))


def _last(layout: Layout) -> Iterator[str]:
    """Counts that have no later stage: who is in a case was helped, and so was in all stages before."""
    wholes = {each.part_of for each in layout.measures}
    yield from (each.name for each in layout.measures if each.is_count and each.part_of and each.name not in wholes)
    if not any(each.part_of for each in layout.measures):
        backed = {each.counted_by for each in layout.measures} - {None}
        yield from (each.name for each in layout.measures if each.name in backed)


def _codes(catalogue: Catalogue, column: CodeAxis, codes: str, about: Record) -> Sequence[str]:
    """What a record names of a codelist, in the codes of a table; else the total, where there is one."""
    fields = [each for each in catalogue.datasets[about.dataset].fields if each.target == codes]
    each_of = ((words_in if each.is_list else _word_in)(about, each.name) for each in fields)
    named = [code for words in each_of for code in words if code]
    found = [column.inside.get(code, code) for code in named]
    known = tuple(dict.fromkeys(code for code in found if code in column.dimension.codes))
    total = column.dimension.total
    return known or ((total,) if total is not None and not fields else ())


def _word_in(record: Record, field: str) -> tuple[str, ...]:
    return (text_in(record, field),)


def _period(layout: Layout, first: date | None, last: date | None) -> str | None:
    """The shortest period of a table that holds all of a time."""
    if first is None or last is None:
        return None
    for level in LENGTHS:
        code = _code(first, level)
        begin, end = days_of(code)
        if level in layout.levels_of_time and begin <= first.isoformat() and last.isoformat() <= end:
            return code
    return None


def _code(day: date, level: str) -> str:
    half = f"{day.year}H{1 if day.month <= 6 else 2}"
    return {"month": f"{day.year}-{day.month:02}", "half-year": half}.get(level, str(day.year))
