"""Nothing passes by what notes reads: a memo that notes none, or the plan read as it is, would leave pages stale."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import generator

HOUSE = Path(generator.__file__).parent
NOTING = tuple(HOUSE / name for name in ("features", "render", "plan", "model"))
NOTED = {"Catalogue", "Source"}
FORGETFUL = {"lru_cache", "cache"}
REMEMBERING = {"once_a_subject", "question", "large_question"}


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for folder in NOTING:
        for file in sorted(folder.rglob("*.py")):
            yield file, ast.parse(file.read_text("utf-8"))


def test_what_is_remembered_of_a_catalogue_or_a_source_remembers_its_reads() -> None:
    found = [
        f"{file.relative_to(HOUSE)}: {node.name}"
        for file, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and {_name(each) for each in node.decorator_list} & FORGETFUL
        and {ast.unparse(each.annotation) for each in node.args.args if each.annotation} & NOTED
    ]
    assert found == []


def test_nothing_that_is_worked_out_once_looks_at_files_which_come_later() -> None:
    found = [
        f"{file.relative_to(HOUSE)}: {node.name}"
        for file, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and {_name(each) for each in node.decorator_list} & REMEMBERING
        and ".written(" in ast.unparse(node)
    ]
    assert found == []


def test_the_plan_is_asked_through_the_source() -> None:
    found = [
        f"{file.relative_to(HOUSE)}:{node.lineno}"
        for file, tree in modules()
        if file.name != "source.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("source.plan", "source.day")
    ]
    assert [each for each in found if not each.startswith("render/context.py")] == []


def _name(decorator: ast.expr) -> str:
    call = decorator.func if isinstance(decorator, ast.Call) else decorator
    return call.id if isinstance(call, ast.Name) else ""
