"""Directories from elsewhere: what of them comes in, what is refused and why, and that our own comes back the same."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from generator.base.house import house_folder
from generator.build.pipeline import open_project, read_catalogue
from generator.cli import make_app
from generator.exchange.foreign.foreign_mapping import ForeignMapping
from generator.exchange.starter_site import create_example
from generator.features.giving import FEATURE as GIVING
from generator.features.hsds import FEATURE as HSDS
from generator.model.page import Plan
from generator.model.problem import has_errors
from generator.model.record import Record
from generator.model.source import Source
from generator.verbs.import_.foreign import ForeignImport, import_foreign, read_mapping
from tests.instances import check, write

DAY = date(2026, 11, 25)
EXAMPLES = Path(__file__).parents[2] / "standards/hsds/examples"
"""Of the specification, by its authors."""
BROUGHT = ("organization", "project", "window", "offer", "grant")
DEFAULTS = """\
extends: {base}
source: {{title: 示例来源, licence: CC-BY-4.0}}
defaults:
  organization: {{district: "990101"}}
  project: {{category: medical, groups: disability, divisions: "99", starts_on: "2026-01-01"}}
  window: {{division: "990101", phone: "12345"}}
  offer: {{division: "990101", category: living, groups: disability, phone: "12345"}}
terms:
  category: {{Cookery: living, Learning: education}}
"""


WINDOW = {
    **{"id": "990101-07", "name": "示例区社会救助服务中心", "division": "990101", "kind": "district"},
    **{"street_address": "示例大街9号", "hours": "周一至周五 8:30—12:00、13:30—17:30，法定节假日休息"},
    **{"phone": "022-示例号码0009", "step_free": "是", "notes": "门口有坡道", "confirmed_on": "2026-10-01"},
    **{"confirmed_by": "示例窗口岗"},
}
ENTRY = {
    **{"id": "990101-002", "name": "示例上门理发", "summary": "给出不了门的老人上门理发。", "level": "district"},
    **{"category": "living", "form": "service", "status": "paused", "provider_kind": "volunteer"},
    **{"provider": "示例志愿队", "groups": "lonely-elder;disability", "household_types": "empty-nest", "age_min": "60"},
    **{
        "residence": "living",
        "conditions": "自己出不了门",
        "standard": "每月一次",
        "fee": "reduced",
        "fee_note": "收五元",
    },
    **{"amount_max": "50", "quota": "30", "quota_unit": "time", "simplified": "是", "proof": "残疾人证"},
    **{"documents": "身份证", "how_to_apply": "打电话预约。", "processing_days": "3", "phone": "022-示例号码0010"},
    **{
        "url": "https://www.example.org/lifa",
        "valid_from": "2026-07-01",
        "valid_to": "2026-12-31",
        "notes": "节后恢复",
    },
    **{"languages": "英语;粤语", "comes_home": "是", "calls_home": "否", "deaf_friendly": "是"},
    **{"reopens_on": "2026-12-20", "confirmed_on": "2026-10-01", "phone_checked_on": "2026-10-01"},
    **{"phone_checked_by": "示例窗口岗", "confirmed_by": "示例窗口岗"},
}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the engine's own example, with one more window and one more entry, of which much is said."""
    root = tmp_path_factory.mktemp("foreign") / "site"
    assert create_example(house_folder(), root) == ()
    for file, row in (("windows/990101.csv", WINDOW), ("supply/2026H2/990101.csv", ENTRY)):
        table = root / "data" / file
        rows = [*csv.DictReader(io.StringIO(table.read_text("utf-8"))), row]
        names = list(dict.fromkeys(name for each in rows for name in each))
        text = io.StringIO()
        writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        table.write_text(text.getvalue(), "utf-8")
    assert check(root) == ()
    return root


@pytest.fixture
def bare(example: Path, tmp_path: Path) -> Path:
    """The site with its settings, places and codes, and nothing that could be brought in."""
    root = tmp_path / "bare"
    shutil.copytree(example, root)
    project, _ = open_project(root, DAY, None)
    datasets = read_catalogue(project, print).catalogue
    for role in BROUGHT:
        dataset = datasets.dataset_with(role)
        assert dataset is not None
        for file in (root / dataset.folder).rglob("*"):
            if file.is_file() and file.name != "dataset.yaml":
                file.unlink()
    return root


