"""The text of a verb's module to a function that takes what the verb takes and does nothing: enough for its help.

To import what a verb works with takes half a second, and whoever asks for help wants none of it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path


def signature_of(file: Path, name: str) -> Callable[..., None] | None:
    """The function without its body, or none where the module is not one function of that name."""
    tree = ast.parse(file.read_text("utf-8"))
    verb = next((each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == name), None)
    if verb is None or verb.decorator_list:
        return None
    verb.body = [ast.Expr(ast.Constant(ast.get_docstring(verb) or ""))]
    module = ast.Module([*_needed(tree.body, set(_names(verb.args))), verb], [])
    given: dict[str, object] = {"__name__": f"{__name__}.{name}"}
    exec(compile(ast.fix_missing_locations(module), str(file), "exec"), given)  # noqa: S102 - our own text
    found = given[name]
    return found if callable(found) else None


def _needed(body: list[ast.stmt], names: set[str]) -> list[ast.stmt]:
    """The statements from which these names come, and those that they need in turn."""
    kept: list[ast.stmt] = []
    for each in reversed(body):
        if isinstance(each, ast.Import | ast.ImportFrom):
            if not (isinstance(each, ast.ImportFrom) and each.module == "__future__"):
                each.names = [alias for alias in each.names if (alias.asname or alias.name) in names]
            if each.names:
                kept.append(each)
        elif not names.isdisjoint(_made(each)):
            names |= set(_names(each))
            kept.append(each)
    return kept[::-1]


def _made(statement: ast.stmt) -> Iterator[str]:
    """The names that a definition gives; a function is none that a signature needs."""
    if isinstance(statement, ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.Assign | ast.AnnAssign):
        yield from _names(statement)


def _names(node: ast.AST) -> Iterator[str]:
    return (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
