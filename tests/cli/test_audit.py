"""`mingshan audit`: any table is attacked, together with what git remembers of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.instances import commit, make_instance, mingshan

HEAD = "period,division,waiting,measure,value,obs_status,conf_status\n"
PUBLISHED = [
    "2026H1,120101,within-7,helped,40,A,F",
    "2026H1,120101,within-15,helped,20,A,F",
    "2026H1,120101,within-30,helped,9,A,F",
    "2026H1,120101,over-30,helped,8,A,F",
    "2026H1,120101,_T,helped,77,A,F",
]


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On the bureau's own machine, wherever these tests run."""
    monkeypatch.delenv("CI", raising=False)
    return make_instance(tmp_path / "instance")


def publish(instance: Path, *lines: str) -> Path:
    file = instance / "data/statistics/aid_waiting/2026H1.csv"
    file.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    assert mingshan("protect", "--enter", "--reason", "示例：重新核对", "--root", instance).returncode == 0
    return file


def test_findings_are_a_list_for_other_programs(instance: Path) -> None:
    publish(instance, PUBLISHED[0].replace("40,A,F", ",Q,C"), *PUBLISHED[1:])
    done = mingshan("audit", "--root", instance, "--format", "json")
    (found,) = json.loads(done.stdout)
    assert done.returncode == 1
    assert {"table", "cell", "low", "high", "required", "kind", "explained_by"} <= found.keys()
    assert (found["table"], found["kind"], found["low"], found["high"]) == ("aid_waiting", "alone", 40, 40)


def test_where_all_can_read_the_log_no_figure_is_printed(instance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub, GitLab and Gitee say so to every program they run."""
    publish(instance, PUBLISHED[0].replace("40,A,F", ",Q,C"), *PUBLISHED[1:])
    monkeypatch.setenv("CI", "true")
    done = mingshan("audit", "--root", instance, "--format", "json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "请在本单位的电脑上运行" in done.stderr.replace("\n", "")
    in_words = mingshan("audit", "--root", instance).stdout
    assert "within-7" in in_words or "aid_waiting" in in_words
    assert "40" not in in_words.replace("1204", "")


def test_checking_tells_the_same_in_words_at_the_row(instance: Path) -> None:
    publish(instance, PUBLISHED[0].replace("40,A,F", ",Q,C"), *PUBLISHED[1:])
    done = mingshan("check", "--root", instance)
    assert "data/statistics/aid_waiting/2026H1.csv:2" in done.stdout
    assert "正好是多少" in done.stdout
    assert "40" not in done.stdout.replace("1204", ""), "what anybody can work out is not said where all read it"


def test_a_safe_table_is_left_in_peace(instance: Path) -> None:
    publish(instance, *PUBLISHED)
    done = mingshan("audit", "--root", instance, "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_one_case_more_than_in_an_earlier_commit_is_found(instance: Path) -> None:
    publish(instance, *PUBLISHED)
    commit(instance)
    publish(instance, PUBLISHED[0].replace("40", "41"), *PUBLISHED[1:4], PUBLISHED[4].replace("77", "78"))
    found = json.loads(mingshan("audit", "--root", instance, "--format", "json").stdout)
    assert {each["kind"] for each in found} == {"revision"}
    assert mingshan("audit", "--root", instance, "--history", "0").returncode == 0


def test_another_gap_than_in_an_earlier_commit_is_found(instance: Path) -> None:
    gaps = [PUBLISHED[at].rpartition(",A,F")[0].rpartition(",")[0] + ",,Q,C" for at in range(4)]
    publish(instance, *gaps[:2], *PUBLISHED[2:])
    commit(instance)
    publish(instance, gaps[0], PUBLISHED[1], gaps[2], *PUBLISHED[3:])
    found = json.loads(mingshan("audit", "--root", instance, "--format", "json").stdout)
    assert {each["kind"] for each in found} == {"difference"}


def test_a_file_of_another_bureau_is_attacked_with_its_own_history(tmp_path: Path, instance: Path) -> None:
    foreign = tmp_path / "other" / "表.csv"
    foreign.parent.mkdir()
    foreign.write_text("街道,户数\n甲,12\n乙,20\n合计,32\n", "utf-8")
    commit(foreign.parent)
    foreign.write_text("街道,户数\n甲,13\n乙,20\n合计,33\n", "utf-8")
    done = mingshan("audit", foreign, "--root", instance)
    assert done.returncode == 1
    assert "差数少于 5" in done.stdout


def test_a_place_that_does_not_exist_is_told_by_checking(instance: Path) -> None:
    publish(instance, *PUBLISHED, "2026H1,999999,_T,helped,77,A,F")
    done = mingshan("check", "--root", instance)
    assert done.returncode == 1
    assert "[unknown-code]" in done.stdout


def test_raw_data_in_the_tree_is_told_by_checking(instance: Path) -> None:
    (instance / "content" / "导出.csv").write_text("姓名,街道\n某某,甲\n", "utf-8")
    done = mingshan("check", "--root", instance)
    assert "[raw-data-in-tree]" in done.stdout
    assert "某某" not in done.stdout


def test_a_file_that_is_not_there_is_wrong_use(instance: Path) -> None:
    assert mingshan("audit", "nothing.csv", "--root", instance).returncode == 2
