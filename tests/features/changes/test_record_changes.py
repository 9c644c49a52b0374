from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.features.changes.record_changes import compare_catalogues
from generator.model.catalogue import Catalogue
from generator.model.change import Change, ChangeKind, Comparison
from generator.model.dataset import Nesting
from generator.model.record import Record, Value
from tests.builders import dataset, field, linked, record

BODIES = dataset("bodies", field("name"), label="name")
PROJECTS = dataset(
    "projects",
    field("name"),
    field("body", target="bodies"),
    field("groups", "list", categories={"a": "甲", "b": "乙"}),
    field("steps", "list"),
    field("budget", "number"),
    label="name",
)
NOTES = dataset(
    "notes", field("project", target="projects"), field("text"), nesting=Nesting("projects", "notes", "project")
)


def state(*records: Record) -> Catalogue:
    return linked((BODIES, PROJECTS, NOTES), *records)[0]


def project(key: str, **values: Value) -> Record:
    given = {"name": f"示例{key}", "body": None, "groups": ("a", "b"), "steps": ("x", "y"), "budget": Decimal(100)}
    return record(PROJECTS, key, **{**given, **values})


def note(parent: str, key: str, text: str) -> Record:
    return record(NOTES, key, project=parent, text=text)._replace(key=f"{parent}/{key}")


def compared(before: Catalogue, after: Catalogue) -> Comparison:
    return compare_catalogues(before, after, lambda *_: False)


def changes(before: Catalogue, after: Catalogue) -> list[Change]:
    return [change for found in compared(before, after).changes.values() for change in found]


def test_nothing_is_said_when_only_the_writing_changed() -> None:
    before = state(project("p1", groups=("a", "b")))
    after = state(project("p1", groups=("b", "a"))._replace(digest="written otherwise"))
    assert compared(before, after).is_empty


def test_the_order_of_steps_is_a_change() -> None:
    (change,) = changes(state(project("p1")), state(project("p1", steps=("y", "x"))))
    assert change.fields == ("steps",)


def test_a_new_key_is_a_renamed_record_and_its_children_and_references_follow() -> None:
    body, moved = record(BODIES, "old", name="示例会"), record(BODIES, "new", name="示例会")
    before = state(body, project("p1", body="old"), note("p1", "n1", "甲"))
    after = state(moved, project("p2", name="示例p1", body="new", budget=Decimal(120)), note("p2", "n1", "甲"))
    found = changes(before, after)
    assert [(each.kind, each.record.key, each.fields) for each in found] == [
        (ChangeKind.RENAMED, "new", ()),
        (ChangeKind.RENAMED, "p2", ("budget",)),
    ]


def test_another_record_in_the_place_of_a_removed_one_is_not_a_renamed_one() -> None:
    before = state(project("p1", name="示例助学", steps=("甲",), budget=Decimal(1)))
    after = state(project("p2", name="示例助医", steps=("乙",), budget=Decimal(2)))
    assert [each.kind for each in changes(before, after)] == [ChangeKind.ADDED, ChangeKind.REMOVED]


def test_a_record_with_faults_is_not_a_removed_one() -> None:
    found = compare_catalogues(state(project("p1")), state(), lambda name, key: (name, key) == ("projects", "p1"))
    assert found.unread["projects"] == 1
    assert not found.changes["projects"]


budgets = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), max_size=8)


@given(budgets, budgets)
def test_each_record_is_told_exactly_once(old: dict[str, int], new: dict[str, int]) -> None:
    before = state(*(project(key, budget=Decimal(value)) for key, value in old.items()))
    after = state(*(project(key, budget=Decimal(value)) for key, value in new.items()))
    found = changes(before, after)
    olds = [each.before.key for each in found if each.before]
    news = [each.after.key for each in found if each.after]
    same = {key for key in old if old[key] == new.get(key)}
    assert sorted(olds) == sorted(old.keys() - same)
    assert sorted(news) == sorted(new.keys() - same)
