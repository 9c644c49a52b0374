"""Rules are values, and all of them stand in the one table that help, reports and tests read."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

import pytest

import generator
from generator.base.house import house_folder
from generator.build.rules import ENGINE
from generator.check.cell_problems import BY_FORMAT
from generator.features import FEATURES
from generator.model.formats import FORMATS
from generator.model.rule import Rule, Severity
from tests.rules import RULES

MAKERS = {"Problem", "Finding"}
PLACING: Mapping[str, str] = {
    "generator/model/finding.py": "puts a finding at its place, in the words it came with",
    "generator/features/changes/review_documents.py": "reads the problems that another job wrote down",
}
"""Modules besides `*problems.py` that make problems, and why: neither has words of its own."""
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ANYTHING = FORMATS["paragraphs"].fits


def defined() -> dict[str, set[str]]:
    """Every rule that some module names, by its code, with the codes' constants."""
    found: dict[str, set[str]] = {}
    for each in walk_packages(generator.__path__, "generator."):
        for name, value in vars(import_module(each.name)).items():
            if isinstance(value, Rule):
                found.setdefault(value.code, set()).add(name)
    return found


def test_every_rule_stands_in_exactly_one_table_under_a_code_of_its_own() -> None:
    tables = (*ENGINE, *(rule for feature in FEATURES for rule in feature.rules))
    assert {code: count for code, count in Counter(rule.code for rule in tables).items() if count > 1} == {}
    assert set(defined()) == set(RULES)


def test_a_rule_is_called_in_the_code_as_in_reports() -> None:
    """Whoever reads a code in a report finds it by searching for the same word."""
    assert {code: names for code, names in defined().items() if names != {code.upper().replace("-", "_")}} == {}


def test_every_format_that_a_value_can_miss_has_its_rule() -> None:
    assert set(BY_FORMAT) == {name for name, each in FORMATS.items() if each.fits is not ANYTHING}


def test_rules_have_places_of_their_own_in_a_chapter() -> None:
    assert len({(rule.chapter, rule.rank) for rule in RULES.values()}) == len(RULES)
    assert len({rule.chapter.rank for rule in RULES.values()}) == len({rule.chapter for rule in RULES.values()})


def test_a_rule_weighs_otherwise_only_where_it_says_so() -> None:
    assert RULES["encoding"].at(Severity.WARNING).severity is Severity.WARNING
    with pytest.raises(ValueError, match="unsafe-key"):
        RULES["unsafe-key"].at(Severity.ADVICE)


@cache
def modules() -> Mapping[str, Sequence[ast.AST]]:
    """All that stands in the generator but where the words of problems do, by path."""
    root = house_folder()
    files = (path for path in (root / "generator").rglob("*.py") if not path.stem.endswith("problems"))
    return {path.relative_to(root).as_posix(): [*ast.walk(ast.parse(path.read_text("utf-8")))] for path in files}


def calls(nodes: Sequence[ast.AST]) -> Iterator[tuple[str, ast.Call]]:
    """Every call of something by its name, with the name that it begins with: `words` of `words.unsafe_key()`."""
    for each in nodes:
        if isinstance(each, ast.Call):
            begun = each.func.value if isinstance(each.func, ast.Attribute) else each.func
            if isinstance(begun, ast.Name):
                yield begun.id, each


def told_by(nodes: Sequence[ast.AST]) -> set[str]:
    """The names that a module has from where problems are made."""
    imports = [each for each in nodes if isinstance(each, ast.ImportFrom)]
    return {
        name.asname or name.name
        for each in imports
        for name in each.names
        if (each.module or "").endswith("problems") or name.name.endswith("problems")
    }


def words_in(call: ast.Call) -> Iterator[str]:
    """Chinese that is written out among the arguments of a call."""
    for argument in (*call.args, *(each.value for each in call.keywords)):
        for node in ast.walk(argument):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CHINESE.search(node.value):
                yield node.value


def test_what_a_problem_says_stands_beside_its_rule() -> None:
    """Stages and calculations name the fault and its values, by a function of typed values; only that makes words."""
    made = {path for path, nodes in modules().items() if MAKERS & {name for name, _ in calls(nodes)}}
    assert made == PLACING.keys()


def test_nobody_changes_what_a_problem_says() -> None:
    found = {
        path
        for path, nodes in modules().items()
        for name, call in calls(nodes)
        if name == "replace" and {each.arg for each in call.keywords} & {"message", "hint"}
    }
    assert found == set()


def test_nobody_hands_words_to_a_problem() -> None:
    found = set()
    for path, nodes in modules().items():
        told = told_by(nodes)
        found |= {f"{path}: {words}" for name, call in calls(nodes) if name in told for words in words_in(call)}
    assert found == set()
