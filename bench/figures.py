"""What a bench gives: measured figures, each with the most it may be, and the table that shows them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Figure(NamedTuple):
    """One measured figure. Without `at_most` it is told for information only."""

    name: str
    value: float
    unit: str
    at_most: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the figure is within its limit."""
        return self.at_most is None or self.value <= self.at_most


def ratio(name: str, measured: float, reference: float, at_most: float) -> Figure:
    """How many times a reference something takes."""
    return Figure(name, measured / reference, "×", at_most)


def seconds(name: str, value: float, at_most: float | None = None) -> Figure:
    """A duration."""
    return Figure(name, value, "s", at_most)


def megabytes(name: str, value: float, at_most: float | None = None) -> Figure:
    """Memory."""
    return Figure(name, value, "MB", at_most)


def render_figure(figure: Figure) -> str:
    """One line: what, how much, how much it may be, and whether it is met."""
    name = figure.name + " " * (62 - sum(1 + (unicodedata.east_asian_width(sign) == "W") for sign in figure.name))
    limit = "" if figure.at_most is None else f"at most {figure.at_most:g} {figure.unit}"
    verdict = "" if figure.at_most is None else "  met" if figure.is_met else "  MISSED"
    return f"  {name} {figure.value:10.3f} {figure.unit:3} {limit}{verdict}".rstrip()


def render_summary(ran: Iterable[tuple[str, float, Sequence[Figure], str]]) -> str:
    """Of benches (name, scale, figures, why it failed): each figure that has a limit, then how many are met."""
    lines, verdicts = ["", "summary: figures with a limit (limits are made for the whole size)"], Counter[str]()
    for name, scale, figures, failure in ran:
        lines.append(name if scale == 1 else f"{name}, at {scale:g} of its size")
        limited = [each for each in figures if each.at_most is not None]
        lines.extend(map(render_figure, limited))
        verdicts.update("met" if each.is_met else "missed" for each in limited)
        if failure:
            lines.append(f"  FAILED: {failure.splitlines()[-1]}")
            verdicts["benches failed"] += 1
    counted = (f"{verdicts[each]} {each}" for each in ("met", "missed", "benches failed"))
    return "\n".join((*lines, ", ".join(counted)))
