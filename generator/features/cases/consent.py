"""A record and a day to whether the people in it still agree to be shown."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from generator.model.cells import day_in, text_in
from generator.model.record import Record

NOTICE = timedelta(days=60)
"""So long before a consent ends, its holder is reminded."""


class Consent(StrEnum):
    """How things stand on a day."""

    NOT_NEEDED = "not-needed"
    VALID = "valid"
    ENDING = "ending"
    EXPIRED = "expired"


def consent_on(record: Record, day: date) -> Consent:
    """The last day of a consent still counts; one without an end does not expire."""
    if text_in(record, "consent_basis") in ("", "not-needed"):
        return Consent.NOT_NEEDED
    ends = day_in(record, "consent_expires_on")
    if ends is None or ends > day + NOTICE:
        return Consent.VALID
    return Consent.ENDING if ends >= day else Consent.EXPIRED


def is_withdrawn(record: Record) -> bool:
    """Whether a record keeps only its address and the reason."""
    return text_in(record, "status") == "withdrawn"
