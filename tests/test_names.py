"""One thing, one word: no two modules give a class or a public constant the same name, and no name fits everything."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = {
    "FEATURE": "each folder of features holds one value of this name, and the table lists them",
    "PERIOD": "a rule is called by its code; a column of statistics by its own name",
    "YUAN": "a rule is called by its code; a measure of statistics by its own name",
    "RULES": "each problems.py lists its rules under this name, and the tables join them",
}
"""Names that stand in several modules, each with its reason."""
EMPTY = frozenset({"told", "_told", "is_told"})
"""Names that have stood for whatever a function goes on to say, and so for nothing in particular."""


def named(tree: ast.Module) -> Iterator[str]:
    """The classes and public constants that a module defines."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            parts = [part for each in targets for part in (each.elts if isinstance(each, ast.Tuple) else [each])]
            yield from (part.id for part in parts if isinstance(part, ast.Name) and part.id.isupper())


def test_no_class_or_public_constant_has_the_name_of_another() -> None:
    homes: dict[str, set[str]] = defaultdict(set)
    for path in (ROOT / "generator").rglob("*.py"):
        for name in named(ast.parse(path.read_text("utf-8"))):
            if not name.startswith("_"):
                homes[name].add(path.relative_to(ROOT).as_posix())
    assert {name: found for name, found in homes.items() if len(found) > 1 and name not in SHARED} == {}


def test_what_may_be_shared_is_shared() -> None:
    """The list holds nothing that has become needless."""
    found = [set(named(ast.parse(path.read_text("utf-8")))) for path in (ROOT / "generator").rglob("*.py")]
    assert all(sum(name in each for each in found) > 1 for name in SHARED)


def identifiers(tree: ast.Module) -> Iterator[str | None]:
    """Every name that a module gives or uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg | ast.keyword):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.alias | ast.MatchAs):
            yield node.name


def test_nothing_has_an_empty_name() -> None:
    paths = list((ROOT / "generator").rglob("*.py"))
    assert paths
    assert [path for path in paths if EMPTY & set(identifiers(ast.parse(path.read_text("utf-8"))))] == []
