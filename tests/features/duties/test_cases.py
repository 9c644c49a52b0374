"""The table of hand-computed cases: stories × days → what the engine must say."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.features.duties.verdicts import explain
from tests.features.duties.catalogues import ROOT, catalogue, obligations

CASES = yaml.safe_load((ROOT / "tests/features/duties/cases.yaml").read_text())
ORGANIZATIONS = [{"id": key, "name": key, **facts} for key, facts in CASES["organizations"].items()]


def look_rows(story: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {"year": "2026", "title": each["id"], **each, "occasion": str(each["occasion"])}
        for each in story.get("looks", [])
    ]


def campaign_rows(story: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    names = ("fundraisings", "fundraising_changes", "fundraising_partners")
    return {name: [{"project": "p", "name": each["id"], **each} for each in story.get(name, [])] for name in names}


def project_rows(story: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    disclosures = [{"project": "p", "title": each["id"], **each} for each in story.get("disclosures", [])]
    project = {"id": "p", "name": "p", "fundraising": "none", "occasion": "regular", **story["project"]}
    return {
        "organizations": ORGANIZATIONS,
        "projects": [project],
        "disclosures": disclosures,
        "lookups": look_rows(story),
        **campaign_rows(story),
    }


def report_rows(story: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    reports = [
        {"organization": story["organization"], "title": each["id"], **each} for each in story.get("reports", [])
    ]
    return {"organizations": ORGANIZATIONS, "reports": reports, "lookups": look_rows(story)}


def supply_rows(story: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    supply = [{"id": f"s{number}", "division": "120101", **each} for number, each in enumerate(story["supply"])]
    district = {"id": "120101", "name": "和平区", "level": "district"}
    return {"divisions": [district], "supply": supply, "lookups": look_rows(story)}


def cases() -> list[Any]:
    found = []
    for kind, rows, key in (
        ("projects", project_rows, "p"),
        ("reports", report_rows, None),
        ("districts", supply_rows, "120101"),
    ):
        for story in CASES[kind]:
            for expected in story["expect"]:
                name = f"{story['story']}: {expected[1]} on {expected[0]}"
                found.append(pytest.param(rows(story), key or story.get("organization"), expected, id=name))
    return found


def test_the_table_holds_at_least_sixty_cases() -> None:
    assert len(cases()) >= 60


@pytest.mark.parametrize(("rows", "key", "expected"), cases())
def test_the_engine_agrees_with_the_hand(rows: Any, key: str, expected: list[Any]) -> None:
    as_of, occasion, status, *rest = expected
    found = obligations(catalogue(rows), key, as_of).get(occasion)
    if status == "absent":
        assert found is None
        return
    assert found is not None
    met_by = found.met_by and ("filing" if found.met_by.kind == "filing" else found.met_by.record.rpartition("/")[2])
    if found.met_by and found.met_by.kind == "offer":
        met_by = found.met_by.record.partition("/")[0]
    told = [found.status, found.due, found.days, met_by, found.rule.id]
    assert told[: len(rest) + 1] == [status, *rest]
    assert explain(found).startswith(("按时", "迟", "还有", "今天", "逾期", "本站无记录", "不适用", "条文待核实"))
