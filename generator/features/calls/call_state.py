"""A call and a day to whether one can still answer it, and for how long."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.record import Record

SOON = 14
"""Days before the last one from which a call is said to close soon."""


class CallState(StrEnum):
    """Where a call stands on a day."""

    UPCOMING = "upcoming"
    OPEN = "open"
    CLOSING = "closing"
    CLOSED = "closed"


class CallStatus(NamedTuple):
    """`days` are those left before it opens or closes; 0 on the last day, None when it is over."""

    state: CallState
    days: int | None


def call_status(opens: date, closes: date, day: date) -> CallStatus:
    """Both ends count: on its last day a call is still open."""
    if day < opens:
        return CallStatus(CallState.UPCOMING, (opens - day).days)
    if day > closes:
        return CallStatus(CallState.CLOSED, None)
    left = (closes - day).days
    return CallStatus(CallState.CLOSING if left <= SOON else CallState.OPEN, left)


def status_of(call: Record, day: date) -> CallStatus:
    """The same for a record; both its dates are required."""
    return call_status(day_in(call, "opens_on") or day, day_in(call, "closes_on") or day, day)


def sections_of(catalogue: Catalogue, call: Record) -> tuple[Record, ...]:
    """The sections a call asks for, in the order they are written."""
    return in_written_order(catalogue.pointing(call, "call_section.call"))


SELECTED = "入选"
"""What every level is called where nobody approved that there are any."""
_APPROVAL = ("approval_document", "approval_authority", "approval_on")


def is_approved(record: Record) -> bool:
    """Whether a call or an award names the document that allows it to rank, who gave it and when (评比表彰)."""
    return all(record.values.get(name) for name in _APPROVAL)


def has_level(catalogue: Catalogue, call: Record | None, level: str) -> bool:
    """Whether a call has this level."""
    return any(text_in(each, "id") == level for each in (catalogue.pointing(call, "call_level.call") if call else ()))


def level_title(catalogue: Catalogue, call: Record | None, level: str) -> str:
    """What a level of a call is called; empty when there is no such level. Ranks need somebody's approval."""
    found = catalogue.pointing(call, "call_level.call") if call else ()
    title = next((text_in(each, "title") for each in found if text_in(each, "id") == level), "")
    return title if not title or (call and is_approved(call)) else SELECTED


def in_written_order(rows: tuple[Record, ...]) -> tuple[Record, ...]:
    """Rows of a nested list as they stand in their file."""
    return tuple(sorted(rows, key=lambda row: row.origin.trail[-1:] and int(row.origin.trail[-1])))
