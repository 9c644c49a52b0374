import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.read.sources import MEGABYTE, find_sources
from tests.read.factory import DISCLOSURES, WINDOWS, dataset, field, write

SUPPLY = dataset("supply", "{period}/{division}.csv", field("id"))


def rules(root: Path, kind: object = SUPPLY) -> list[str]:
    return [problem.rule.code for problem in find_sources(root, kind)[1]]  # type: ignore[arg-type]


def test_files_are_found_in_order_with_the_columns_of_their_paths(tmp_path: Path) -> None:
    for file in ("2026H2/12.csv", "2026H1/120101.csv", "dataset.yaml", ".gitkeep", "README.md", "~$a.xlsx"):
        write(tmp_path, f"data/supply/{file}", "id\n")
    sources, problems = find_sources(tmp_path, SUPPLY)
    assert problems == ()
    assert [source.file for source in sources] == ["data/supply/2026H1/120101.csv", "data/supply/2026H2/12.csv"]
    assert sources[0].columns == {"period": "2026H1", "division": "120101"}
    assert sources[0].state[0] == 3


def test_stars_match_any_name_and_give_no_column(tmp_path: Path) -> None:
    write(tmp_path, "data/windows/a.csv", "id\n")
    sources, _ = find_sources(tmp_path, replace(WINDOWS, path="*.csv"))
    assert [source.columns for source in sources] == [{}]


def test_files_nobody_reads_are_told_once(tmp_path: Path) -> None:
    for file in ("2026H1/12.txt", "12.csv", "2026H1/more/12.csv", "2026H1/12.csv"):
        write(tmp_path, f"data/supply/{file}", "id\n")
    (problem,) = find_sources(tmp_path, SUPPLY)[1]
    assert (problem.rule.code, "等 3 份" in problem.message) == ("unread-file", True)


def test_other_datasets_further_down_are_left_to_themselves(tmp_path: Path) -> None:
    write(tmp_path, "data/supply/codes/dataset.yaml", "name: codes\n")
    write(tmp_path, "data/supply/codes/codes.csv", "id\n")
    assert find_sources(tmp_path, SUPPLY) == ((), ())


def test_a_single_file_must_exist(tmp_path: Path) -> None:
    write(tmp_path, "data/windows/dataset.yaml", "")
    assert rules(tmp_path, replace(WINDOWS, path="windows.csv")) == ["missing-file"]


def test_nested_datasets_have_no_files(tmp_path: Path) -> None:
    assert find_sources(tmp_path, DISCLOSURES) == ((), ())


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    write(tmp_path, "data/supply/2026H1/12.csv", "")
    os.truncate(tmp_path / "data/supply/2026H1/12.csv", 50 * MEGABYTE)
    sources, (problem,) = find_sources(tmp_path, SUPPLY)
    assert (sources, problem.rule.code, "50.0 MB" in problem.message) == ((), "file-too-large", True)


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../mkdocs.yml", "nowhere.csv", "/etc", "../2026H1", "12.csv"])
def test_links_that_do_not_end_at_a_file_in_data_are_refused(tmp_path: Path, target: str) -> None:
    write(tmp_path, "mkdocs.yml", "site_name: x\n")
    write(tmp_path, "data/supply/2026H1/dataset.txt", "")
    (tmp_path / "data/supply/2026H1/12.csv").symlink_to(target)
    assert "symlink" in rules(tmp_path)


def test_a_folder_reached_through_a_link_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "elsewhere/12.csv", "id\n")
    (tmp_path / "data/supply").mkdir(parents=True)
    (tmp_path / "data/supply/2026H1").symlink_to(tmp_path / "elsewhere")
    assert rules(tmp_path) == ["symlink"]


def test_a_link_to_another_file_in_data_is_read(tmp_path: Path) -> None:
    write(tmp_path, "data/supply/2026H1/12.csv", "id\n")
    (tmp_path / "data/supply/2026H1/13.csv").symlink_to("12.csv")
    assert len(find_sources(tmp_path, SUPPLY)[0]) == 2


@pytest.mark.parametrize("name", ["a<b>.csv", "a\\b.csv", "a\nb.csv", " a.csv", "a\u202eb.csv", b"a\xff.csv"])
def test_names_that_other_systems_cannot_store_are_refused_printably(tmp_path: Path, name: str | bytes) -> None:
    write(tmp_path, os.fsdecode(b"data/supply/2026H1/" + os.fsencode(name)), "id\n")
    sources, (problem,) = find_sources(tmp_path, SUPPLY)
    assert (sources, problem.rule.code) == ((), "unsafe-name")
    assert problem.location.file.isprintable()


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "data/windows/120101.csv").mkdir(parents=True)
    os.mkfifo(tmp_path / "data/windows/120102.csv")
    assert rules(tmp_path, WINDOWS) == ["unreadable-file", "unreadable-file"]


def test_a_column_named_twice_in_the_path_must_say_the_same(tmp_path: Path) -> None:
    write(tmp_path, "data/supply/a/a.csv", "id\n")
    write(tmp_path, "data/supply/a/b.csv", "id\n")
    sources, (problem,) = find_sources(tmp_path, replace(SUPPLY, path="{x}/{x}.csv"))
    assert ([source.columns for source in sources], problem.rule.code) == ([{"x": "a"}], "unread-file")


def test_a_path_that_climbs_finds_nothing(tmp_path: Path) -> None:
    write(tmp_path, "secret.csv", "id\n")
    write(tmp_path, "data/supply/dataset.yaml", "")
    assert rules(tmp_path, replace(SUPPLY, path="../../secret.csv")) == ["missing-file"]
