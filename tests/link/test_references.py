"""Links: every reference has its way back, and a reference to nothing is one problem."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.link.references import link_records
from tests.builders import dataset, field, linked, locate, record

TEAM = dataset("teams", field("name"), label="name")
PERSON = dataset("people", field("team", target="teams"), field("friends", "list", target="people"))
PLACE = dataset("places", field("parent", target="places"), field("level"), hierarchy=("parent", "level"))


def test_a_reference_can_be_followed_both_ways() -> None:
    catalogue, problems = linked((TEAM, PERSON), record(TEAM, "a"), record(PERSON, "p", team="a"))
    person, team = catalogue.records["people"]["p"], catalogue.records["teams"]["a"]
    assert problems == ()
    assert catalogue.targets(person, PERSON.columns["team"]) == (team,)
    assert catalogue.sources(team, "people.team") == (person,)


def test_a_record_nothing_points_at_has_an_empty_list() -> None:
    catalogue, _ = linked((TEAM, PERSON), record(TEAM, "a"))
    assert catalogue.sources(catalogue.records["teams"]["a"], "people.team") == ()


def test_a_reference_to_nothing_offers_the_nearest_key() -> None:
    _, (problem,) = linked(
        (TEAM, PERSON), record(TEAM, "shili-team", name="示例队"), record(PERSON, "p", team="shili-taem")
    )
    assert (problem.rule.code, problem.location.field, problem.record) == ("reference-missing", "team", "p")
    assert "shili-team（示例队）" in problem.hint


def test_a_name_written_instead_of_a_key_is_explained() -> None:
    _, (problem,) = linked((TEAM, PERSON), record(TEAM, "t1", name="示例队"), record(PERSON, "p", team="示例队"))
    assert problem.hint == "这里要写编号而不是名称：改成 t1。"


def test_a_long_number_is_not_repeated_in_the_message() -> None:
    _, (problem,) = linked((TEAM, PERSON), record(PERSON, "p", team="120103199001011234"))
    assert "1990" not in problem.message + problem.hint


def test_a_reference_to_a_record_with_its_own_fault_is_not_reported_again() -> None:
    records = {"people": (record(PERSON, "p", team="broken"),)}
    _, problems = link_records((TEAM, PERSON), records, locate, lambda kind, key: (kind, key) == ("teams", "broken"))
    assert problems == ()


def test_each_value_of_a_list_is_its_own_reference() -> None:
    _, problems = linked((TEAM, PERSON), record(PERSON, "p", friends=("q", "r")), record(PERSON, "q"))
    assert [problem.message for problem in problems] == ["“FRIENDS”写的“r”在“People”里找不到。"]


def test_a_hierarchy_that_bites_its_tail_is_a_problem() -> None:
    _, problems = linked((PLACE,), record(PLACE, "a", parent="b"), record(PLACE, "b", parent="a"))
    assert [problem.rule.code for problem in problems] == ["hierarchy-loop", "hierarchy-loop"]


def test_ancestors_come_nearest_first() -> None:
    places = (record(PLACE, "c"), record(PLACE, "d", parent="c"), record(PLACE, "t", parent="d"))
    catalogue, _ = linked((PLACE,), *places)
    assert [each.key for each in catalogue.ancestors(catalogue.records["places"]["t"])] == ["d", "c"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), unique=True).map(tuple)))
def test_every_link_has_its_backlink_and_every_backlink_its_link(friends: dict[str, tuple[str, ...]]) -> None:
    catalogue, _ = linked((TEAM, PERSON), *(record(PERSON, key, friends=named) for key, named in friends.items()))
    people = catalogue.records["people"]
    forward = {
        (one.key, other.key) for one in people.values() for other in catalogue.targets(one, PERSON.columns["friends"])
    }
    backward = {(other.key, one.key) for one in people.values() for other in catalogue.sources(one, "people.friends")}
    assert forward == backward
    assert forward == {(key, each) for key, named in friends.items() for each in named if each in friends}
