"""Contradictions between records are told, but not those that another fault explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.instances import check, make_site, rules, write

PROJECT = """name: 示例项目
organization: shili
status: running
starts_on: 2026-01-01
fundraising: none
disclosures:
  - {id: d1, kind: project-progress, published_on: %s}
  - {id: d2, kind: project-progress, published_on: 2026-04-11, correction_of: d1, correction_note: 数字写错。}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "minimal", "charity")


def test_a_record_that_contradicts_another_is_told(root: Path) -> None:
    write(root, "data/projects/p1.yaml", PROJECT % "2026-04-12")
    assert rules(check(root)) == ["correction-before-original"]


def test_a_record_left_out_for_its_own_fault_is_not_missed_again(root: Path) -> None:
    write(root, "data/projects/p1.yaml", PROJECT % "2026-04-31")
    assert rules(check(root)) == ["type"]


def test_without_all_datasets_nothing_is_called_a_contradiction(root: Path) -> None:
    write(root, "data/projects/p1.yaml", PROJECT % "2026-04-12")
    write(root, "data/reports/dataset.yaml", "name: reports\n- broken\n")
    assert rules(check(root)) == ["yaml-syntax"]


def test_a_partner_with_a_fault_of_its_own_may_be_the_qualified_one(root: Path) -> None:
    write(root, "data/projects/p1.yaml", "name: 示例项目\norganization: shili\nfundraising: public\n")
    write(root, "data/organizations/shili.yaml", "name: 示例慈善组织\nregistered_on: 昨天\n")
    assert rules(check(root)) == ["type"]
