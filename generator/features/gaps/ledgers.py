"""The published ledgers of needs to what may be asked of them: how often what was asked for where, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.base.memoising import once_a_subject
from generator.features.editions.half_years import half_year_at
from generator.features.statistics.cube import cube_of
from generator.model.catalogue import Catalogue
from generator.model.figure import FIGURE_WITHHELD, FigureState, Shown
from generator.model.project import Settings

LEDGER, GROUP_LEDGER = "need", "need_group"
"""Exact counts of districts, by category and by group; the datasets' roles, and the tables in the cube."""
TOWNSHIP_LEDGER = "township_need"
"""Rounded counts of townships, by category; those by group are given away and shown nowhere."""
LEDGERS = (LEDGER, GROUP_LEDGER, TOWNSHIP_LEDGER, "township_need_group", "crossed_need")
"""Everything that is published only where the bureau says so, also ledgers of before."""
NEEDED = "needed"


def hide_ledgers(catalogue: Catalogue, settings: Settings, _as_of: date) -> Catalogue:
    """The policy asks for ledgers, not for their publication: without the setting nothing of them is shown."""
    kept = [catalogue.named(role) for role in LEDGERS if catalogue.with_role(role)]
    if settings.needs_ledger or not kept:
        return catalogue
    return replace(catalogue, records={**catalogue.records, **{name: {} for name in kept}})


@once_a_subject
def ledger_period(catalogue: Catalogue, day: date) -> str | None:
    """The half-year a day lies in, or the last one before it of which any place has a ledger; None without any."""
    return _newest(catalogue, LEDGER, day)


@once_a_subject
def township_period(catalogue: Catalogue, day: date) -> str | None:
    """As `ledger_period`, of the ledgers of townships: they come once a half-year is over."""
    return _newest(catalogue, TOWNSHIP_LEDGER, day)


def _newest(catalogue: Catalogue, table: str, day: date) -> str | None:
    if table not in cube_of(catalogue).layouts:
        return None
    known = (each for each in cube_of(catalogue).periods(table) if each <= half_year_at(day).label)
    return max(known, default=None)


def has_ledger(catalogue: Catalogue, period: str, place: str) -> bool:
    """Whether a district has a ledger of a half-year."""
    return asked_for(catalogue, period, place).state is not FigureState.ABSENT


def asked_for(catalogue: Catalogue, period: str, district: str, category: str = "") -> Shown:
    """How often help was asked for in a district; of all categories where none is named."""
    narrowed = {"category": category} if category else {}
    return cube_of(catalogue).ask(LEDGER, NEEDED, period=period, division=district, **narrowed)


def groups_asking(catalogue: Catalogue, period: str, district: str) -> dict[str, Shown]:
    """How often each group asked for help, in the order of the codelist; empty where nobody publishes that."""
    if GROUP_LEDGER not in cube_of(catalogue).layouts:
        return {}
    ask = cube_of(catalogue).ask
    return {
        group: ask(GROUP_LEDGER, NEEDED, period=period, division=district, group=group)
        for group in cube_of(catalogue).codes(GROUP_LEDGER, "group")
    }


def township_asking(catalogue: Catalogue, period: str, township: str) -> dict[str, Shown]:
    """About how often help of each category was asked for in a township; empty without a ledger.

    A category of which its district has too few is not listed: that is withheld, not unknown.
    """
    cube = cube_of(catalogue)
    if TOWNSHIP_LEDGER not in cube.layouts:
        return {}
    figures = {
        category: cube.ask(TOWNSHIP_LEDGER, NEEDED, period=period, division=township, category=category)
        for category in cube.codes(TOWNSHIP_LEDGER, "category")
    }
    if all(each.state is FigureState.ABSENT for each in figures.values()):
        return {}
    return {
        category: FIGURE_WITHHELD if each.state is FigureState.ABSENT else each for category, each in figures.items()
    }


def groups_counted(catalogue: Catalogue) -> Mapping[str, str]:
    """The groups that ledgers tell apart, with what they are called."""
    cube = cube_of(catalogue)
    return cube.codes(GROUP_LEDGER, "group") if GROUP_LEDGER in cube.layouts else {}
