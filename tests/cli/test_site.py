"""Check, build and begin a site: exit codes, forms of the report, the root, the day."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.exit_codes import CLEAN, INTERRUPTED, PROBLEMS_FOUND
from tests.cli.conftest import Mingshan
from tests.instances import files_of, make_site, write

KEYS = ["rule", "severity", "file", "line", "column", "row", "cell", "record", "field", "message", "hint"]


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return make_site(tmp_path / "clean", "minimal")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    root = make_site(tmp_path / "faulty", "minimal")
    write(root, "data/notes/n2.yaml", "naem: 示例二\n")
    write(root, "data/notes/n3.yml", "name: 示例三\n")
    return root


def test_a_clean_site_ends_with_zero(mingshan: Mingshan, clean: Path) -> None:
    assert mingshan("check", "--root", clean) == (CLEAN, "没有发现问题。\n", "")


def test_an_error_ends_with_one_and_is_told(mingshan: Mingshan, faulty: Path) -> None:
    said = mingshan("check", "--root", faulty)
    assert (said.code, said.err) == (PROBLEMS_FOUND, "")
    assert "错误 data/notes/n2.yaml:1:1（n2） [unknown-key]" in said.out
    assert said.out.endswith("共 1 个错误，1 个警告。改正全部错误以后才能发布。\n")


def test_a_warning_alone_ends_with_zero(mingshan: Mingshan, faulty: Path) -> None:
    (faulty / "data/notes/n2.yaml").unlink()
    said = mingshan("check", "--root", faulty)
    assert said.code == CLEAN
    assert said.out.endswith("共 1 个警告。可以发布。\n")


def test_json_is_a_list_of_objects_with_these_keys_errors_first(mingshan: Mingshan, faulty: Path) -> None:
    found = json.loads(mingshan("check", "--root", faulty, "--format", "json").out)
    assert [list(problem) for problem in found] == [KEYS, KEYS]
    assert [problem["severity"] for problem in found] == ["error", "warning"]


def test_json_of_a_clean_site_is_an_empty_list(mingshan: Mingshan, clean: Path) -> None:
    assert json.loads(mingshan("check", "--root", clean, "--format", "json").out) == []


def test_github_annotates_the_line(mingshan: Mingshan, faulty: Path) -> None:
    said = mingshan("check", "--root", faulty, "--format", "github")
    assert "::error file=data/notes/n2.yaml,line=1,col=1,title=unknown-key::" in said.out
    assert "::warning file=data/notes/n3.yml,title=unread-file::" in said.out


def test_sarif_is_what_code_scanning_reads(mingshan: Mingshan, faulty: Path) -> None:
    report = json.loads(mingshan("check", "--root", faulty, "--format", "sarif").out)
    (run,) = report["runs"]
    assert report["version"] == "2.1.0"
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [
        ("unknown-key", "error"),
        ("unread-file", "warning"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}


def test_the_root_is_the_current_folder_unless_told(
    mingshan: Mingshan, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clean)
    assert mingshan("check").code == CLEAN
    monkeypatch.chdir(clean / "data")
    assert "no-project" in mingshan("check").out


def test_a_build_publishes_where_it_is_told(mingshan: Mingshan, clean: Path, tmp_path: Path) -> None:
    said = mingshan("build", "--root", clean, "-o", tmp_path / "elsewhere")
    assert (said.code, said.out) == (CLEAN, "")
    assert "完成" in said.err
    assert (tmp_path / "elsewhere/notes/n1/index.html").is_file()
    assert not (clean / "site").exists()


def test_a_build_with_an_error_publishes_nothing(mingshan: Mingshan, faulty: Path) -> None:
    said = mingshan("build", "--root", faulty)
    assert said.code == PROBLEMS_FOUND
    assert "unknown-key" in said.out
    assert not (faulty / "site").exists()


def test_a_new_site_is_made_and_the_next_step_said(mingshan: Mingshan, tmp_path: Path) -> None:
    said = mingshan("init", "--with-examples", tmp_path / "new")
    assert (said.code, f"mingshan build --root {tmp_path / 'new'}" in said.out) == (CLEAN, True)
    assert mingshan("check", "--root", tmp_path / "new").code == CLEAN


def test_a_folder_that_holds_something_is_not_begun_again(
    mingshan: Mingshan, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files_of(clean)
    monkeypatch.chdir(clean)
    for folder in (clean, ".", "../clean"):
        assert mingshan("init", "--with-examples", folder).code == PROBLEMS_FOUND
    assert files_of(clean) == before


def test_the_preview_ends_with_a_problem_when_there_is_no_project(mingshan: Mingshan, tmp_path: Path) -> None:
    said = mingshan("serve", "--root", tmp_path)
    assert (said.code, "no-project" in said.out) == (PROBLEMS_FOUND, True)


def test_ctrl_c_ends_a_preview_after_the_build_that_runs_and_twice_at_once(clean: Path) -> None:
    for presses, code in ((1, 0), (2, INTERRUPTED)):
        command = [Path(sys.executable).with_name("mingshan"), "serve", "--root", clean, "--port", str(_free_port())]
        preview = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        assert preview.stderr
        assert "读取声明" in preview.stderr.readline()
        preview.send_signal(signal.SIGINT)
        assert "正在结束" in next(line for line in preview.stderr if "秒]" not in line)
        if presses == 2:
            preview.send_signal(signal.SIGINT)
        _, said = preview.communicate(timeout=120)
        assert (preview.returncode, "Traceback" in said) == (code, False)
        assert (clean / "site/index.html").is_file()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
