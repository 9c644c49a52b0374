"""Data files become checked records; files whose content is known are not read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.base.cache import Cache
from generator.build.loading import Loaded, load_records
from generator.check.declarations import check_declarations
from generator.read.declarations import read_declarations
from generator.read.positions import locator
from tests.instances import make_site, rules, unprivileged, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "complete")


def load(root: Path) -> Loaded:
    raw, _ = read_declarations(root)
    datasets, _ = check_declarations(raw, locator(root))
    return load_records(root, datasets, Cache(root / ".mingshan/records"))


def keys(loaded: Loaded, dataset: str) -> list[str]:
    return [record.key for record in loaded.records[dataset]]


def test_every_dataset_has_its_records_nested_ones_too(root: Path) -> None:
    loaded = load(root)
    assert keys(loaded, "clubs") == ["calligraphy", "music", "quiet"]
    assert keys(loaded, "meetings") == ["calligraphy/m1", "calligraphy/m2"]
    assert keys(loaded, "offers") == ["2026H2/k1", "2026H2/k2"]
    assert loaded.problems == ()


def test_a_second_reading_gives_the_same(root: Path) -> None:
    assert load(root) == load(root)


def test_a_changed_a_new_and_a_removed_file_are_noticed(root: Path) -> None:
    load(root)
    write(root, "data/clubs/music.yaml", 'name: 示例合唱社\nregion: "9902"\nstatus: 活动中\n')
    write(root, "data/clubs/new.yaml", 'name: 示例新社\nregion: "99"\nstatus: 活动中\n')
    (root / "data/clubs/quiet.yaml").unlink()
    loaded = load(root)
    assert keys(loaded, "clubs") == ["calligraphy", "music", "new"]
    assert loaded.records["clubs"][1].values["name"] == "示例合唱社"


def test_a_changed_declaration_judges_all_of_its_files_again(root: Path) -> None:
    load(root)
    file = root / "data/clubs/dataset.yaml"
    file.write_text(
        file.read_text("utf-8").replace("title: 一句话介绍}", "title: 一句话介绍, constraints: {maxLength: 2}}")
    )
    assert rules(load(root).problems) == ["length"]


def test_problems_of_known_files_are_told_again(root: Path) -> None:
    write(root, "data/clubs/quiet.yaml", "name: 示例静心社\nstatus: 活动中\n")
    assert load(root).problems == load(root).problems != ()


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\x80\x04N."])
def test_a_cache_that_is_not_ours_is_not_believed(root: Path, damage: bytes) -> None:
    before = load(root)
    for file in (root / ".mingshan/records").iterdir():
        file.write_bytes(damage)
    assert load(root) == before


def test_a_record_that_failed_excuses_references_to_it(root: Path) -> None:
    write(root, "data/clubs/music.yaml", "name: 示例音乐社\nstatus: 活动中\n")
    loaded = load(root)
    assert loaded.excuses("clubs", "music")
    assert not loaded.excuses("clubs", "nobody")


def test_a_record_that_cannot_be_named_excuses_every_reference(root: Path) -> None:
    write(root, "data/regions/regions.csv", "代码,名称,层级,上级\n,示例市,city,\n")
    assert load(root).excuses("regions", "9901")


def test_a_repeated_key_is_told_once_and_the_second_record_left_out(root: Path) -> None:
    write(root, "data/offers/2026H2/9902.csv", "课程编号,课程名称\nK1,示例课\nk3,示例课\n")
    loaded = load(root)
    assert rules(loaded.problems) == ["duplicate-id"]
    assert keys(loaded, "offers") == ["2026H2/k1", "2026H2/k2", "2026H2/k3"]
    assert loaded.excuses("offers", "2026H2/K1")


def test_a_record_with_a_fault_is_not_also_missed_in_the_count(root: Path) -> None:
    file = root / "data/regions/regions.csv"
    file.write_text(file.read_text("utf-8").replace("示例西区,district", "示例西区,distric"))
    write(
        root, "data/regions/dataset.yaml", (root / "data/regions/dataset.yaml").read_text().replace("min: 3", "min: 4")
    )
    assert rules(load(root).problems) == ["enum"]


def test_many_files_and_long_tables_are_shared_out_between_the_cores(root: Path) -> None:
    for number in range(210):
        write(root, f"data/clubs/c{number}.yaml", f'name: 示例社{number}\nregion: "99"\nstatus: 活动中\n')
    rows = "".join(f"x{number},示例课\n" for number in range(10_100))
    write(root, "data/offers/2026H1/99.csv", f"课程编号,课程名称\n{rows}坏 的,示例课\n")
    loaded = load(root)
    assert len(loaded.records["clubs"]) == 213
    assert len(loaded.records["offers"]) == 10_102
    assert [(each.rule.code, each.location.row) for each in loaded.problems] == [("unsafe-key", 10_102)]


def test_a_few_changed_among_many_are_checked_beside_the_rest(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root)
    monkeypatch.setattr("generator.build.loading._FILES_WORTH_A_PROCESS", 2)
    write(root, "data/clubs/music.yaml", 'name: 示例合唱社\nregion: "99"\nstatus: 没有的状态\n')
    loaded = load(root)
    assert rules(loaded.problems) == ["enum"]
    assert keys(loaded, "clubs") == ["calligraphy", "quiet"]
    write(root, "data/clubs/music.yaml", 'name: 示例合唱社\nregion: "99"\nstatus: 活动中\n')
    assert keys(load(root), "clubs") == ["calligraphy", "music", "quiet"]
    assert load(root) == load(root)


def test_what_is_known_of_files_is_worth_nothing_without_their_records(root: Path) -> None:
    expected = load(root)
    for file in (root / ".mingshan/records").iterdir():
        before = file.read_bytes()
        file.unlink()
        assert load(root) == expected
        file.write_bytes(before)


def test_a_table_that_is_cut_off_excuses_every_reference(root: Path) -> None:
    write(root, "data/regions/regions.csv", "代码,名称,层级,上级\n99,示例市,city,\n")
    loaded = load(root)
    assert rules(loaded.problems) == ["record-count"]
    assert loaded.excuses("regions", "9901")


def test_a_file_that_may_not_be_read_is_a_problem_until_it_may(root: Path) -> None:
    file = root / "data/clubs/quiet.yaml"
    file.chmod(0)
    with unprivileged(root):
        assert rules(load(root).problems) == ["unreadable-file"]
        file.chmod(0o644)
        assert rules(load(root).problems) == []
