"""Plain facts written in a test become a linked catalogue with the instance's real rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.base.house import NATIONAL
from generator.features.duties.obligations import Obligation, find_obligations, open_docket
from generator.features.duties.rulebook import find_duties
from generator.features.duties.rules import Duty
from generator.features.duties.subjects import find_subjects
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.record import Record, Value
from generator.model.table import Origin
from tests.builders import dataset, field

ROOT = Path(__file__).parents[3]
PARENTS = {
    "projects": {"organization": "organizations"},
    "disclosures": {"project": "projects"},
    "reports": {"organization": "organizations"},
    "supply": {"division": "divisions"},
    "lookups": {"rule": "disclosure"},
    "organization_events": {"organization": "organizations"},
    "fundraisings": {"project": "projects"},
    "fundraising_changes": {"project": "projects"},
    "fundraising_partners": {"project": "projects"},
}

NESTED = {"disclosures", "reports", "fundraisings", "fundraising_changes", "fundraising_partners"}

Rows = Mapping[str, Iterable[Mapping[str, Any]]]


@cache
def real_rules() -> tuple[Record, ...]:
    """The rules of the demonstration instance, typed as their declaration types them."""
    files = sorted([*(ROOT / NATIONAL / "disclosure").glob("*.yaml"), *(ROOT / "data/disclosure").glob("*.yaml")])
    written = [yaml.safe_load(file.read_text()) for file in files if file.name != "dataset.yaml"]
    return tuple(record("disclosure", row["id"], row) for row in written)


@cache
def real_duties() -> tuple[Duty, ...]:
    """The duties of the demonstration instance."""
    return find_duties(catalogue({}))


def catalogue(rows: Rows) -> Catalogue:
    """Records with their backlinks; every row needs `id` or, for children, the parent's key besides."""
    records = {name: {found.key: found for found in _records(name, given)} for name, given in rows.items()}
    records["disclosure"] = {rule.key: rule for rule in real_rules()}
    for name in ("organizations", "projects", "divisions", *PARENTS):
        records.setdefault(name, {})
    return Catalogue({name: _declared(name) for name in records}, records, _backlinks(records))


def record(dataset: str, key: str, row: Mapping[str, Any]) -> Record:
    """A record whose values are typed as the check stage would type them."""
    values = {name: _typed(value) for name, value in row.items()}
    return Record(dataset, key, values, Origin(f"data/{dataset}/{key}.yaml"), key)


def obligations(given: Catalogue, key: str, as_of: date) -> dict[str, Obligation]:
    """What stands on one record's page, by duty and occasion (`project-progress/1`, `f01/fundraising-final/-`)."""
    borne = [subject for subject in find_subjects(given) if subject.shown_with[1] == key]
    docket = open_docket(find_duties(given), as_of)
    found = [one for subject in borne for one in find_obligations(docket, subject)]
    return {one.uid.removeprefix(f"{one.subject.dataset}/").replace(f"{key}/", ""): one for one in found}


def _records(dataset: str, rows: Iterable[Mapping[str, Any]]) -> Iterable[Record]:
    parent = next(iter(PARENTS[dataset]), None) if dataset in NESTED else None
    for row in rows:
        yield record(dataset, f"{row[parent]}/{row['id']}" if parent else row["id"], row)


@cache
def _declared(name: str) -> Dataset:
    """A declaration with the role and the kinds of records that the demonstration's names."""
    file = ROOT / f"data/{name}/dataset.yaml"
    if not file.is_file():
        return dataset(name)
    written = yaml.safe_load(file.read_text())
    columns, role = written["schema"]["fields"], written["directory"]["role"]
    kinds = (each.get("categories", ()) for each in columns if each["name"] == "kind")
    known = {kind["value"]: kind["label"] for each in kinds for kind in each}
    return dataset(name, field("kind", categories=known), role=role)


def _backlinks(records: Mapping[str, Mapping[str, Record]]) -> dict[str, dict[str, tuple[Record, ...]]]:
    links: dict[str, dict[str, tuple[Record, ...]]] = {}
    for child, fields in PARENTS.items():
        for name in fields:
            known = links.setdefault(f"{child}.{name}", {})
            for found in records[child].values():
                target = str(found.values[name])
                known[target] = (*known.get(target, ()), found)
    return links


def _typed(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    if isinstance(value, float):
        return Decimal(str(value))
    return {"是": True, "否": False}.get(value, value) if isinstance(value, str) else value
