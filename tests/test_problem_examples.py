"""What the pages of problems show is what the tests run: real files, real messages, really mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.read.examples import EXAMPLES_FILE
from tests.conftest import Golden
from tests.examples import INVALID, MENDED, mend, render_examples
from tests.faults import VERBS, prepare
from tests.instances import make_site, rules
from tests.rules import RULES
from tests.test_invalid_sites import read_case

MENDABLE = sorted(folder.name for folder in MENDED.iterdir())


def test_the_examples_shipped_with_the_engine_are_the_sites_of_the_tests(golden: Golden) -> None:
    golden(EXAMPLES_FILE, render_examples())


@pytest.mark.parametrize("rule", MENDABLE)
def test_the_good_example_mends_the_fault(rule: str, tmp_path: Path) -> None:
    case = read_case(INVALID / rule)
    root = make_site(tmp_path / "site", "minimal", case["base"], INVALID / rule)
    with prepare(root, case):
        mend(root, rule)
        problems = VERBS[case["verb"]](root)
    assert rules(problems) == []


def test_every_page_shows_something_wrong_and_something_right() -> None:
    """The tests' own files where the fault is in a file, words where it is not."""
    for rule, explanation in RULES.items():
        by_hand = bool(explanation.bad and explanation.good)
        assert by_hand != (rule in MENDABLE), rule


def test_explanations_are_sentences_for_people() -> None:
    for rule, explanation in RULES.items():
        assert explanation.title and not explanation.title.endswith("。"), rule
        assert explanation.cause.endswith("。") and explanation.mending.endswith("。"), rule
        assert explanation.bad != explanation.good or rule in MENDABLE, rule
