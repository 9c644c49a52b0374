"""A verb that belongs to a feature goes with it, and is told so plainly; no other verb leans on a feature unsaid."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from generator.cli import VERBS
from generator.cli.exit_codes import WRONG_USE
from generator.cli.feature_verbs import OF_FEATURES, is_there, told_missing
from tests.demonstration import HOUSE

LEANS = {
    "new": {"calls"},  # a case begins with the sections that its call asks for
    "import": {"changes"},  # what a workbook would change is told as `diff` tells it
    "vet": {"changes"},
}
"""Verbs of the engine that ask a feature for a part of what they do: without it, they say which is missing."""
NAMED = re.compile(r"generator\.(cli|verbs)\.([\w.]+)|generator\.features\.([a-z]+)")


def leans_on(verb: str) -> set[str]:
    """The features that the modules of a verb import, its own and those of `cli/` and `verbs/` that they import."""
    name = f"{verb}_" if verb == "import" else verb
    waiting, seen, found = [HOUSE / f"generator/cli/{name}.py"], set(), set()
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        for module in imports(path.read_text("utf-8")):
            for folder, inner, feature in NAMED.findall(module):
                waiting += [HOUSE / f"generator/{folder}/{inner.replace('.', '/')}.py"] if inner else []
                found |= {feature} - {""}
    return found


def imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize("verb", VERBS)
def test_the_table_says_what_the_modules_import(verb: str) -> None:
    own = {OF_FEATURES[verb]} if verb in OF_FEATURES else set()
    assert leans_on(verb) - LEANS.get(verb, set()) == own - LEANS.get(verb, set())


def test_the_features_named_are_there() -> None:
    assert all(is_there(verb) for verb in VERBS) and set(OF_FEATURES) <= set(VERBS)


def test_what_is_missing_is_told_only_of_features() -> None:
    gone = ModuleNotFoundError("no", name="generator.features.duties.board")
    assert "没有“duties”这项功能" in (told_missing("duties", gone) or "")
    assert told_missing("duties", ModuleNotFoundError("no", name="yaml")) is None
    assert WRONG_USE == 2
