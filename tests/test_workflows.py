"""The workflows under both linters; every step that runs something of ours is one target of the Makefile."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demonstration import HOUSE

BIN = Path(sys.executable).parent
WORKFLOWS = sorted((HOUSE / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize(
    "command", [("check-jsonschema", "--builtin-schema", "vendor.github-workflows"), ("zizmor", "--offline", "-q")]
)
def test_linters_find_nothing(command: tuple[str, ...]) -> None:
    found = subprocess.run([BIN / command[0], *command[1:], *WORKFLOWS], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_what_we_depend_on_is_watched_for_updates() -> None:
    words = ("--builtin-schema", "vendor.dependabot", HOUSE / ".github" / "dependabot.yml")
    found = subprocess.run([BIN / "check-jsonschema", *words], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_run_targets_that_exist(workflow: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)
    wanted = re.findall(r"\bmake ([a-z]+)", workflow.read_text("utf-8"))
    assert wanted and set(wanted) <= set(targets)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_and_nothing_untrusted_enters_a_shell(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    assert all(re.search(r"@[0-9a-f]{40} #", line) for line in re.findall(r"uses: [a-z].*", text))
    assert not [line for line in re.findall(r"run: .*", text) if "${{" in line]