def mapped(base: str, tmp_path: Path, text: str = DEFAULTS) -> ForeignMapping:
    write(tmp_path, "mapping.yaml", text.format(base=base))
    found = read_mapping(base, tmp_path / "mapping.yaml")
    assert isinstance(found, ForeignMapping), found
    return found


def bring(root: Path, source: Path, mapping: ForeignMapping, *, propose: bool = False) -> ForeignImport:
    """Bring a source in and write what it changes."""
    project, _ = open_project(root, DAY, None)
    found = import_foreign(project, read_catalogue(project, lambda _: None).catalogue, source, mapping, propose=propose)
    for name, text in found.files.items():
        write(root, name, text)
    return found


def published(root: Path, feature: Any) -> Mapping[str, str]:
    """By address, everything that a feature gives away."""
    project, _ = open_project(root, DAY, None)
    catalogue = read_catalogue(project, lambda _: None).catalogue
    source = Source(catalogue, Plan((), (), {}), project.settings, DAY, {})
    planned = feature.downloads(catalogue, project.settings)
    return {each.address: str(feature.files[each.format].write(source, each)) for each in planned}


def records(found: ForeignImport, role: str) -> Sequence[Record]:
    return list(found.brought.after.with_role(role).values())


def told(found: ForeignImport, rule: str) -> list[str]:
    return [each.message for each in found.problems if each.rule.code == rule]


def counts(found: ForeignImport) -> dict[str, tuple[int, int]]:
    """By role, how many became records and how many were refused."""
    return {each.role: (each.mapped, sum(map(len, each.refused.values()))) for each in found.brought.reports}


@pytest.mark.parametrize("form", ["json", "tables", "zip"])
def test_what_we_give_away_comes_back_and_is_given_away_the_same(
    form: str, example: Path, bare: Path, tmp_path: Path
) -> None:
    given = published(example, HSDS)
    for address, text in given.items():
        if form == "zip" or ("/tables/" in address) == (form == "tables"):
            write(tmp_path / "given", address, text)
    source = tmp_path / "given"
    if form == "zip":
        source = Path(shutil.make_archive(str(tmp_path / "given"), "zip", source))
    found = bring(bare, source, mapped("hsds", tmp_path))
    assert {role: mapped for role, (mapped, _) in counts(found).items()} == {
        **{"organization": 1, "project": 1, "offer": 2},
        "window": 2 if form != "json" else 1,  # the interface knows only windows where something is on offer
    }
    again = published(bare, HSDS)
    assert set(again) == set(given)
    different = {each for each in given if again[each] != given[each]}
    assert {each for each in different if form != "json" or "/tables/" not in each} == set()
    assert bring(bare, source, mapped("hsds", tmp_path)).files == {}


SERVICE = {
    "id": "5e4b8c1e-0d1c-4f0a-9a53-0c6a5f4d1a01",
    "name": "示例 Lunch Club",
    "description": "A hot meal. " * 20,
    "status": "temporarily closed",
    "minimum_age": 60,
    "wait_time": "two weeks",
    "fees_description": "Free",
    "organization": {"id": "o-1", "name": "示例 Kitchen"},
    "contacts": [{"id": "c-1", "name": "示例某人"}],
    "phones": [{"id": "p-1", "number": "+00 000"}],
    "attributes": [{"id": "a-1", "taxonomy_term": {"id": "t-1", "name": "cookery"}}],
    "service_at_locations": [
        {
            "id": "s-1",
            "location": {
                "id": "l-1",
                "name": "示例 Hall",
                "addresses": [{"id": "d-1", "address_1": "示例 Road 1", "city": "示例 Town"}],
                "schedules": [
                    {"id": "h-1", "byday": "MO,TU,WE", "opens_at": "09:00:00", "closes_at": "17:30:00"},
                    {"id": "h-2", "byday": "SA", "opens_at": "10:00", "closes_at": "12:00"},
                ],
            },
        }
    ],
}


