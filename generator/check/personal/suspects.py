"""The cells of raw tables and the passages of files to the places in them that seem to expose somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.check.personal.detection import find_exposures
from generator.check.personal.exposures import Exposure, ExposureKind, mark_of
from generator.check.personal.problems import exposure_found
from generator.check.personal.sheets import find_in_sheet, is_telling
from generator.model.dataset import Dataset, Field
from generator.model.passage import Passage, PassageSheet
from generator.model.problem import Location
from generator.model.suspect import Suspect
from generator.model.table import Cell, Locate, Origin, RawTable

PUBLIC_BY_FORMAT = {"telephone": ExposureKind.LANDLINE, "address": ExposureKind.ADDRESS, "email": ExposureKind.EMAIL}
"""A field of such a format holds what an organisation publishes of itself."""
_BIRTH = re.compile(r"出生|(?<!发)生日|生辰")
_CELL_END = "\x1f"
_PIECES = re.compile(rf"(?<![^{_CELL_END}])[\dXx ]+(?:{_CELL_END}[\dXx ]+)+(?![^{_CELL_END}])")
"""Neighbouring cells with nothing but digits in them: one look at a row tells whether there are any."""
_SHORTEST_SPLIT = 15
CONSENTED: Mapping[ExposureKind, frozenset[str]] = {
    ExposureKind.NAME: frozenset({"name"}),
    ExposureKind.SITUATION: frozenset({"name", "illness"}),
}
"""What people must have agreed to, all of it, for a kind to be no finding."""


def find_suspects(dataset: Dataset, table: RawTable, locate: Locate) -> tuple[Suspect, ...]:
    """Every finding in every text cell. A text that comes again, as most of a large table's do, is looked at once."""
    watched = tuple((at, field, _about(field)) for at, field in enumerate(dataset.fields) if _holds_words(field))
    seen: dict[tuple[str, str], tuple[Exposure, ...]] = {}
    found: list[Suspect] = []
    for row, origin in zip(table.rows, table.origins, strict=True):
        for at, field, about in watched:
            for text in _texts(row[at]):
                exposures = seen.get((about, text))
                if exposures is None:
                    exposures = seen[about, text] = find_exposures(text, about)
                if exposures:
                    agreed = _agreed(dataset, row)
                    found.extend(_cell_suspects(dataset, field, _Place(row, origin, locate), text, exposures, agreed))
        found.extend(_find_split(dataset, watched, _Place(row, origin, locate)))
    return tuple(found)


def find_passage_suspects(file: str, passages: Iterable[Passage | PassageSheet]) -> Iterator[Suspect]:
    """Every finding in the texts of a file that is no record: its name, its paragraphs, what a camera wrote into it."""
    seen: set[tuple[str, Location]] = set()
    for passage in passages:
        found = _sheet_suspects(file, passage) if isinstance(passage, PassageSheet) else _text_suspects(file, passage)
        for suspect in found:
            if (suspect.mark, suspect.problem.location) not in seen:
                seen.add((suspect.mark, suspect.problem.location))
                yield suspect


def _text_suspects(file: str, passage: Passage) -> Iterator[Suspect]:
    for exposure in find_exposures(passage.text):
        line = passage.line and passage.line + passage.text.count("\n", 0, exposure.start)
        yield _suspect(exposure, Location(file, line), passage.where, None)


def _sheet_suspects(file: str, sheet: PassageSheet) -> Iterator[Suspect]:
    for found in find_in_sheet(sheet.rows):
        line = sheet.lines[found.row] if sheet.lines else None
        row = sheet.first + found.row if line is None else None
        place = Location(file, line, None if line else found.column + 1, row)
        yield _suspect(found.exposure, place, sheet.where, None)


def _find_split(dataset: Dataset, watched: Iterable[tuple[int, Field, str]], place: _Place) -> Iterator[Suspect]:
    """Identity numbers whose pieces stand in neighbouring cells of a record."""
    row = place.row
    runs = _PIECES.findall(_CELL_END.join([cell for at, _, _ in watched if isinstance(cell := row[at], str) and cell]))
    if not any(len(run) > _SHORTEST_SPLIT for run in runs):
        return
    cells = [(field, cell) for at, field, _ in watched if isinstance(cell := row[at], str) and cell]
    for found in find_in_sheet(([cell for _, cell in cells],)):
        if found.exposure.kind is ExposureKind.IDENTITY_NUMBER and len(cells[found.column][1]) < len(
            found.exposure.value
        ):
            field, text = cells[found.column]
            whole = found.exposure._replace(start=0, end=len(text))
            yield from _cell_suspects(dataset, field, place, text, (whole,), frozenset())


class _Place:
    """Where a row stood; its exact place is worked out only for a finding."""

    def __init__(self, row: Sequence[Cell], origin: Origin, locate: Locate) -> None:
        self.row, self.origin, self.locate = row, origin, locate

    def of(self, dataset: Dataset, field: Field, text: str, exposure: Exposure) -> Location:
        if field.name == dataset.directory.body and self.origin.body is not None:
            before = text[: exposure.start]
            line = self.origin.body + before.count("\n")
            return Location(self.origin.file, line, len(before) - before.rfind("\n"), field=field.name)
        return self.locate(self.origin, field.name)

    def key(self, dataset: Dataset) -> str | None:
        names = list(dataset.columns)
        parts = [self.row[names.index(name)] for name in dataset.primary_key]
        key = "/".join(str(part) for part in parts if part)
        return None if find_exposures(key) else key or None


def _cell_suspects(
    dataset: Dataset, field: Field, place: _Place, text: str, exposures: Iterable[Exposure], agreed: frozenset[str]
) -> Iterator[Suspect]:
    for exposure in exposures:
        is_public = PUBLIC_BY_FORMAT.get(field.format) is exposure.kind
        wanted = CONSENTED.get(exposure.kind)
        if not is_public and not (wanted and wanted <= agreed):
            where = f"“{field.title}”"
            yield _suspect(exposure, place.of(dataset, field, text, exposure), where, place.key(dataset))


def _suspect(exposure: Exposure, location: Location, where: str, record: str | None) -> Suspect:
    mark = mark_of(exposure.kind, exposure.value)
    problem = exposure_found(location, exposure.kind, where, mark, record)
    return Suspect(problem, exposure.kind.value, mark, exposure.value)


def _holds_words(field: Field) -> bool:
    """Words; and days that are said to be somebody's birth."""
    if field.type == "date":
        return bool(_BIRTH.search(field.title))
    return (
        field.type in ("string", "list") and not field.categories and field.target is None and field.format != "period"
    )


def _about(field: Field) -> str:
    """What a column says of itself helps to tell its numbers; a column of offices' telephones says nothing new."""
    return "" if field.format in PUBLIC_BY_FORMAT or not is_telling(field.title) else field.title


def _texts(cell: Cell) -> Sequence[str]:
    if cell is None:
        return ()
    return (cell,) if isinstance(cell, str) else cell


def _agreed(dataset: Dataset, row: Sequence[Cell]) -> frozenset[str]:
    terms = dataset.directory.consent
    return frozenset(_texts(row[list(dataset.columns).index(terms.scope)])) if terms else frozenset()
