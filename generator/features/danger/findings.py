"""Dangers to what is wrong with them: a kind nobody could be told a number for, and words that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.danger.cards import lacking, numbers_of, shown
from generator.features.danger.problems import danger_unnumbered, dangers_unconfirmed
from generator.model.catalogue import Catalogue
from generator.model.cells import is_set, text_in
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate


def find_danger_problems(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Every kind of danger has a number that may be printed on any day; none depends on today."""
    for danger in catalogue.with_role("danger").values():
        if not any(_may_be_printed(catalogue, number) for number in numbers_of(danger)):
            yield danger_unnumbered(locate(danger.origin, "first"), danger.key, text_in(danger, "name"))


def find_danger_reminders(catalogue: Catalogue, settings: Settings, as_of: date, _locate: Locate) -> Iterator[Problem]:
    """On a live site, all that is hidden, in one piece of advice: it is the same person who sees to it."""
    hidden = [
        danger for danger in catalogue.with_role("danger").values() if not shown(danger, as_of, settings.demonstration)
    ]
    if hidden:
        folder, lines = (f"data/{catalogue.named(role)}" for role in ("danger", "help_line"))
        yield dangers_unconfirmed(folder, lines, _together(hidden, as_of))


def _together(hidden: list[Record], as_of: date) -> list[tuple[list[str], tuple[str, ...]]]:
    """Kinds that lack the same, together."""
    wanting: dict[tuple[str, ...], list[str]] = {}
    for danger in hidden:
        wanting.setdefault(lacking(danger, as_of), []).append(text_in(danger, "name"))
    return [(names, lacks) for lacks, names in wanting.items()]


def _may_be_printed(catalogue: Catalogue, number: str) -> bool:
    line = catalogue.with_role("help_line").get(number)
    return line is not None and (is_set(line, "always") or is_set(line, "confirmed"))