def test_a_foreign_service_becomes_an_entry_and_what_cannot_come_is_told(bare: Path, tmp_path: Path) -> None:
    write(tmp_path, "services.json", json.dumps({"contents": [SERVICE]}))
    found = bring(bare, tmp_path / "services.json", mapped("hsds", tmp_path))
    assert counts(found) == {"organization": (0, 1), "window": (1, 0), "offer": (1, 0)}
    (entry,) = records(found, "offer")
    expected = {
        **{"uuid": SERVICE["id"], "name": "示例 Lunch Club", "provider": "示例 Kitchen", "status": "paused"},
        **{"category": "living", "age_min": 60, "fee": "free", "phone": "12345", "division": "990101"},
        **{"level": "district", "period": "2026H2", "organization": None},
    }
    assert {name: entry.values[name] for name in expected} == expected
    assert len(str(entry.values["summary"])) == 120
    (window,) = records(found, "window")
    assert window.values["hours"] == "周一至周三 9:00—17:30；周六 10:00—12:00"
    assert any("统一社会信用代码" in each for each in told(found, "record-refused"))
    assert any("写的是个人" in each for each in told(found, "record-refused"))
    assert "“咨询电话”有 1 处" in "".join(told(found, "value-left-out"))
    assert "service.wait_time" in "".join(told(found, "field-unmapped"))
    texts = "".join(found.files.values())
    assert "示例某人" not in texts and "+00 000" not in texts
    assert not has_errors(check(bare))


@pytest.mark.parametrize("form", ["csv", "service_full.json", "organization_full.json"])
def test_the_examples_of_the_specification_come_in(form: str, bare: Path, tmp_path: Path) -> None:
    """One service of one organisation at one place, by other people; what is expected was read in their files."""
    found = bring(bare, EXAMPLES / form, mapped("hsds", tmp_path))
    (entry,) = records(found, "offer")
    expected = {
        **{"uuid": "ac148810-d857-441c-9679-408f346de14b", "name": "Community Counselling", "status": "open"},
        **{
            "provider": "Example Organization Inc.",
            "age_min": 12,
            "age_max": 100,
            "url": "http://example.com/counselling",
        },
        **{"confirmed_on": date(2005, 1, 1), "organization": None},
    }
    assert {name: entry.values[name] for name in expected} == expected
    (window,) = records(found, "window")
    assert (window.values["name"], window.values["uuid"]) == (
        "MyCity Civic Center",
        "3a19ff88-4620-4d17-9830-ac1d859eb5d5",
    )
    texts = "".join(found.files.values())
    assert "Ann Persona" not in texts and "email@example.com" not in texts
    assert any("联系人" in each for each in told(found, "record-refused"))
    assert bring(bare, EXAMPLES / form, mapped("hsds", tmp_path)).files == {}


def test_a_source_with_no_uuids_is_known_again_and_updates(bare: Path, tmp_path: Path) -> None:
    """Tables of version 1, in which the hours of days stand one by one and ids are numbers."""
    folder = tmp_path / "old"
    write(folder, "organizations.csv", "id,name,description\n7,示例 Shelter,We help.\n")
    write(folder, "services.csv", "id,organization_id,name,description,fees\n70,7,示例 Beds,A bed for a night.,\n")
    write(folder, "eligibility.csv", "id,service_id,eligibility\n1,70,Adults\n")
    mapping = mapped("hsds", tmp_path)
    (first,) = records(bring(bare, folder, mapping), "offer")
    assert (first.values["provider"], first.values["conditions"]) == ("示例 Shelter", "Adults")
    write(folder, "services.csv", "id,organization_id,name,description,fees\n70,7,示例 Beds,A bed for a week.,\n")
    found = bring(bare, folder, mapping)
    (report,) = (each for each in found.brought.reports if each.role == "offer")
    assert (report.added, report.changed, report.kept) == (0, 1, 0)
    (again,) = records(found, "offer")
    assert (again.key, again.values["uuid"], again.values["summary"]) == (
        first.key,
        first.values["uuid"],
        "A bed for a week.",
    )


