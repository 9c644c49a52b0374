"""What features let every template know of them is asked for, and only where they are."""

from __future__ import annotations

import re
from dataclasses import fields

from generator.features import FEATURES
from generator.render.context import site_view
from tests.demonstration import HOUSE, demonstration_source

TEXTS = {
    path.relative_to(HOUSE / "theme/templates").as_posix(): path.read_text("utf-8")
    for path in (HOUSE / "theme/templates").rglob("*.html")
}
ASKED = re.compile(r"site\.of\.(\w+)\.(\w+)")


def test_templates_name_all_that_is_told_and_nothing_else() -> None:
    told = site_view(demonstration_source(), FEATURES).of
    asked = {found for text in TEXTS.values() for found in ASKED.findall(text)}
    assert {(name, each.name) for name, known in told.items() for each in fields(known)} == asked  # type: ignore[arg-type]


def test_who_asks_of_another_feature_first_asks_whether_it_is_there() -> None:
    for name, text in TEXTS.items():
        for feature, _ in ASKED.findall(text):
            assert name.startswith(f"{feature}/") or f"site.of.{feature} is defined" in text, (
                f"{name} trusts in {feature}"
            )


def test_without_a_feature_nothing_is_told_of_it() -> None:
    source = demonstration_source()
    without = tuple(feature for feature in FEATURES if feature.name != "danger")
    assert "danger" in site_view(source, FEATURES).of and "danger" not in site_view(source, without).of


def test_the_strip_has_the_three_numbers_that_are_always_right() -> None:
    """By the lists of national numbers and dangers: five dangers name 110 first, one each 120 and 119."""
    numbers = [each.number for each in site_view(demonstration_source(), FEATURES).of["danger"].numbers]  # type: ignore[attr-defined]
    assert numbers == ["110", "120", "119"]
    told_alone = [name for name in TEXTS if name.startswith("danger/")]
    assert told_alone and not [name for name in told_alone if re.search(r"tel:\d", TEXTS[name])]
