"""The command line as a whole: four exits, usage errors in Chinese, never a traceback for what others did wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import generator.cli
from generator.cli import VERBS
from generator.cli.exit_codes import CLEAN, OUR_BUG, PROBLEMS_FOUND, WRONG_USE
from tests.cli.conftest import Mingshan
from tests.instances import make_site, write

README = Path(__file__).parents[2] / "README.md"


def test_the_installed_command_runs() -> None:
    command = Path(sys.executable).with_name("mingshan")
    run = subprocess.run([command, "version"], capture_output=True, text=True, check=True)
    assert run.stdout == f"{generator.__version__}\n"


@pytest.mark.parametrize(
    ("words", "code"), [("version", CLEAN), ("check --root nowhere", PROBLEMS_FOUND), ("chekc", WRONG_USE)]
)
def test_the_command_leaves_at_once_with_all_it_said(words: str, code: int) -> None:
    """What it printed into a pipe, and its code; also when nobody listens any more."""
    command = [sys.executable, "-c", "from generator.cli import run; run()", *words.split()]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (said.returncode, bool(said.stdout + said.stderr)) == (code, True)
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as unheard:
        assert unheard.stdout and unheard.stderr
        unheard.stdout.close()
        assert "Traceback" not in unheard.stderr.read().decode()


@pytest.mark.parametrize("words", ["--help", "-h", "check --help"])
def test_help_is_given(mingshan: Mingshan, words: str) -> None:
    said = mingshan(*words.split())
    assert (said.code, "检查" in said.out) == (CLEAN, True)


@pytest.mark.parametrize("word", ["version", "--help"])
def test_what_needs_nothing_brings_nothing_along(word: str) -> None:
    """Libraries and features take half a second to come; only pydantic does not count, for Typer itself needs it."""
    script = (
        f"import sys; sys.argv[1:] = [{word!r}]; import generator.cli as cli\ntry: cli.main()\nexcept SystemExit: 0"
    )
    script += "\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    brought = {".".join(name.split(".")[:2]) if name.startswith("generator.") else name for name in run.stderr.split()}
    assert {"generator.cli", "typer"} <= brought
    libraries = {"frictionless", "mkdocs", "pikepdf", "openpyxl", "numpy", "jinja2", "PIL"}
    assert not brought & {*libraries, "yaml", "multiprocessing", "generator.features", "generator.render"}


@pytest.mark.parametrize(
    "words",
    [
        *("chekc", "check --nosuch", "check --format xml", "check extra", "check --root", "init", "init a b"),
        *(
            "check --as-of 2026-13-01",
            "check --as-of 31.1.2026",
            "check --as-of 0001-01-01",
            "build --as-of 9999-12-31",
        ),
        *("serve --port many", "serve --port 0", "serve --port 70000"),
    ],
)
def test_wrong_use_is_told_in_chinese(mingshan: Mingshan, words: str) -> None:
    said = mingshan(*words.split())
    assert said.code == WRONG_USE
    assert said.err.startswith("用法不对：")
    assert "--help" in said.err
    assert said.out == ""


def test_no_words_at_all_show_the_verbs(mingshan: Mingshan) -> None:
    said = mingshan()
    assert said.code == WRONG_USE
    assert all(verb in said.out + said.err for verb in VERBS)


def test_the_readme_lists_each_verb() -> None:
    text = README.read_text("utf-8")
    assert all(f"| `mingshan {verb}" in text for verb in VERBS)


def test_our_own_bug_is_called_one(mingshan: Mingshan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    make_site(tmp_path, "minimal")
    monkeypatch.setattr("generator.cli.check.find_problems", lambda *_: 1 / 0)
    said = mingshan("check", "--root", tmp_path)
    assert said.code == OUR_BUG
    assert "ZeroDivisionError" in said.err
    assert "不是数据的问题" in said.err


def test_a_place_that_cannot_be_written_to_is_no_bug(mingshan: Mingshan, tmp_path: Path) -> None:
    make_site(tmp_path, "minimal")
    said = mingshan("build", "--root", tmp_path, "-o", tmp_path / "mkdocs.yml" / "site")
    assert (said.code, "Traceback" in said.err) == (WRONG_USE, False)
    assert "mkdocs.yml" in said.err


def test_a_reader_who_has_seen_enough_is_no_bug(tmp_path: Path) -> None:
    make_site(tmp_path, "minimal")
    for number in range(300):
        write(tmp_path, f"data/notes/x{number}.yaml", "naem: 示例\n")
    command = f"{Path(sys.executable).with_name('mingshan')} check --root {tmp_path} | head -n 1"
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("错误 ")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
def test_a_terminal_without_chinese_gets_marks_instead(tmp_path: Path, encoding: str) -> None:
    make_site(tmp_path, "minimal")
    command = [Path(sys.executable).with_name("mingshan"), "check", "--root", tmp_path]
    run = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": encoding}, check=True)
    assert run.stdout.rstrip() == "没有发现问题。".encode(encoding, "replace")
