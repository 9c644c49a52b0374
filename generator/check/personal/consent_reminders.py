"""A catalogue and a day to reminders of consents that end: advice, so that nobody else's check fails."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.check.personal.problems import consent_ending
from generator.model.calendar import chinese_date
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in
from generator.model.consent import Consent, consent_on, shows_somebody
from generator.model.problem import Problem
from generator.model.table import Locate

REMINDED_BEFORE = timedelta(days=60)
"""So long before a consent ends, whoever keeps the record is reminded."""


def find_ending_consents(catalogue: Catalogue, as_of: date, locate: Locate) -> Iterator[Problem]:
    """A consent that has ended takes what rests on it off the site; whoever keeps the record is told before."""
    for name, dataset in catalogue.datasets.items():
        terms = dataset.directory.consent
        for record in catalogue.records[name].values() if terms else ():
            state, ends = consent_on(catalogue, record, as_of), day_in(record, terms.until) if terms else None
            is_due = state is not Consent.NOT_NEEDED and ends is not None and ends <= as_of + REMINDED_BEFORE
            if terms and ends and is_due and shows_somebody(catalogue, record):
                what = "、".join(dataset.columns[name].title for name in terms.hides)
                when = chinese_date(ends)
                place = locate(record.origin, terms.until)
                yield consent_ending(place, record.key, what, when, terms.until, is_over=state is Consent.EXPIRED)
