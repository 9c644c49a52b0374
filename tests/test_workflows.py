"""The workflows under both linters; every step that runs something of ours is one target of the Makefile."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

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


def test_only_main_writes_the_cache_that_others_read() -> None:
    """Whatever a request had saved would be published as if it had been checked; its key is a setting, not a secret."""
    saving = set()
    for workflow in WORKFLOWS:
        document = yaml.safe_load(workflow.read_text("utf-8"))
        steps = [step for job in document["jobs"].values() for step in job.get("steps", ())]
        caching = [step for step in steps if ".mingshan" in step.get("with", {}).get("path", "")]
        assert all(step["with"]["restore-keys"].startswith("mingshan-main-") for step in caching)
        if any(not step["uses"].startswith("actions/cache/restore@") for step in caching):
            saving.add(workflow.stem)
            assert set(document[True]) == {"push", "workflow_call"}, "YAML 1.1 reads `on` as true"
            assert document[True]["push"] == {"branches": ["main"]}
    assert saving == {"publish"}


def published_commands() -> Iterator[tuple[str, str]]:
    """Every file whose commands run where others read the log, and what it says; of guides, what they tell to run."""
    for folder in (".github", ".ci", ".githooks"):
        for file in sorted(path for path in (HOUSE / folder).rglob("*") if path.is_file()):
            yield file.relative_to(HOUSE).as_posix(), file.read_text("utf-8")
    yield "Makefile", (HOUSE / "Makefile").read_text("utf-8")
    for guide in sorted((HOUSE / "content").rglob("*.md")):
        blocks = re.findall(r"^```.*?^```", guide.read_text("utf-8"), re.MULTILINE | re.DOTALL)
        yield guide.relative_to(HOUSE).as_posix(), "\n".join(blocks)


def attacks_in_figures(commands: str) -> list[str]:
    """Commands, written over several lines or not, in which an audit is asked for more than words."""
    joined = re.sub(r"\\\n\s*", " ", commands)
    return re.findall(r"\baudit\b[^\n;|&]*--format[ =]?[\"']?(?!text\b)\S+", joined)


@pytest.mark.parametrize(
    "written",
    [
        "run: mingshan audit --format json > audit.json",
        "$(MINGSHAN) audit --history 5 \\\n\t--format=json",
        'mingshan audit --format "$FORM"',
    ],
)
def test_an_audit_that_prints_figures_would_be_seen(written: str) -> None:
    assert attacks_in_figures(written)


def test_nothing_that_others_read_prints_what_an_audit_worked_out() -> None:
    """`mingshan audit --format json` holds withheld figures: it is for the bureau's own machine."""
    assert not {name: found for name, text in published_commands() if (found := attacks_in_figures(text))}
