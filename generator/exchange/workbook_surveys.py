"""The parts of a workbook to what a reader of values passes over: how far it reaches, what is hidden or not calculated.

Read as a stream: a sheet whose cells are few and far between asks for no more memory than one that is small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from generator.exchange.office_parts import Parts, tag_of

_SHOWN = 20
"""Cells of one kind that are told one by one."""
ERROR, _TEXT = "e", "str"
_ADDRESS = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


class SurveyPlace(NamedTuple):
    """A cell, counted from 1 as spreadsheets do."""

    row: int
    column: int


_NOWHERE = SurveyPlace(0, 0)


@dataclass(slots=True)
class Survey:
    """One sheet: its cells with anything in them, and those of `unread` formulas (the error each shows, or none)."""

    name: str
    cells: int = 0
    last: SurveyPlace = _NOWHERE
    farthest: SurveyPlace = _NOWHERE
    """The cell that, more than any other, makes the sheet as large as it is."""
    jump: int = 0
    unread: dict[SurveyPlace, str] = field(default_factory=dict)
    more_unread: int = 0
    hidden: dict[str, SurveyPlace] = field(default_factory=dict)
    """The first filled cell of each hidden row or column."""

    @property
    def area(self) -> int:
        """Cells of the rectangle from A1 to the last row and column with anything in them."""
        return self.last.row * self.last.column

    def take(self, place: SurveyPlace) -> None:
        """Count one more cell."""
        self.cells += 1
        before = self.area
        self.last = SurveyPlace(max(self.last.row, place.row), max(self.last.column, place.column))
        if self.area - before > self.jump:
            self.farthest, self.jump = place, self.area - before


class BookSurvey(NamedTuple):
    """All sheets that people see, by name, and whether days are counted from 1904."""

    sheets: Mapping[str, Survey]
    is_1904: bool


def survey_book(data: bytes) -> BookSurvey | None:
    """None for workbooks that are no archives of XML: the old kinds always keep a result beside its formula."""
    if not data.startswith(b"PK"):
        return None
    parts = Parts(data)
    if not any(map(parts.has, ("xl/workbook.xml", "_rels/.rels"))) or parts.has("xl/workbook.bin"):
        return None
    if parts.has("mimetype"):
        return None
    sheets, is_1904 = parts.settings()
    seen = {each.name: _survey(parts, each.name, each.path) for each in sheets if each.is_visible and each.path}
    return BookSurvey(seen, is_1904)


def _survey(parts: Parts, name: str, path: str) -> Survey:
    survey, columns = Survey(name), dict[int, bool]()
    row = 0
    with parts.open(path) as part:
        context = Xml.iterparse(part, events=("start", "end"))  # noqa: S314 - expat limits what entities may grow to
        is_hidden, column, above = False, 0, None
        for event, element in context:
            tag = tag_of(element)
            if event == "start":
                if tag == "sheetData":
                    above = element
                elif tag == "row":
                    row, column = _number(element.get("r")) or row + 1, 0
                    is_hidden = _is_unseen(element, "ht")
            elif tag == "col":
                columns |= dict.fromkeys(_span(element), True) if _is_unseen(element, "width") else {}
            elif tag == "c":
                place = _place(element.get("r")) or SurveyPlace(row, column + 1)
                row, column = place
                _look(survey, element, place, is_hidden, column in columns)
                element.clear()
            elif tag == "row" and above is not None:
                above.clear()
    return survey


def _look(survey: Survey, cell: Xml.Element, place: SurveyPlace, row_hidden: bool, column_hidden: bool) -> None:
    inside = {tag_of(each): each for each in cell}
    kind = cell.get("t", "")
    value, formula = inside.get("v"), "f" in inside
    shown = (value.text or "") if value is not None else ""
    if kind == ERROR or (formula and not shown and kind != _TEXT):
        survey.more_unread += len(survey.unread) >= _SHOWN
        if len(survey.unread) < _SHOWN:
            survey.unread[place] = shown
    if value is None and "is" not in inside:
        return
    survey.take(place)
    if row_hidden and len(survey.hidden) < _SHOWN:
        survey.hidden.setdefault(f"row {place.row}", place)
    elif column_hidden:
        survey.hidden.setdefault(f"column {place.column}", place)


def _span(element: Xml.Element) -> Iterator[int]:
    return iter(range(_number(element.get("min")), min(_number(element.get("max")), 16_384) + 1))


def _place(address: str | None) -> SurveyPlace | None:
    found = _ADDRESS.fullmatch(address or "")
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return SurveyPlace(int(found[2]), column)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 0


def _is_unseen(element: Xml.Element, measure: str) -> bool:
    """Hidden, or drawn so narrow that nothing of it shows."""
    return _is_on(element.get("hidden")) or re.fullmatch(r"0(?:\.0+)?", element.get(measure, "")) is not None


def _is_on(text: str | None) -> bool:
    return text in ("1", "true")
