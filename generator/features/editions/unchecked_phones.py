"""A place's newest catalogue and a day to how many of its numbers somebody rang lately, on the board and as advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.features.editions.entry_state import is_open, staleness
from generator.features.editions.problems import phone_checks_due
from generator.features.editions.survey import place_editions
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in
from generator.model.facets import record_title
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate
from generator.national.offer_phones import OFFER_FRESH_MONTHS

CHECKED_ON = "phone_checked_on"


@dataclass(frozen=True, slots=True)
class PhoneChecks:
    """The open entries of one place, and those of them whose number nobody is known to have rung lately."""

    entries: tuple[Record, ...]
    due: tuple[Record, ...]

    @property
    def unknown(self) -> int:
        """How many of them say no day at all."""
        return sum(day_in(each, CHECKED_ON) is None for each in self.due)


def checks_of(catalogue: Catalogue, place: str, day: date) -> PhoneChecks:
    """How a place's newest catalogue stands; nothing is due where catalogues have no such column."""
    editions = place_editions(catalogue, place)
    entries = tuple(each for each in editions[-1].entries if is_open(each, day)) if editions else ()
    if not entries or CHECKED_ON not in catalogue.datasets[entries[0].dataset].columns:
        return PhoneChecks((), ())
    due = (each for each in entries if staleness(day_in(each, CHECKED_ON), day, OFFER_FRESH_MONTHS))
    return PhoneChecks(entries, tuple(due))


def explain_checks(checks: PhoneChecks) -> str:
    """In words, for the board; empty where there is nothing to say."""
    if not checks.entries:
        return ""
    fresh = len(checks.entries) - len(checks.due)
    return f"{len(checks.entries)} 个咨询电话，{OFFER_FRESH_MONTHS} 个月内打通过 {fresh} 个"


def find_due_checks(catalogue: Catalogue, _settings: Settings, as_of: date, locate: Locate) -> Iterator[Problem]:
    """Advice for every place that should ring its numbers again: a dead number is worse than none."""
    for code, place in catalogue.with_role("place").items():
        checks = checks_of(catalogue, code, as_of)
        if checks.due:
            first, name = checks.due[0], record_title(catalogue, place)
            spot, due = locate(first.origin, CHECKED_ON), len(checks.due)
            yield phone_checks_due(spot, first.key, name, OFFER_FRESH_MONTHS, due, checks.unknown)
