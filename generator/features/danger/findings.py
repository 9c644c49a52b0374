"""Dangers to what is wrong with them: a kind nobody could be told a number for, and words that wait for somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.danger.cards import lacking, numbers_of, shown
from generator.features.danger.problems import DANGER_UNCONFIRMED, DANGER_UNNUMBERED
from generator.model.catalogue import Catalogue
from generator.model.cells import is_set, text_in
from generator.model.problem import Location, Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate


def find_danger_problems(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Every kind of danger has a number that may be printed on any day; none depends on today."""
    for danger in catalogue.with_role("danger").values():
        if not any(_may_be_printed(catalogue, number) for number in numbers_of(danger)):
            yield Problem(
                DANGER_UNNUMBERED,
                locate(danger.origin, "first"),
                f"“{text_in(danger, 'name')}”没有一个现在就能印出来的号码。",
                "在 first、second 或 more 里加上 110、119、120、12345、12356 中合适的一个，或者先核实写着的号码。",
                danger.key,
            )


def find_danger_reminders(catalogue: Catalogue, settings: Settings, as_of: date, _locate: Locate) -> Iterator[Problem]:
    """On a live site, all that is hidden, in one piece of advice: it is the same person who sees to it."""
    hidden = [
        danger for danger in catalogue.with_role("danger").values() if not shown(danger, as_of, settings.demonstration)
    ]
    if hidden:
        dangers, lines = catalogue.named("danger"), catalogue.named("help_line")
        told = "；".join(_told(hidden, as_of))
        yield Problem(
            DANGER_UNCONFIRMED,
            Location(f"data/{dangers}"),
            f"{len(hidden)} 种危险写好的话现在不显示，只显示不用核实的号码：{told}。",
            f"打通号码、请专业岗位审过以后，把引擎自带的这几行抄到 data/{dangers}/ 自己的文件里，"
            f"填上日期、岗位和“是”；号码同样抄到 data/{lines}/。",
        )


def _told(hidden: list[Record], as_of: date) -> Iterator[str]:
    """Kinds that lack the same, together."""
    wanting: dict[tuple[str, ...], list[str]] = {}
    for danger in hidden:
        wanting.setdefault(lacking(danger, as_of), []).append(f"“{text_in(danger, 'name')}”")
    return (f"{''.join(names)}（{'，'.join(lacks)}）" for lacks, names in wanting.items())


def _may_be_printed(catalogue: Catalogue, number: str) -> bool:
    line = catalogue.with_role("help_line").get(number)
    return line is not None and (is_set(line, "always") or is_set(line, "confirmed"))
