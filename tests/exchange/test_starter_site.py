"""A new site works at once, and nothing that was there before is touched."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from generator.base.house import house_folder
from generator.build.pipeline import check_project, open_project
from generator.cli import make_app
from generator.exchange.starter_site import create_example
from generator.read.national_places import find_cities
from tests.instances import DAY, build, check, files_of, rules, silent
from tests.known import lay_what_is_known


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("started") / "site"
    assert create_example(house_folder(), folder) == ()
    return folder


def test_a_new_site_has_no_problem(started: Path) -> None:
    assert check(started) == ()


def test_a_new_site_can_be_built_at_once(started: Path) -> None:
    assert build(started) == ()
    assert "示例" in (started / "site/index.html").read_text("utf-8")


def test_a_new_site_declares_what_the_house_declares_but_not_what_only_tianjin_has(started: Path) -> None:
    declared = {path.parent.name for path in (house_folder() / "data").rglob("dataset.yaml")}
    begun = {path.parent.name for path in (started / "data").rglob("dataset.yaml")}
    assert begun == declared - {
        "statistical_zones",
        "district_tiles",
    }


def test_law_is_read_from_the_engine_and_not_copied(started: Path) -> None:
    begun = {path.parent.name for path in (started / "data").rglob("*")}
    assert not begun & {"disclosure", "thresholds", "categories", "groups", "household_types", "waiting_bands"}
    project, _ = open_project(started, DAY, None)
    rules = check_project(project, silent).catalogue.with_role("rule")
    assert "annual-report-2026" in rules and "supply-halfyear-2024" not in rules


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    assert create_example(house_folder(), tmp_path) == ()
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("name", [".git", "data", "readme.txt"])
def test_a_folder_that_holds_anything_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("有内容")
    assert rules(create_example(house_folder(), tmp_path)) == ["folder-not-empty"]
    assert files_of(tmp_path) == {name: "有内容".encode()}


def test_a_file_in_place_of_the_folder_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("有内容")
    assert rules(create_example(house_folder(), tmp_path / "a")) == ["folder-not-empty"]


@pytest.fixture(scope="module")
def tianjin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "site"
    assert main_in(folder.parent, "init", folder.name, "--city", "天津", "--as-of", str(DAY)) == 0
    return folder


def main_in(folder: Path, *words: str) -> int:
    """The exit code of the command, given in a folder and without a terminal."""
    command = Path(sys.executable).with_name("mingshan")
    return subprocess.run([command, *words], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True).returncode


def test_a_city_begins_with_its_divisions_and_no_record_of_anybody(tianjin: Path) -> None:
    table = "data/codes/divisions/divisions.csv"
    assert (tianjin / table).read_text("utf-8") == (house_folder() / table).read_text("utf-8")
    assert {path.name for path in (tianjin / "data").rglob("*") if path.is_file()} == {
        *("dataset.yaml", "divisions.csv", "reviewers.csv"),
    }
    assert not [path for path in tianjin.rglob("*") if path.is_file() and "示例市" in path.read_text("utf-8")]
    since = open_project(tianjin, DAY, None)[0].settings.duties_since
    assert since.keys() == {"organization", "project", "place"} and set(since.values()) == {DAY}


def test_what_every_city_is_given_names_no_city_of_ours() -> None:
    shared = [
        path
        for path in (house_folder() / "data").rglob("dataset.yaml")
        if "origin: city" not in path.read_text("utf-8")
    ]
    assert len(shared) > 40
    assert [path for path in shared if re.search("天津|1201[0-9]{2}", path.read_text("utf-8"))] == []


def test_a_city_that_has_nothing_yet_is_built(tianjin: Path) -> None:
    assert rules(check(tianjin)) == ["danger-unconfirmed"]
    build(tianjin)
    front = (tianjin / "site/index.html").read_text("utf-8")
    assert "天津市慈善帮扶公开目录" in front and "演示站点" not in front


def test_a_city_states_what_was_tested_and_promises_nothing_in_its_name(tianjin: Path) -> None:
    build(tianjin)
    for statement in (tianjin / "site/accessibility/index.html", house_folder() / "content/accessibility.md"):
        said = statement.read_text("utf-8")
        assert "axe" in said and "请人试用过" in said and "工作日" not in said
    assert 'href="accessibility/"' in (tianjin / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    # 统计用区划代码 of 石家庄; a county under its province directly; a municipality; part of a name
    [("1301", "1301"), ("石家庄市", "1301"), ("仙桃市", "429004"), ("重庆市", "50"), ("延边", "2224")],
)
def test_a_city_is_known_by_code_or_name(words: str, code: str) -> None:
    assert [each.code for each in find_cities(words)] == [code]


@pytest.mark.parametrize("words", ["和平区", "市辖区", "12010", "阳市", "河北省"])
def test_what_is_no_city_or_more_than_one_is_not_guessed(words: str, tmp_path: Path) -> None:
    assert len(find_cities(words)) != 1
    assert main_in(tmp_path, "init", "new", "--city", words) == 2
    assert not (tmp_path / "new").exists()


def test_without_a_city_and_without_a_terminal_nothing_is_begun(tmp_path: Path) -> None:
    assert main_in(tmp_path, "init", "new") == 2
    assert main_in(tmp_path, "init", "new", "--with-examples") == 0
    assert (tmp_path / "new/data/organizations/shili-jijinhui.yaml").exists()


@pytest.mark.parametrize("article", ["help.md", "complaint.md"])
def test_what_the_law_says_to_those_who_ask_and_complain_is_told_in_every_city(article: str) -> None:
    ours, begun = (house_folder() / folder / article for folder in ("content", "theme/starter/content"))
    assert begun.read_text("utf-8") == ours.read_text("utf-8")
    assert "天津" not in begun.read_text("utf-8")


def _clerk(root: Path, *words: str) -> str:
    """What the clerk reads; every step of the walk succeeds."""
    done = CliRunner().invoke(make_app(), [*words, "--root", str(root), "--as-of", str(DAY)])
    assert done.exit_code == 0, done.output
    return done.output


BY_FILE = {
    "name": "示例苏州慈善会",
    "credit_code": "51320500500000002W",
    "type": "association",
    "charity": "是",
    "public_fundraising": "否",
    "tax_deduction": "否",
    "registrar": "示例市民政局",
    "registered_on": "2015-06-18",
    "district": "320508",
    "street_address": "示例路1号",
    "phone": "0512-示例号码",
    "summary": "帮看病花钱多的家庭。",
    "expertise": "medical",
}
BY_SHEET = {
    "组织编号": "suzhou-2",
    "名称": "示例苏州助老服务社",
    "统一社会信用代码": "52320500MJ0000001H",
    "组织类型": "社会服务机构",
    "慈善组织": "是",
    "公开募捐资格": "否",
    "公益性捐赠税前扣除资格": "否",
    "登记管理机关": "示例市民政局",
    "成立登记日期": "2015/6/18",
    "登记状态": "正常",
    "所在区": "昆山市",
    "办公地址": "示例路2号",
    "联系电话": "0512-示例号码",
    "一句话介绍": "上门照看老人。",
    "专长方向": "照料护理",
}


def _fill(sheet: Path) -> None:
    """The first empty row, as somebody fills it who reads only the heads of columns."""
    book = openpyxl.load_workbook(sheet)
    table = book.worksheets[0]
    for head in table[1]:
        if value := BY_SHEET.get(str(head.value).rstrip("*")):
            table.cell(3, head.column, value)
    book.save(sheet)


def test_a_clerk_of_another_province_publishes_the_first_organisations(tmp_path: Path) -> None:
    """Ten minutes by the public verbs alone: a new city, one organisation by file, one by Excel, check, publish."""
    assert main_in(tmp_path, "init", "site", "--city", "苏州", "--as-of", str(DAY)) == 0
    root, sheet = tmp_path / "site", tmp_path / "表.xlsx"
    filled = [f"--set={field}={value}" for field, value in BY_FILE.items()]
    _clerk(root, "new", "organization", "suzhou-1", *filled)
    _clerk(root, "template", "organization", "--output", str(sheet))
    _fill(sheet)
    _clerk(root, "import", "organization", str(sheet), "--write")
    assert "可以发布" in _clerk(root, "check")
    lay_what_is_known(root)
    _clerk(root, "publish", str(tmp_path / "published"))
    shown = tmp_path / "published/current/organizations"
    assert "姑苏区" in (shown / "suzhou-1/index.html").read_text("utf-8")
    assert "昆山市" in (shown / "suzhou-2/index.html").read_text("utf-8")