def test_what_looks_like_a_person_does_not_come_along(bare: Path, tmp_path: Path) -> None:
    """A private mailbox in an optional field costs that field, in one that must be filled the record."""
    service = {**SERVICE, "alert": "写信给 shili1988@qq.com", "contacts": [], "id": "x-1"}
    write(tmp_path, "services.json", json.dumps([service, {**service, "id": "x-2", "name": "shili1988@qq.com"}]))
    found = bring(bare, tmp_path / "services.json", mapped("hsds", tmp_path))
    assert counts(found)["offer"] == (1, 1)
    assert "@qq.com" not in "".join(found.files.values())


GRANT = {
    "id": "360G-shili-1",
    "title": "示例 Grant",
    "description": "New chairs.",
    "currency": "CNY",
    "amountAwarded": 1200.5,
    "awardDate": "2026-03-01T00:00:00Z",
    "fundingOrganization": [{"id": "GB-SHILI-1", "name": "示例 Funder"}],
    "recipientOrganization": [{"id": "GB-SHILI-2", "name": "示例 Club"}],
    "plannedDates": [{"startDate": "2026-04-01", "endDate": "2026-09-30"}],
}


def test_grants_come_in_persons_and_other_money_do_not(bare: Path, tmp_path: Path) -> None:
    person = {**GRANT, "id": "360G-shili-2", "recipientIndividual": {"id": "i-1", "name": "示例某人"}}
    pounds = {**GRANT, "id": "360G-shili-3", "currency": "GBP", "awardDate": "05/06/2014"}
    write(tmp_path, "grants.json", json.dumps({"grants": [GRANT, person, pounds]}))
    mapping = read_mapping("360giving", None)
    assert isinstance(mapping, ForeignMapping)
    found = bring(bare, tmp_path / "grants.json", mapping)
    assert counts(found) == {"grant": (2, 0)}
    yuan, other = records(found, "grant")
    assert (str(yuan.values["amount"]), yuan.values["recipient"]) == ("1200.5", "示例 Club")
    assert (yuan.values["granted_on"], other.values["granted_on"]) == (date(2026, 3, 1), date(2014, 6, 5))
    assert other.values["amount"] is None and "1200.5 GBP" in str(other.values["description"])
    assert "给个人的资助" in "".join(told(found, "record-refused"))
    assert "示例某人" not in "".join(found.files.values())
    assert check(bare) == ()
    (grant,) = json.loads("".join(published(bare, GIVING).values()) or '{"grants": [{}]}')["grants"]
    assert grant == {} or grant["recipientOrganization"][0]["name"] == "示例 Club"


def test_a_grant_keeps_the_id_it_came_with_and_is_known_again_by_it(bare: Path, tmp_path: Path) -> None:
    file, mapping = tmp_path / "grants.json", read_mapping("360giving", None)
    assert isinstance(mapping, ForeignMapping)
    write(tmp_path, file.name, json.dumps({"grants": [GRANT | {"id": "360G-Shili-A/7"}]}))
    (first,) = records(bring(bare, file, mapping), "grant")
    write(tmp_path, file.name, json.dumps({"grants": [GRANT | {"id": "360G-Shili-A/7", "title": "示例 Chairs"}]}))
    found = bring(bare, file, mapping)
    (report,) = found.brought.reports
    assert (report.added, report.changed, report.kept) == (0, 1, 0)
    (again,) = records(found, "grant")
    assert (again.key, again.values["title"]) == (first.key, "示例 Chairs")
    settings = (bare / "mkdocs.yml").read_text("utf-8").replace('grant_prefix: ""', 'grant_prefix: "360G-own"')
    write(bare, "mkdocs.yml", settings)
    (grant,) = json.loads("".join(published(bare, GIVING).values()))["grants"]
    assert grant["id"] == "360G-Shili-A/7"


