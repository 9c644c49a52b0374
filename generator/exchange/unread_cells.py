"""What goes unread in a workbook to the problems that say so, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exchange.workbook_problems import hidden_cell, more_formulas, unread_formula
from generator.exchange.workbook_surveys import Survey, SurveyPlace
from generator.model.problem import Location, Problem


def find_faults(label: str, survey: Survey) -> Iterator[Problem]:
    """Cells of one sheet that seem empty and are not, and filled ones that nobody sees."""
    for place, error in survey.unread.items():
        yield unread_formula(cell_place(label, place), error)
    if survey.more_unread:
        yield more_formulas(label, survey.more_unread)
    yield from (hidden_cell(cell_place(label, place), what) for what, place in survey.hidden.items())


def cell_place(label: str, place: SurveyPlace) -> Location:
    """A cell of the sheet that messages call `label`."""
    return Location(label, column=place.column, row=place.row)
