"""What the engine ships for every instance is read with it; an instance adds to it and overrides it."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b
from pathlib import Path

import pytest

from generator.base.house import NATIONAL, engine_root
from generator.build.pipeline import check_project, open_project
from generator.model.record import Record
from generator.model.rule import Severity
from tests.instances import DAY, check, make_site, rules, silent, write
from tests.repositories import make_instance

OWN = "number,name,purpose,hours,always,national,confirmed,confirmed_by\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_site(tmp_path / "site", "complete")


def read(root: Path, dataset: str, as_of: date = DAY) -> dict[str, Record]:
    project, _ = open_project(root, as_of, None)
    return dict(check_project(project, silent).catalogue.records[dataset])


def test_every_instance_has_them_though_its_folder_has_none(root: Path) -> None:
    lines = read(root, "hotlines")
    shipped = (engine_root() / NATIONAL / "hotlines/hotlines.csv").read_text("utf-8").splitlines()[1:]
    assert list(lines) == sorted(row.split(",")[0] for row in shipped if row)
    assert lines["110"].origin.file == "generator/national/hotlines/hotlines.csv"
    assert not (root / "data/hotlines").exists()


def test_an_instance_adds_records_with_a_file_of_its_own(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}022-示例号码0199,示例救助站,没地方睡,,否,否,否,\n")
    lines = read(root, "hotlines")
    assert lines["022-示例号码0199"].origin.file == "data/hotlines/own.csv"
    assert "110" in lines


def test_a_record_of_the_same_key_stands_in_place_of_the_national_one(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}110,示例报警,报警,白天夜里,是,是,是,示例指挥中心\n")
    lines = read(root, "hotlines")
    assert (lines["110"].values["name"], lines["110"].values["confirmed"]) == ("示例报警", True)
    assert "duplicate-id" not in rules(check(root))


def test_a_declaration_of_the_instance_stands_in_place_of_the_national_one(root: Path) -> None:
    text = (engine_root() / NATIONAL / "hotlines/dataset.yaml").read_text("utf-8")
    write(root, "data/hotlines/dataset.yaml", text.replace("title: 求助电话", "title: 示例号码", 1))
    project, _ = open_project(root, DAY, None)
    catalogue = check_project(project, silent).catalogue
    assert catalogue.datasets["hotlines"].title == "示例号码"
    assert "110" in catalogue.records["hotlines"]


def test_what_an_instance_writes_wrong_is_found_in_its_own_file(root: Path) -> None:
    write(root, "data/hotlines/own.csv", f"{OWN}12,示例,示例,,否,否,否,\n")
    (problem,) = [each for each in check(root) if each.location.file.endswith("hotlines/own.csv")]
    assert (problem.rule.code, problem.location.line) == ("pattern", 2)


def test_references_to_what_the_instance_does_not_have_are_plain(root: Path) -> None:
    project, _ = open_project(root, DAY, None)
    checked = check_project(project, silent)
    assert "categories" not in checked.catalogue.datasets
    assert checked.catalogue.datasets["need_kinds"].columns["category"].target is None
    assert not [each for each in checked.problems if each.location.file.startswith(NATIONAL)]


RULE = {
    # 令81 第十三条, as everybody who reads the order finds it; a city that writes sixty days is told
    **{
        "id": "major-event-2026",
        "duty": "major-event",
        "name": "示例",
        "text": "示例要求",
        "act": "公开",
        "who": "示例",
    },
    **{"audience": "public", "subject": "organizations", "trigger": "after", "event": "major-event", "days": "60"},
    **{"nature": "statutory", "law": "《示例》", "valid_from": "2026-01-01", "verified": "否"},
}


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    return make_instance(tmp_path / "starter")


def test_a_rule_that_a_city_changed_is_told_with_both_wordings(starter: Path) -> None:
    write(starter, "data/disclosure/major-event-2026.yaml", "".join(f"{key}: {text}\n" for key, text in RULE.items()))
    (problem,) = check(starter)
    assert (problem.rule.code, problem.severity) == ("national-weakened", Severity.WARNING)
    assert (problem.location.file, problem.record) == ("data/disclosure/major-event-2026.yaml", "major-event-2026")
    assert "日数：引擎自带“30”，本市“60”" in problem.message and "已核对原文：引擎自带“是”，本市“否”" in problem.message


def test_a_remark_that_a_city_changed_is_advice(starter: Path) -> None:
    shipped = (engine_root() / NATIONAL / "disclosure/trust-settlor-2026.yaml").read_text("utf-8")
    write(starter, "data/disclosure/trust-settlor-2026.yaml", f"{shipped}note: 示例备注\n")
    assert [(each.rule.code, each.severity) for each in check(starter)] == [("national-changed", Severity.ADVICE)]


def test_copies_that_old_sites_were_given_are_not_read_and_what_was_changed_in_them_is(starter: Path) -> None:
    # as `mingshan init` wrote it on 2026-11-24: its digest stands in the list of former editions
    assert blake2b(OLD_RULE, digest_size=16).hexdigest() in (engine_root() / NATIONAL / "former.csv").read_text()
    write(starter, "data/disclosure/directed-donors-2024.yaml", OLD_RULE.decode())
    (told,) = check(starter)
    assert (told.rule.code, told.location.file) == ("former-copy", "data/disclosure")
    found = read(starter, "disclosure")["directed-donors-2024"]
    assert found.origin.file.startswith(NATIONAL)
    write(starter, "data/disclosure/directed-donors-2024.yaml", OLD_RULE.decode().replace("及时告知", "告知"))
    assert rules(check(starter)) == ["national-changed"]
    assert read(starter, "disclosure")["directed-donors-2024"].origin.file.startswith("data/")


def test_what_nobody_here_has_a_use_for_is_not_there(root: Path) -> None:
    project, _ = open_project(root, DAY, None)
    datasets = check_project(project, silent).catalogue.datasets
    assert not {"categories", "household_types", "waiting_bands"} & datasets.keys()


OLD_RULE = """\
id: directed-donors-2024
duty: directed-donors
name: 定向募捐告知捐赠人
text: 定向募捐的情况和募得款物的管理使用情况，及时告知捐赠人
act: 告知
who: 开展定向募捐的慈善组织
audience: donors
subject: organizations
requires: [charity]
trigger: standing
nature: statutory
law: 《中华人民共和国慈善法》
article: 第八十条
valid_from: 2024-09-05
verified: 是
note: 告知捐赠人，不是向社会公开；本站不计算。
""".encode()