def archive(file: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return file


@pytest.mark.parametrize(
    "members",
    [("../../services.csv",), ("/services.csv",), tuple(f"{number}.csv" for number in range(5_001))],
    ids=["upwards", "absolute", "too many"],
)
def test_an_archive_that_could_do_harm_is_not_read(members: Sequence[str], bare: Path, tmp_path: Path) -> None:
    packed = archive(tmp_path / "a.zip", dict.fromkeys(members, b"id,name\n1,x\n"))
    found = bring(bare, packed, mapped("hsds", tmp_path))
    assert (found.files, len(told(found, "source-unreadable"))) == ({}, 1)


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"weather": "fine"}'])
def test_what_is_no_data_of_the_format_is_told(text: str, bare: Path, tmp_path: Path) -> None:
    write(tmp_path, "services.json", text)
    found = bring(bare, tmp_path / "services.json", mapped("hsds", tmp_path))
    assert found.files == {} and told(found, "source-unreadable")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("extends: nothing", "extends"),
        ("extends: hsds\nrecords: {weather: {from: service}}", "records.weather"),
        ("extends: hsds\nrecords: {offer: {fields: {name: 'a..b'}}}", "records.offer.fields.name"),
        ("extends: hsds\nrecords: {offer: {fields: {name: {first: [name], wrong: 1}}}}", "records.offer.fields.name"),
        ("extends: hsds\ndefaults: {weather: {a: b}}", "defaults.weather"),
        ("extends: hsds\ncolour: red", "colour"),
        ("extends: 360giving", "format"),
        ("extends: ../../secret", "extends"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_told_by_its_place(text: str, where: str, tmp_path: Path) -> None:
    write(tmp_path, "m.yaml", text)
    found = read_mapping("hsds", tmp_path / "m.yaml")
    assert not isinstance(found, ForeignMapping)
    assert [each.rule.code for each in found] == ["mapping-fault"] and where in found[0].message


def test_a_mapping_names_fields_and_codes_that_this_site_has(bare: Path, tmp_path: Path) -> None:
    write(tmp_path, "services.json", json.dumps([SERVICE]))
    text = DEFAULTS.replace("Cookery: living", "Cookery: food") + "records: {{offer: {{fields: {{colour: name}}}}}}\n"
    found = bring(bare, tmp_path / "services.json", mapped("hsds", tmp_path, text))
    assert len(told(found, "mapping-fault")) == 2 and found.files == {}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, words), "--as-of", DAY.isoformat()])


def test_a_table_seen_first_gets_a_mapping_then_a_preview_then_comes_in(bare: Path, tmp_path: Path) -> None:
    """Headings that we know are mapped by themselves; the rest is left to whoever looks at the proposal."""
    rows = [
        ["名称", "提供单位", "简介", "电话", "颜色"],
        ["示例送餐", "示例食堂", "每天一顿热饭。", "022-示例号码", "红"],
    ]
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    write(tmp_path, "offers.csv", text.getvalue())
    words = ("import", "--from", "csv", tmp_path / "offers.csv", "--root", bare)
    mapping = tmp_path / "m.yaml"
    assert run(*words, "--write").exit_code == 2
    assert run(*words, "--mapping", mapping).exit_code == 0
    proposed = mapping.read_text("utf-8")
    assert "name: 名称" in proposed and "颜色" not in proposed and "phone: 电话" in proposed
    before = set(bare.rglob("data/**/*.csv"))
    filled = proposed.replace("standard: ''", "standard: 每天一份").replace("how_to_apply: ''", "how_to_apply: 打电话")
    mapping.write_text(filled, "utf-8")
    preview = run(*words, "--mapping", mapping)
    assert preview.exit_code == 0 and "能导入 1" in preview.output and "颜色" in preview.output
    assert set(bare.rglob("data/**/*.csv")) == before
    done = run(*words, "--mapping", mapping, "--write")
    assert done.exit_code == 0 and "已写入 1 份文件" in done.output
    assert not has_errors(check(bare))
    assert "没有变化" in run(*words, "--mapping", mapping, "--write").output


def test_a_package_is_read_by_its_description(bare: Path, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    resources = [{"name": "club", "path": "data/a.csv"}, {"name": "out", "path": "../secret.csv"}]
    write(folder, "datapackage.json", json.dumps({"resources": resources}))
    write(folder, "data/a.csv", "提供单位,名称,简介\n示例社,示例活动,一起唱歌\n")
    write(folder, "data/b.csv", "提供单位,名称,简介\n示例社,没有列出的,一起唱歌\n")
    write(tmp_path, "secret.csv", "提供单位,名称,简介\n示例社,外面的,一起唱歌\n")
    mapping = read_mapping("datapackage", None)
    assert isinstance(mapping, ForeignMapping)
    found = bring(bare, folder, mapping, propose=True)
    assert "from: club" in found.proposal
    assert [each.read for each in found.brought.reports] == [1]
