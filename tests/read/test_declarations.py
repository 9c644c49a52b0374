import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.read.declarations import read_declarations
from tests.read.factory import write


def rules(root: Path) -> list[str]:
    return [problem.rule.code for problem in read_declarations(root)[1]]


def test_declarations_are_found_in_order_and_named_by_their_folder(tmp_path: Path) -> None:
    write(tmp_path, "data/windows/dataset.yaml", "name: windows\n")
    write(tmp_path, "data/codes/groups/dataset.yaml", "name: groups\n")
    found, problems = read_declarations(tmp_path)
    assert problems == ()
    assert [(one.name, one.folder) for one in found] == [("groups", "data/codes/groups"), ("windows", "data/windows")]
    assert found[1].file == "data/windows/dataset.yaml"


def test_values_are_typed_as_json_is(tmp_path: Path) -> None:
    write(tmp_path, "data/a/dataset.yaml", "a: [1, 1.5, true, no, 0120, 2026-01-31, ~, '1', -3, 12:30, 一]\n")
    assert read_declarations(tmp_path)[0][0].document == {
        "a": [1, 1.5, True, "no", "0120", "2026-01-31", None, "1", -3, "12:30", "一"]
    }


def test_the_digest_follows_the_bytes(tmp_path: Path) -> None:
    digests = set()
    for text in ("a: 1\n", "a: 2\n", "a: 2\n"):
        write(tmp_path, "data/a/dataset.yaml", text)
        digests.add(read_declarations(tmp_path)[0][0].digest)
    assert len(digests) == 2


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: {b: 1, b: 2}\n", "duplicate-key"),
        ("a: !x 1\n", "tag"),
        ("a: &x 1\nb: *x\n", "alias"),
        ("- a\n", "yaml-shape"),
        ("[a]: b\n", "yaml-shape"),
        ("a: '\n", "yaml-syntax"),
        ("a: " + "[" * 50 + "]" * 50, "yaml-depth"),
        ("", "empty-file"),
        ("a: \0", "control-character"),
    ],
)
def test_a_broken_declaration_is_a_problem_and_the_rest_goes_on(tmp_path: Path, text: str, rule: str) -> None:
    write(tmp_path, "data/a/dataset.yaml", text)
    write(tmp_path, "data/b/dataset.yaml", "name: b\n")
    found, problems = read_declarations(tmp_path)
    assert [problem.rule.code for problem in problems] == [rule]
    assert [(one.name, one.document) for one in found] == [("a", None), ("b", {"name": "b"})]


def test_a_declaration_linked_from_elsewhere_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "outside.yaml", "name: a\n")
    (tmp_path / "data/a").mkdir(parents=True)
    (tmp_path / "data/a/dataset.yaml").symlink_to(tmp_path / "outside.yaml")
    assert rules(tmp_path) == ["symlink"]


def test_a_data_folder_linked_from_elsewhere_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "outside/a/dataset.yaml", "name: a\n")
    (tmp_path / "data").symlink_to(tmp_path / "outside")
    assert read_declarations(tmp_path)[0] == ()
    assert rules(tmp_path) == ["symlink"]


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_a_pipe_or_folder_in_place_of_a_declaration_is_a_problem(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "data/a").mkdir(parents=True)
    make(tmp_path / "data/a/dataset.yaml")
    assert rules(tmp_path) == ["unreadable-file"]


def test_a_file_in_place_of_the_data_folder_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "data", "")
    assert rules(tmp_path) == ["unreadable-file"]


def test_a_project_without_declarations_is_told_so(tmp_path: Path) -> None:
    assert rules(tmp_path) == ["no-datasets"]
