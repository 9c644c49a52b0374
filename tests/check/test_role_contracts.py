"""A role counts on fields; a declaration that lacks one is told the line to add."""

from __future__ import annotations

from dataclasses import replace

from generator.check.former_declarations import with_former_meaning, with_former_role
from generator.check.role_contracts import find_contract_faults, find_role_faults
from tests.builders import dataset, field, linked, record
from tests.demonstration import demonstration


def test_a_missing_field_is_told_with_the_line_to_add() -> None:
    """And with the way to say that it has another name here."""
    (fault,) = find_contract_faults(dataset("streets", field("name"), role="place"))
    assert fault.trail == ("directory", "role")
    assert "{name: level, type: string}" in fault.sentence
    assert "fields: {level: 您的字段}" in fault.sentence


def test_a_field_may_have_another_name() -> None:
    """`directory.fields` says so."""
    kind = dataset(
        "streets", field("called"), field("tier"), role="place", standard=(("name", "called"), ("level", "tier"))
    )
    assert not list(find_contract_faults(kind))


def test_a_field_of_another_kind_is_told() -> None:
    """A day written as text cannot be reckoned with."""
    (fault,) = find_contract_faults(dataset("streets", field("name"), field("level", "integer"), role="place"))
    assert fault.sentence == "用途 place 要求字段 level 是文字"


def test_two_datasets_cannot_have_one_role() -> None:
    """The second is told who has it."""
    first, second = dataset("areas", role="training"), dataset("streets", role="training")
    known = {"areas": first, "streets": second}
    assert not list(find_role_faults(first, known))
    (fault,) = find_role_faults(second, known)
    assert "已由数据集 areas 担任" in fault.sentence


def test_a_reference_leads_to_the_role_it_is_meant_for() -> None:
    """A window stands in a place, whatever the place's dataset is called."""
    streets = dataset("streets")
    desks = dataset("desks", field("division", target="streets"), field("kind"), role="window")
    (fault,) = find_role_faults(desks, {"streets": streets, "desks": desks})
    assert "role: place" in fault.sentence


def test_a_name_of_old_with_its_fields_still_says_what_a_dataset_is_for() -> None:
    """One that only shares the name has no role."""
    assert with_former_role(dataset("divisions", field("name"), field("level"), role="")).directory.role == "place"
    assert with_former_role(dataset("divisions", field("colour"), role="")).directory.role == ""


def test_records_are_asked_for_by_role_and_standard_names() -> None:
    """Whatever dataset and field are called; without the role there is nothing."""
    streets = dataset("streets", field("called"), field("tier"), role="place", standard=(("name", "called"),))
    desks = dataset("desks", field("at", target="streets"), role="window", standard=(("division", "at"),))
    street, desk = record(streets, "s1", called="示例街"), record(desks, "d1", at="s1")
    catalogue, problems = linked((streets, desks), street, desk)
    assert not problems
    (found,) = catalogue.with_role("place").values()
    assert found.values["name"] == "示例街"
    assert [each.key for each in catalogue.pointing(found, "window.division")] == ["d1"]
    assert catalogue.with_role("window")["d1"].values["division"] == "s1"
    assert (catalogue.named("place"), catalogue.named("offer")) == ("streets", "offer")
    assert catalogue.named_all(("place", "offer", "window")) == ("streets", "desks")
    assert not catalogue.with_role("offer")
    assert not catalogue.pointing(found, "offer.division")


def test_what_shipped_declarations_say_is_what_their_names_alone_once_meant() -> None:
    """So an instance's full copies of old build the same site, and a declaration cannot change without its former."""
    by_role = {each.directory.role: each for each in demonstration()[1].catalogue.datasets.values()}
    for role, shipped in by_role.items():
        bare = replace(
            shipped.directory,
            **{"described_as": None, "counted": None, "numbering": None},
            **{"completeness": (), "also_called": (), "lookalikes": ()},
        )
        assert with_former_meaning(replace(shipped, directory=bare)).directory == shipped.directory, role
