"""What readers are told of the demonstration's rounded figures: the published ones, each with what it may be."""

from __future__ import annotations

import csv
import re
from collections import defaultdict

from generator.features import FEATURES
from generator.render.pages import render_page
from generator.render.templates import template_environment
from tests.demonstration import HOUSE, demonstration_source

TOWNSHIP, DISTRICT, YEAR = "120101001", "120101", "2024"


def page(address: str) -> str:
    """A drawn page as text on one line."""
    source = demonstration_source()
    (planned,) = (each for each in source.plan.pages if each.address == address)
    html = render_page(template_environment((HOUSE / "theme/templates",)), source, planned, FEATURES).content
    return re.sub(r"\s+", " ", html)


def published(folder: str) -> dict[tuple[str, str], dict[str, int]]:
    """The halves of each case of the township, by case and measure; the first column after the place is the case."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    with (HOUSE / f"data/statistics/{folder}/{YEAR}.csv").open(encoding="utf-8") as file:
        for period, place, case, measure, value, *_ in list(csv.reader(file))[1:]:
            if place == TOWNSHIP and value:
                found[case, measure][period] = int(value)
    return found


def test_a_township_shows_its_year_as_the_sum_of_its_halves_with_what_it_may_be() -> None:
    html = page(f"divisions/{TOWNSHIP}/")
    halves = published("aid_townships")["medical", "asked"]
    total = sum(halves.values())
    assert set(halves) == {"2024H1", "2024H2"}
    assert f"<td>约 {total}<span>（{total - 8} 至 {total + 8}）</span></td>" in html


def test_a_district_adds_up_its_townships_and_says_how_far_that_can_be_off() -> None:
    html = page(f"statistics/district/{DISTRICT}/")
    asked = [figures for (_, measure), figures in published("aid_townships").items() if measure == "asked"]
    total, off = sum(sum(each.values()) for each in asked), sum(4 * len(each) for each in asked)
    assert f"（{total - off} 至 {total + off}）" in html
    assert f"最多差 {off} 户" in html


def test_the_method_says_how_figures_are_rounded_and_what_that_leaves() -> None:
    html = page("statistics/method/")
    assert "取成 5 的倍数" in html and "至少还有 5 种可能" in html and "还剩 4 种可能" in html
