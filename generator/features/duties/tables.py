"""Obligations to the tables that people and programs take away: lines of text, JSON, CSV, a calendar."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from generator.base.csv_writing import published_csv
from generator.features.duties.board import ROW_NAMES, obligation_row
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.subscriptions import render_calendar
from generator.model.project import Settings
from generator.render.identity import reminder_name


class DutyFormat(StrEnum):
    """The forms a list of obligations can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"


def render_duties(form: DutyFormat, settings: Settings, obligations: Sequence[Obligation], as_of: date) -> str:
    """The whole list in one of its forms."""
    return _RENDERERS[form](settings, obligations, as_of)


def duties_text(obligations: Iterable[Obligation]) -> str:
    """One line each, its cells set apart by tabs; what does not apply is left out."""
    rows = (obligation_row(each) for each in obligations if each.status is not Status.NOT_APPLICABLE)
    lines = ((row[name] for name in ("verdict", "due", "subject_name", "name", "occasion")) for row in rows)
    return "".join("\t".join(str(cell) for cell in line if cell) + "\n" for line in lines)


def duties_json(obligations: Iterable[Obligation]) -> str:
    """A list of objects with the names of `ROW_NAMES`."""
    return json.dumps([obligation_row(each) for each in obligations], ensure_ascii=False, indent=1) + "\n"


def duties_csv(obligations: Iterable[Obligation]) -> str:
    """The same as a table."""
    rows = (obligation_row(each) for each in obligations)
    return published_csv(ROW_NAMES, ([row[name] for name in ROW_NAMES] for row in rows))


_RENDERERS: Mapping[DutyFormat, Callable[[Settings, Sequence[Obligation], date], str]] = {
    DutyFormat.TEXT: lambda _settings, found, _as_of: duties_text(found),
    DutyFormat.JSON: lambda _settings, found, _as_of: duties_json(found),
    DutyFormat.CSV: lambda _settings, found, _as_of: duties_csv(found),
    DutyFormat.ICS: lambda settings, found, as_of: render_calendar(settings, reminder_name(settings), found, as_of),
}
