"""The guides say only what is so: every command in them can be given, every make target is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from generator.cli import make_app
from tests.demonstration import HOUSE
from tests.rules import RULES

GUIDES = sorted((HOUSE / "content" / "guides").glob("*.md"))
BLOCK = re.compile(r"```(?:console|text)\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"(?:^|[`/ ])(mingshan (?:[a-z]+)[^`\n]*)", re.MULTILINE)


def commands() -> Iterator[str]:
    for guide in GUIDES:
        text = guide.read_text("utf-8")
        for block in BLOCK.findall(text):
            yield from COMMAND.findall(block)
        yield from re.findall(r"`(mingshan [^`\n]*)`", text)
    for explanation in RULES.values():
        yield from (line for line in explanation.good.splitlines() if line.startswith("mingshan "))


@pytest.fixture(scope="module")
def group() -> Any:
    """All verbs."""
    return typer.main.get_command(make_app())


@pytest.mark.parametrize("command", sorted(set(commands())))
def test_a_command_that_somebody_copies_is_understood(
    command: str, group: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parsed as it would be when given, but not run; what runs is shown in pictures, which are taken of real runs."""
    words = shlex.split(command)[1:]
    monkeypatch.chdir(tmp_path)
    for file in (word for word in words if word.endswith((".xlsx", ".csv")) and "/" not in word):
        (tmp_path / file).touch()
    with group.make_context("mingshan", words) as context:
        name, verb, rest = group.resolve_command(context, words)
        if name == "review":
            name, verb, rest = verb.make_context(name, rest, parent=context).command.resolve_command(context, rest)
        assert verb.make_context(name, rest, parent=context)


def test_make_targets_named_in_guides_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for guide in GUIDES for name in re.findall(r"^make ([a-z]+)", guide.read_text("utf-8"), re.MULTILINE)}
    assert named and named <= targets


def test_every_guide_is_in_the_menu_and_on_the_first_page() -> None:
    menu, start = (HOUSE / "mkdocs.yml").read_text("utf-8"), GUIDES[-1].with_name("index.md").read_text("utf-8")
    for guide in GUIDES:
        assert f"guides/{guide.name}" in menu
        assert guide.stem == "index" or f"({guide.name})" in start


def test_the_section_of_the_menu_is_the_one_that_the_explained_problems_join() -> None:
    assert "  - 操作指南:\n" in (HOUSE / "mkdocs.yml").read_text("utf-8")
