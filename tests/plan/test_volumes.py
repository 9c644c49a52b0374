"""What is too much for one file: whose lines stand in which volume, worked out by hand and by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.catalogue import Catalogue
from generator.plan import volumes
from generator.plan.volumes import Volume, divide, keys_of_volume, place_chain, volumes_of, way_to_place
from tests.builders import dataset, field, linked, record

NATION = ("0",)
EAST, WEST = ("0", "1"), ("0", "2")


def test_what_fits_one_file_has_no_volumes() -> None:
    assert divide([("a", EAST), ("b", WEST)], 2) == ()


def test_a_place_has_a_volume_of_its_own_and_what_lies_in_several_is_in_that_of_the_place_above() -> None:
    lines = [("a", EAST), ("b", NATION), ("c", WEST), ("d", EAST), ("e", ())]
    assert divide(lines, 2) == (
        Volume((), 1, True, ("e",)),
        Volume(NATION, 1, True, ("b",)),
        Volume(EAST, 1, False, ("a", "d")),
        Volume(WEST, 1, False, ("c",)),
    )


def test_a_place_that_is_too_much_by_itself_is_counted_on() -> None:
    found = divide([(name, EAST) for name in "abcde"], 2)
    assert [(each.number, each.lines) for each in found] == [(1, ("a", "b")), (2, ("c", "d")), (3, ("e",))]


PLACE = st.lists(st.sampled_from("123"), max_size=3).map(tuple)


@given(st.dictionaries(st.text("abcdefgh", min_size=1), PLACE), st.integers(1, 5))
def test_every_line_stands_in_one_volume_of_its_place_and_none_has_more_than_it_may(
    placed: dict[str, tuple[str, ...]], most: int
) -> None:
    found = divide(placed.items(), most)
    held = [key for each in found for key in each.lines]
    assert sorted(held) == (sorted(placed) if len(placed) > most else [])
    assert all(0 < len(each.lines) <= most for each in found)
    assert all(placed[key][: len(each.place)] == each.place for each in found for key in each.lines)
    assert len({(each.place, each.number) for each in found}) == len(found)


PLACES = dataset(
    "regions",
    field("name"),
    field("parent", target="regions"),
    role="place",
    hierarchy=("parent", "level"),
    label="name",
)
FIRMS = dataset("firms", field("seat", target="regions"))
DEEDS = dataset("deeds", field("by", target="firms"), field("at", "list", target="regions"))
NOTES = dataset("notes", field("on", target="deeds"))
SAYINGS = dataset("sayings", field("text"))


@pytest.fixture
def catalogue() -> Catalogue:
    found, problems = linked(
        (PLACES, FIRMS, DEEDS, NOTES, SAYINGS),
        record(PLACES, "0", name="全国"),
        record(PLACES, "1", name="东省", parent="0"),
        record(PLACES, "2", name="西省", parent="0"),
        record(FIRMS, "f", seat="1"),
        record(DEEDS, "a", by="f", at=("2",)),
        record(DEEDS, "b", by="f", at=("1", "2")),
        record(DEEDS, "c", by="f"),
        record(NOTES, "n", on="a"),
        record(SAYINGS, "s", text="话"),
    )
    assert problems == ()
    return found


def test_a_record_lies_in_what_its_places_have_in_common_told_by_its_own_field_before_another_records(
    catalogue: Catalogue,
) -> None:
    deeds = catalogue.records["deeds"]
    assert [each.name for each in way_to_place(catalogue, "deeds")] == ["at"]
    assert [place_chain(catalogue, deeds[key]) for key in "abc"] == [WEST, NATION, ()]


def test_what_names_no_place_lies_where_the_record_lies_that_it_names(catalogue: Catalogue) -> None:
    assert place_chain(catalogue, catalogue.records["notes"]["n"]) == WEST
    assert place_chain(catalogue, catalogue.records["regions"]["1"]) == EAST
    assert place_chain(catalogue, catalogue.records["sayings"]["s"]) == ()


def test_volumes_are_called_by_their_places(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes, "MOST_IN_A_FILE", 1)
    assert [(*each, keys_of_volume(catalogue, "deeds", each.name)) for each in volumes_of(catalogue, "deeds")] == [
        ("other", "不属于哪一个地方的", ("c",)),
        ("0", "全国（各下级另有分册）", ("b",)),
        ("2", "西省", ("a",)),
    ]
