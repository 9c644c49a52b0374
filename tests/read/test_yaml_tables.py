from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.table import Origin
from tests.read.factory import DISCLOSURES, PROJECTS, Reading, project

NAMED = "name: 示例项目\n"


def test_a_record_is_a_row_of_text_and_takes_columns_from_the_path(tmp_path: Path) -> None:
    reading = project(tmp_path, "name: 示例项目\ngroups: [a, ' b ']\nsummary: |\n  一\n  二\n")
    assert reading.problems == ()
    assert reading.records == [{"id": "p1", "name": "示例项目", "groups": ["a", "b"], "summary": "一\n二"}]


@pytest.mark.parametrize("written", ["no", "0120101", "12:30", "2026-13-45", "1e3", "'null'", "0x1F", ".inf"])
def test_every_scalar_stays_text(tmp_path: Path, written: str) -> None:
    assert project(tmp_path, f"name: {written}\n").records[0]["name"] == written.strip("'")


@pytest.mark.parametrize("written", ["", "~", "null", "''", '"  "'])
def test_nothing_written_is_nothing_read(tmp_path: Path, written: str) -> None:
    reading = project(tmp_path, f"{NAMED}summary: {written}\ngroups: {written}\ndisclosures: \n")
    assert (reading.records[0]["summary"], reading.records[0]["groups"], reading.problems) == (None, None, ())


def test_a_single_word_will_do_for_a_list(tmp_path: Path) -> None:
    assert project(tmp_path, NAMED + "groups: a\n").records[0]["groups"] == ["a"]


def test_nested_lists_are_rows_of_the_child_with_the_parents_key(tmp_path: Path) -> None:
    reading = project(tmp_path, NAMED + "disclosures:\n  - {id: d1, date: 2026-01-31}\n  - id: d2\n")
    assert reading.records_of(1) == [
        {"project": "p1", "id": "d1", "date": "2026-01-31"},
        {"project": "p1", "id": "d2", "date": None},
    ]
    assert reading.tables[1].origins[1] == Origin("data/projects/p1.yaml", trail=("disclosures", 1))


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        ("name: 一\nname: 二\n", "duplicate-key", (2, 1)),
        (NAMED + "sumary: 二\n", "unknown-key", (2, 1)),
        (NAMED + "[a]: 二\n", "yaml-shape", (2, 1)),
        ("name: [一]\n", "yaml-shape", (1, 7)),
        ("name: {一: 二}\n", "yaml-shape", (1, 7)),
        (NAMED + "groups: {a: b}\n", "yaml-shape", (2, 9)),
        (NAMED + "groups: [[a]]\n", "yaml-shape", (2, 10)),
        (NAMED + "disclosures: 无\n", "yaml-shape", (2, 14)),
        (NAMED + "disclosures: {id: d1}\n", "yaml-shape", (2, 14)),
        (NAMED + "disclosures: [无]\n", "yaml-shape", (2, 15)),
        (NAMED + "disclosures: [{id: d1, dat: x}]\n", "unknown-key", (2, 24)),
        (NAMED + "disclosures: [{id: d1, project: p2}]\n", "path-mismatch", (2, 33)),
        ("name: !secret 一\n", "tag", (1, 7)),
        ("name: !!python/object:os.system 一\n", "tag", (1, 7)),
        (NAMED + "groups: !x [a]\n", "tag", (2, 9)),
        ("!x\nname: 一\n", "tag", (1, 1)),
        ("id: p2\nname: 一\n", "path-mismatch", (1, 5)),
        ('name: "\\0"\n', "control-character", (1, 7)),
        ("name: \x07\n", "control-character", (1, 7)),
        ("- name: 一\n", "yaml-shape", (1, 1)),
        ("一段文字\n", "yaml-shape", (1, 1)),
        ("# 只有注释\n", "empty-file", (None, None)),
        ("---\n", "empty-file", (None, None)),
        ("name: &a 一\nsummary: *a\n", "alias", (2, 10)),
        ("a: &a [*a]\n", "alias", (1, 8)),
    ],
)
def test_one_fault_is_one_problem_at_its_place(tmp_path: Path, text: str, rule: str, place: tuple[int, int]) -> None:
    reading = project(tmp_path, text)
    assert (reading.rules, reading.place) == ([rule], place)


def test_unknown_keys_offer_the_nearest_name(tmp_path: Path) -> None:
    reading = project(tmp_path, NAMED + "sumary: 二\n")
    assert "summary（简介）" in reading.only.hint
    assert reading.only.record == "p1"


@pytest.mark.parametrize("text", ["nmae: 一\n", "name: [一]\n", "id: p2\nname: 一\n"])
def test_a_record_that_would_only_be_faulted_again_is_left_out_with_its_children(tmp_path: Path, text: str) -> None:
    reading = project(tmp_path, text + "disclosures: [{id: d1}]\n")
    assert (len(reading.problems), reading.records, reading.records_of(1)) == (1, [], [])


def test_a_broken_child_does_not_take_its_parent_along(tmp_path: Path) -> None:
    reading = project(tmp_path, NAMED + "disclosures: [{id: [d1]}, {id: d2}]\n")
    assert (reading.rules, len(reading.records), len(reading.records_of(1))) == (["yaml-shape"], 1, 1)


def test_a_broken_file_does_not_hide_the_next(tmp_path: Path) -> None:
    Reading(tmp_path, PROJECTS, "p2.yaml", NAMED)
    reading = project(tmp_path, "name: 'x\n")
    assert (reading.rules, [record["id"] for record in reading.records]) == (["yaml-syntax"], ["p2"])


def test_files_from_windows_are_read(tmp_path: Path) -> None:
    for encoding, rules in [("utf-8-sig", []), ("gbk", ["encoding"]), ("utf-16", ["encoding"])]:
        reading = project(tmp_path, "name: 示例项目\r\nsummary: 帮扶\r\n".encode(encoding))
        assert (reading.records[0]["name"], reading.rules) == ("示例项目", rules)


def test_ten_thousand_levels_are_a_problem(tmp_path: Path) -> None:
    for text in ("[" * 10_000, "{a: " * 10_000, "- " * 10_000, "? " * 10_000):
        assert project(tmp_path, "name: " * text.startswith(("[", "{")) + text).rules == ["yaml-depth"]


def test_references_that_would_unfold_to_gigabytes_cost_nothing(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 40)]
    assert project(tmp_path, "l0: &l0 x\n" + "\n".join(levels)).rules == ["alias"]


def test_a_hundred_unknown_keys_are_not_a_hundred_problems(tmp_path: Path) -> None:
    assert len(project(tmp_path, NAMED + "".join(f"key{n}: 1\n" for n in range(100))).problems) == 10


def test_values_are_never_repeated_and_long_numbers_in_keys_are_masked(tmp_path: Path) -> None:
    reading = project(tmp_path, NAMED + "120101199001011234: 张三\n")
    assert "120101199001011234" not in repr(reading.only)
    assert "张三" not in repr(reading.only)


def test_children_of_a_record_without_key_are_left_to_the_problem_of_the_record(tmp_path: Path) -> None:
    loose = replace(PROJECTS, path="*.yaml")
    reading = Reading(tmp_path, loose, "x.yaml", NAMED + "disclosures: [{id: d1}]\n", DISCLOSURES)
    assert (reading.records[0]["id"], reading.records_of(1)) == (None, [])
