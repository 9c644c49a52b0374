"""The published ledgers of needs to what may be asked of them: how often what was asked for where, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.base.memoising import once_a_subject
from generator.features.editions.half_years import half_year_at
from generator.features.statistics.cube import cube_of
from generator.model.catalogue import Catalogue
from generator.model.figure import FigureState, Shown
from generator.model.project import Settings

LEDGER = "need"
"""The dataset, and the table in the cube."""
NEEDED = "needed"


def hide_ledgers(catalogue: Catalogue, settings: Settings, _as_of: date) -> Catalogue:
    """The policy asks for ledgers, not for their publication: without the setting nothing of them is shown."""
    if settings.needs_ledger or not catalogue.with_role(LEDGER):
        return catalogue
    return replace(catalogue, records={**catalogue.records, catalogue.named(LEDGER): {}})


@once_a_subject
def ledger_period(catalogue: Catalogue, day: date) -> str | None:
    """The half-year a day lies in, or the last one before it of which any place has a ledger; None without any."""
    if LEDGER not in cube_of(catalogue).layouts:
        return None
    known = (each for each in cube_of(catalogue).periods(LEDGER) if each <= half_year_at(day).label)
    return max(known, default=None)


def has_ledger(catalogue: Catalogue, period: str, place: str) -> bool:
    """Whether a place has a ledger of a half-year."""
    return asked_for(catalogue, period, place).state is not FigureState.ABSENT


def asked_for(catalogue: Catalogue, period: str, place: str, category: str = "", group: str = "") -> Shown:
    """How often help was asked for in a place; of all categories or groups where none is named."""
    named = {"category": category, "group": group}
    narrowed = {name: code for name, code in named.items() if code}
    return cube_of(catalogue).ask(LEDGER, NEEDED, period=period, division=place, **narrowed)


def groups_asking(catalogue: Catalogue, period: str, place: str, category: str) -> dict[str, Shown]:
    """How often each group asked for help of one category, in the order of the codelist."""
    return {group: asked_for(catalogue, period, place, category, group) for group in groups_counted(catalogue)}


def groups_counted(catalogue: Catalogue) -> Mapping[str, str]:
    """The groups that ledgers tell apart, with what they are called."""
    return cube_of(catalogue).codes(LEDGER, "group")
