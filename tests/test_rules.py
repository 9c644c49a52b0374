"""Rules are values, and all of them stand in the one table that help, reports and tests read."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pkgutil import walk_packages

import pytest

import generator
from generator.build.rules import ENGINE
from generator.check.cell_problems import BY_FORMAT
from generator.features import FEATURES
from generator.model.formats import FORMATS
from generator.model.rule import Rule, Severity
from tests.rules import RULES

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
