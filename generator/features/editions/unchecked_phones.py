"""A place's newest catalogue and a day to how many of its numbers somebody rang lately, on the board and as advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.features.editions.entry_state import is_open, staleness
from generator.features.editions.problems import PHONE_CHECK_DUE
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
            unknown = f"，其中 {checks.unknown} 个没有写日期" if checks.unknown else ""
            message = f"{name}有 {len(checks.due)} 个咨询电话超过 {OFFER_FRESH_MONTHS} 个月没有打过{unknown}。"
            hint = f"打一遍，问还办不办、名额还有没有，再改 {CHECKED_ON} 和 phone_checked_by（写岗位）。"
            yield Problem(PHONE_CHECK_DUE, locate(first.origin, CHECKED_ON), message, hint, first.key)
