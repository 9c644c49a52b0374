"""What was made public, month by month: the other side of the board, where nothing is owed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from generator.base.memoising import large_question
from generator.base.noted_day import MONTHS_A_YEAR
from generator.features.duties.board import find_published
from generator.features.duties.board_sheets import cut_sheets
from generator.features.duties.facts import Publication, Subject
from generator.features.duties.fundraising_facts import CHANGE_FILED, FILING
from generator.features.duties.survey import subjects_of
from generator.model.calendar import add_months
from generator.model.catalogue import Catalogue


class Published(NamedTuple):
    """Something a subject made public."""

    subject: Subject
    publication: Publication


Months = Mapping[str, tuple[Published, ...]]
"""By month (`2026-11`), the newest month first and in it the newest publication first."""


_TOLD_TO_REGISTRAR = frozenset({FILING, CHANGE_FILED})


@large_question
def find_months(catalogue: Catalogue, as_of: date) -> Months:
    """The month of `as_of`, even when nothing was published in it yet, and those of the eleven before in which was."""
    first = add_months(as_of.replace(day=1), 1 - MONTHS_A_YEAR)
    months: dict[str, list[Published]] = {month_of(as_of): []}
    for subject, publication in find_published(subjects_of(catalogue), first, as_of):
        if publication.kind not in _TOLD_TO_REGISTRAR:
            months.setdefault(month_of(publication.on), []).append(Published(subject, publication))
    return {month: tuple(found) for month, found in months.items()}


@large_question
def month_sheets(catalogue: Catalogue, as_of: date) -> Mapping[str, tuple[tuple[Published, ...], ...]]:
    """What stands on each sheet of each month."""
    return {month: cut_sheets(found, _name) for month, found in find_months(catalogue, as_of).items()}


def _name(published: Published) -> str:
    return f"{published.publication.dataset}/{published.publication.record}/{published.publication.kind}"


def month_of(day: date) -> str:
    """`2026-11` for any day of November 2026."""
    return f"{day:%Y-%m}"


def month_name(month: str) -> str:
    """How a month is read out: `2026-11` → 2026年11月."""
    year, _, number = month.partition("-")
    return f"{year}年{int(number)}月"
