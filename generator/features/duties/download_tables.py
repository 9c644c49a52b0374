"""Obligations to the tables that people and programs take away: lines of text, JSON, CSV, a calendar."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from generator.base.csv_writing import published_csv
from generator.features.duties.facts import Look
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.subscriptions import render_calendar
from generator.features.duties.verdicts import explain, occasion_name, verdict
from generator.model.project import Settings
from generator.model.signs import printable
from generator.render.feed_and_calendar_names import reminder_name

Row = Mapping[str, str | int | None]
_CELLS = json.JSONEncoder(ensure_ascii=False, separators=(",\n  ", ": "))
"""Writes a row as `indent=1` does in a list; that is written in Python, ten times as slowly."""

ROW_NAMES = (
    *("uid", "rule", "duty", "name", "subject", "subject_name", "organization", "occasion"),
    *("status", "verdict", "trigger", "due", "met_by", "met_on", "days", "article", "sentence"),
    *("looked_at", "looked_on", "look_result", "look_url", "objection", "objected_on"),
)
"""What a row tells, in order."""


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
    return "".join("\t".join(printable(str(cell)) for cell in line if cell) + "\n" for line in lines)


def duties_json(obligations: Iterable[Obligation]) -> str:
    """A list of objects with the names of `ROW_NAMES`."""
    rows = [f" {{\n  {_CELLS.encode(obligation_row(each))[1:-1]}\n }}" for each in obligations]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def duties_csv(obligations: Iterable[Obligation]) -> str:
    """The same as a table."""
    rows = (obligation_row(each) for each in obligations)
    return published_csv(ROW_NAMES, ([row[name] for name in ROW_NAMES] for row in rows))


def obligation_row(obligation: Obligation) -> Row:
    """One obligation as JSON and CSV give it: texts, whole numbers and ISO dates only."""
    subject, found = obligation.subject, obligation.met_by
    return {
        "uid": obligation.uid,
        "rule": obligation.rule.id,
        "duty": obligation.rule.duty,
        "name": obligation.rule.name,
        "subject": f"{subject.dataset}/{subject.key}",
        "subject_name": subject.name,
        "organization": subject.owner or None,
        "occasion": occasion_name(obligation) or None,
        "status": obligation.status.value,
        "verdict": verdict(obligation),
        "trigger": _iso(obligation.trigger),
        "due": _iso(obligation.due),
        "met_by": f"{found.dataset}/{found.record}" if found else None,
        "met_on": _iso(found.on) if found else None,
        "days": obligation.days,
        "article": obligation.rule.source.citation,
        "sentence": explain(obligation),
        "looked_at": obligation.rule.second_look or None,
        **_looked(obligation.looks[0] if obligation.looks else None),
    }


def _looked(look: Look | None) -> Row:
    """The last time somebody looked elsewhere, and what the other side says to it."""
    return {
        "looked_on": _iso(look.on) if look else None,
        "look_result": look.result if look else None,
        "look_url": (look.url or None) if look else None,
        "objection": (look.objection or None) if look else None,
        "objected_on": _iso(look.objected_on) if look else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


_RENDERERS: Mapping[DutyFormat, Callable[[Settings, Sequence[Obligation], date], str]] = {
    DutyFormat.TEXT: lambda _settings, found, _as_of: duties_text(found),
    DutyFormat.JSON: lambda _settings, found, _as_of: duties_json(found),
    DutyFormat.CSV: lambda _settings, found, _as_of: duties_csv(found),
    DutyFormat.ICS: lambda settings, found, as_of: render_calendar(settings, reminder_name(settings), found, as_of),
}
