"""One site a rule: it holds that fault alone, and exactly these problems are told of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.check.problem_reports import ReportFormat, render_report
from generator.features.statistics.audit.weaknesses import WeaknessKind
from tests.conftest import Golden
from tests.faults import VERBS, prepare
from tests.instances import SITES, make_site
from tests.rules import RULES

INVALID = SITES / "invalid"
CASES = sorted(folder.name for folder in INVALID.iterdir())
AUDITED = {f"audit-{kind}": f"Kind.{kind.name}" for kind in WeaknessKind}
"""The red team's tests name what an audit finds by its kind."""
DEFAULT = {"base": "minimal", "verb": "check", "others": ()}


@pytest.mark.parametrize("rule", CASES)
def test_a_fault_is_told_exactly_like_this(rule: str, tmp_path: Path, golden: Golden) -> None:
    case = read_case(INVALID / rule)
    root = make_site(tmp_path / "site", "minimal", case["base"], INVALID / rule)
    with prepare(root, case):
        report = render_report(VERBS[case["verb"]](root), ReportFormat.JSON)
    found = {problem["rule"] for problem in json.loads(report)}
    assert found == {rule, *case["others"]}
    golden(INVALID / rule / "expected.json", report + "\n")


def test_every_rule_in_the_code_has_an_invalid_site_or_a_test_that_names_it() -> None:
    """Sites cannot show what is wrong with a file that another verb is given."""
    tests = "".join(path.read_text("utf-8") for path in SITES.parent.rglob("*.py"))
    unshown = set(RULES) - set(CASES)
    assert set(CASES) <= set(RULES)
    written = {rule: (AUDITED.get(rule, f'"{rule}"'), f"[{rule}]") for rule in unshown}
    assert {rule for rule, names in written.items() if not any(name in tests for name in names)} == set()


def test_every_problem_says_what_is_wrong_and_how_to_mend_it() -> None:
    for rule in CASES:
        for problem in json.loads((INVALID / rule / "expected.json").read_text("utf-8")):
            assert problem["message"].endswith(("。", "？", "）")), rule
            assert problem["hint"].endswith(("。", "？", "）")), rule


def read_case(folder: Path) -> dict[str, Any]:
    """What else than files makes up the fault; usually nothing."""
    file = folder / "case.json"
    return {**DEFAULT, **(json.loads(file.read_text("utf-8")) if file.exists() else {})}
