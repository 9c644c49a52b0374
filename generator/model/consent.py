"""A record and a day to whether the people in it still agree to be shown, as its declaration says."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.record import Record

NOT_NEEDED = "not-needed"
"""What the field of the basis says where nobody has to agree."""


class Consent(StrEnum):
    """How things stand on a day."""

    NOT_NEEDED = "not-needed"
    VALID = "valid"
    EXPIRED = "expired"


def consent_on(catalogue: Catalogue, record: Record, day: date) -> Consent:
    """The last day of a consent still counts; one without an end does not expire."""
    terms = catalogue.datasets[record.dataset].directory.consent
    if terms is None or (terms.basis and text_in(record, terms.basis) == NOT_NEEDED):
        return Consent.NOT_NEEDED
    ends = day_in(record, terms.until)
    return Consent.VALID if ends is None or ends >= day else Consent.EXPIRED


def consented(catalogue: Catalogue) -> dict[str, str]:
    """By record (`dataset/key`) that holds something resting on a consent, the consent's last day (ISO)."""
    return {
        f"{name}/{record.key}": (day_in(record, terms.until) or date.max).isoformat()
        for name, dataset in catalogue.datasets.items()
        if (terms := dataset.directory.consent)
        for record in catalogue.records[name].values()
        if shows_somebody(catalogue, record)
    }


def shows_somebody(catalogue: Catalogue, record: Record) -> bool:
    """Whether a record still holds something that rests on a consent."""
    terms = catalogue.datasets[record.dataset].directory.consent
    return terms is not None and any(record.values[name] not in (None, ()) for name in terms.hides)
