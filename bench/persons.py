"""Honest persons walk through the finder as somebody would who reads it for the first time; every touch is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Locator, Page, expect

UNSURE = "说不清，都看看"


def read_persons(path: Path) -> tuple[Mapping[str, Any], ...]:
    """A list of persons: what they say, where they live, what they would tap."""
    return tuple(yaml.safe_load(path.read_text("utf-8")))


class Outcome(NamedTuple):
    """`open` entries that lie open, the `first` of them, whether a `window` or a hotline stands there, and `taps`."""

    open: int
    first: str
    window: bool
    taps: int
    head: str


@dataclass
class Walk:
    """One person with the finder before them."""

    page: Page
    taps: int = field(default=0)

    def tap(self, what: Locator) -> None:
        """One touch."""
        what.click()
        self.taps += 1

    def button(self, name: str) -> Locator:
        """A button by its first words, on the question that is shown."""
        return self.page.locator("[data-finder] button:visible").filter(has_text=name).first

    def is_asked(self, step: str) -> bool:
        """Whether this question is shown next."""
        shown = self.page.locator("[data-step]:visible, [data-part=results]:visible")
        expect(shown.first).to_be_visible()
        return self.page.locator(f"[data-step={step}]").is_visible()

    def until(self, *steps: str) -> None:
        """Waits for one of these questions, or the results."""
        wanted = ", ".join((*(f"[data-step={each}]:visible" for each in steps), "[data-part=results] h2:visible"))
        expect(self.page.locator(wanted).first).to_be_visible()


def walk(page: Page, person: Mapping[str, Any]) -> Outcome:
    """All four questions, answered as the person would; the page is the finder's start."""
    one = Walk(page)
    one.until("where")
    one.tap(one.button(person["place"] or "先不说住在哪里"))
    one.until("need")
    one.tap(one.button(person["need"]))
    one.until("kind", "who")
    if one.is_asked("kind"):
        wanted = one.button(person["kind"])
        one.tap(wanted if wanted.count() else one.button(UNSURE))
    one.until("who")
    one.tap(page.locator(f"[data-answer=who]:has-text('{person['who']}')").first)
    one.until("group")
    if one.is_asked("group"):
        _tell(one, person["knows"])
    head = page.locator("[data-part=results] h2").first
    expect(head).to_be_visible()
    offers = page.locator("[data-part=results] .offer:visible")
    return Outcome(
        open=offers.count(),
        first=offers.first.locator("h3").inner_text() if offers.count() else "",
        window=page.locator("[data-part=results] .windows .call, .aid .call").count() > 0,
        taps=one.taps,
        head=head.inner_text(),
    )


def _tell(one: Walk, knows: list[str]) -> None:
    """Ticks what the person knows of and sees; somebody who sees none of it says so."""
    seen = [one.page.get_by_label(each, exact=True) for each in knows]
    seen = [each for each in seen if each.count() and each.first.is_visible()]
    for each in seen:
        one.tap(each.first)
    one.tap(one.button("看结果" if seen else "都没有"))
