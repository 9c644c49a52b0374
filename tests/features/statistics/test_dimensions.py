"""Dimensions: paths, leaves, and mistakes in a codelist."""

from __future__ import annotations

import pytest

from generator.features.statistics.dimensions import TOTAL, build_dimension, flat_dimension, keep_codes

PLACES = build_dimension("division", "地区", {"12": None, "1201": "12", "1202": "12", "120101": "1201"}, "12")


def test_a_path_leads_from_a_code_to_everything_it_is_part_of() -> None:
    assert PLACES.path("120101") == ("120101", "1201", "12")


def test_leaves_are_the_codes_nothing_adds_up_to() -> None:
    assert PLACES.leaves == ("1202", "120101")


def test_some_codes_keep_what_they_are_part_of_and_nothing_else() -> None:
    kept = keep_codes(PLACES, ["120101"])
    assert list(kept.parents) == ["12", "1201", "120101"]
    assert kept.leaves == ("120101",)


def test_a_flat_dimension_has_one_total() -> None:
    assert flat_dimension("group", "对象", ("a", "b")).children == {TOTAL: ("a", "b")}


@pytest.mark.parametrize("parents", [{"a": "b"}, {"a": "b", "b": "a"}])
def test_a_parent_that_is_missing_or_leads_back_is_a_mistake(parents: dict[str, str | None]) -> None:
    with pytest.raises(ValueError, match="a "):
        build_dimension("broken", "坏", parents)
