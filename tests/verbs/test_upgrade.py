"""Files in the way of before are read, advised about, and moved: the folder says the same in today's way."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.demonstration import HOUSE, TODAY, copy_demonstration, found

FORMER = HOUSE / "tests/former"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The demonstration with one project, and what was looked up of it, as they were before."""
    root = copy_demonstration(tmp_path / "site")
    shutil.copy(FORMER / "p2025-007.yaml", root / "data/projects/p2025-007.yaml")
    shutil.copy(FORMER / "lookups-2026.csv", root / "data/lookups/2026.csv")
    return root


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], root: Path, *words: str) -> str:
    monkeypatch.setattr("sys.argv", ["mingshan", *words, "--root", str(root), "--as-of", TODAY.isoformat()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_a_fundraising_inside_its_project_is_moved_and_no_duty_changes(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [each.record for each in found(old, "fundraising-inside")] == ["p2025-007"]
    before = _statuses(run(monkeypatch, capsys, old, "duties", "--format", "json"))
    told = run(monkeypatch, capsys, old, "upgrade")
    assert "data/projects/p2025-007.yaml" in told and "公开义务的状态都不变。" in told
    assert "fundraising_from" in (old / "data/projects/p2025-007.yaml").read_text("utf-8")
    run(monkeypatch, capsys, old, "upgrade", "--write")
    text = (old / "data/projects/p2025-007.yaml").read_text("utf-8")
    assert "fundraising_" not in text
    assert text.endswith(
        "fundraisings:\n  - id: f01\n    name: 公开募捐\n    number: 示例备案2025010\n    filed_on: 2025-06-07\n"
        "    starts_on: 2025-06-18\n    ends_on: 2026-05-31\n    target: 1732000\n    used_platforms: [shili-mujuan]\n"
    )
    assert ",p2025-007/f01,fundraising-ended," in (old / "data/lookups/2026.csv").read_text("utf-8")
    assert found(old, "fundraising-inside") == ()
    after = _statuses(run(monkeypatch, capsys, old, "duties", "--format", "json"))
    assert sorted(before.values()) == sorted(after.values())
    assert before["projects/p2025-007/fundraising-final/fundraising-ended"] == "no_record"
    assert after["fundraisings/p2025-007/f01/fundraising-final/fundraising-ended"] == "no_record"
    assert "没有旧写法" in run(monkeypatch, capsys, old, "upgrade")


def test_what_no_longer_counts_since_a_copy_of_the_law_is_not_read_is_listed(
    old: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its article was taken for read in the first edition; nobody had read it (`law-check`), so it counts no more."""
    copy = old / "data/disclosure/project-surplus-2026.yaml"
    shutil.copy(FORMER / copy.name, copy)
    told = run(monkeypatch, capsys, old, "upgrade").splitlines()
    renewed = [each for each in told if each.startswith("旧的规定换成引擎的，公开义务变了：")]
    assert len(renewed) > 3
    assert all("剩余财产处理情况" in each and each.endswith(" → 条文待核实") for each in renewed)


def _statuses(printed: str) -> dict[str, str]:
    return {each["uid"]: each["status"] for each in json.loads(printed)}
