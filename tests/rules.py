"""The generator's own source to the names of all rules that a problem can carry."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from generator.check.personal.exposures import Kind as Exposed
from generator.features.statistics.audit.findings import Kind as Audited
from generator.model.formats import FORMATS

SOURCE = Path(__file__).parents[1] / "generator"
CARRIERS = {"Problem": 0, "Said": 0, "Finding": 0, "_Reading": 1}
"""What is made with a rule's name, and which of its arguments that is."""
PUBLICITY = (SOURCE / "features" / "cases", SOURCE / "features" / "calls")
"""Here a fault carries a rule; elsewhere it is something else of that name."""
NOT_OF_PROBLEMS = (SOURCE / "features" / "statistics" / "audit", SOURCE / "features" / "finder")
"""The audit has findings, matching has verdicts of its own kind."""
BY_KIND = frozenset({*Exposed, *(f"audit-{kind}" for kind in Audited), "audit-more"})
"""Named after the kinds of what exposes a person and of what an audit finds."""
ANYTHING = FORMATS["paragraphs"].fits

Carriers = dict[str, int]


def all_rules() -> frozenset[str]:
    """Every rule name written in the code, and those that come from the name of a format or a kind."""
    files = (file for file in SOURCE.rglob("*.py") if not any(map(file.is_relative_to, NOT_OF_PROBLEMS)))
    written = (rule for file in files for rule in _rules(ast.parse(file.read_text("utf-8")), file))
    return (
        frozenset(written)
        | BY_KIND
        | {name.replace("_", "-") for name, each in FORMATS.items() if each.fits is not ANYTHING}
    )


def _rules(tree: ast.Module, file: Path) -> Iterator[str]:
    own = {**CARRIERS, "Fault": 0} if any(map(file.is_relative_to, PUBLICITY)) else CARRIERS
    carriers = {**own, **_passing_on(tree, own)}
    for name, rule in _named(tree, carriers):
        if isinstance(rule, ast.Constant):
            yield str(rule.value)
        else:
            assert isinstance(rule, ast.Name | ast.Attribute | ast.Call), f"{name}: a rule nobody can find"


def _named(tree: ast.AST, carriers: Carriers) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in carriers:
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            position = carriers[node.func.id]
            found = node.args[position] if len(node.args) > position else given.get("rule")
            if found is not None:
                yield node.func.id, found


def _passing_on(tree: ast.Module, carriers: Carriers) -> Carriers:
    """Functions that hand one of their own parameters on as a rule's name."""
    found: Carriers = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args]
            passed = {rule.id for _, rule in _named(node, carriers) if isinstance(rule, ast.Name)}
            found.update((node.name, names.index(name)) for name in passed if name in names)
    return found
