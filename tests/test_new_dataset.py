"""The test of the design: a new kind of data is one declaration, one template and its files, and no line of Python."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from generator.cli import make_app
from tests.instances import DAY, build, check, files_of
from tests.pages import article
from tests.repositories import edit
from tests.volunteer_teams import NAME, NUANYANG, QIAOSHOU, make_instance

HOUSE = Path(__file__).parents[1]
FILE = f"data/{NAME}/nuanyang.yaml"
CLEAN = 0


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The instance, built; only to be read."""
    root = make_instance(tmp_path_factory.mktemp("built") / "instance")
    assert build(root) == ()
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """One to be changed."""
    return make_instance(tmp_path / "instance")


def run(root: Path, *words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, words), "--root", str(root), "--as-of", DAY.isoformat()])


def page(root: Path, address: str) -> str:
    return article(root / "site", address)


def download(root: Path, name: str) -> str:
    return (root / "site/downloads" / name).read_text("utf-8-sig")


def test_the_generator_does_not_know_it() -> None:
    python = (*(HOUSE / "generator").rglob("*.py"), *(HOUSE / "theme").rglob("*.html"))
    assert not [file for file in python if NAME in file.read_text("utf-8")]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("service: visit", "service: vist", "enum"),
        ("members: 36", "members: 0", "range"),
        ("organization: shili-jijinhui", "organization: shili-jijinhu", "reference-missing"),
        ("phone: 022-示例号码0002", "phone: 五五五", "telephone"),
        ("summary: ", "sumary: ", "unknown-key"),
    ],
)
def test_it_is_validated(root: Path, old: str, new: str, rule: str) -> None:
    edit(root, FILE, old, new)
    assert (rule, FILE, "nuanyang") in {(each.rule.code, each.location.file, each.record) for each in check(root)}


def test_it_is_listed_in_its_order_and_has_a_place_in_the_menu(built: Path) -> None:
    listing = page(built, f"{NAME}/")
    assert 0 < listing.index(NUANYANG) < listing.index(QIAOSHOU)
    assert f'href="../{NAME}/"' in (built / "site/help/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("filter_", "held"),
    [("service/visit", {NUANYANG}), ("service/repair", {QIAOSHOU}), ("district/990101", {NUANYANG, QIAOSHOU})],
)
def test_each_filter_has_a_page_that_holds_the_right_ones(built: Path, filter_: str, held: set[str]) -> None:
    sheet = page(built, f"{NAME}/{filter_}/")
    assert {name for name in (NUANYANG, QIAOSHOU) if name in sheet} == held
    assert f'href="../{NAME}/{filter_}/"' in page(built, f"{NAME}/")


@pytest.mark.parametrize(
    ("other", "words"),
    [("organizations/shili-jijinhui/", "组建的志愿队"), ("divisions/990101001/", "来这里的志愿队")],
)
def test_it_is_linked_both_ways(built: Path, other: str, words: str) -> None:
    here = f"{NAME}/nuanyang/"
    assert f'href="../../{other}"' in page(built, here)
    assert (words in page(built, other), f'href="../../{here}"' in page(built, other)) == (True, True)


def test_its_page_is_drawn_by_its_own_template_and_shows_every_field(built: Path) -> None:
    drawn = page(built, f"{NAME}/nuanyang/")
    assert '<span class="call call--sample">' in drawn
    for shown in ("想请志愿队来帮忙", "每周三上门陪独居老人说话", "上门陪伴", "2021年3月5日", "36 人", "示例街道"):
        assert shown in drawn


def test_it_can_be_downloaded_and_the_data_package_describes_it(built: Path) -> None:
    rows = list(csv.DictReader(download(built, f"{NAME}.csv").splitlines()))
    assert [row["id"] for row in rows] == ["nuanyang", "qiaoshou"]
    assert f'"{NUANYANG}"' in download(built, f"{NAME}.json")
    (resource,) = (
        each for each in json.loads(download(built, "datapackage.json"))["resources"] if each["name"] == NAME
    )
    assert [field["name"] for field in resource["schema"]["fields"]] == list(rows[0])


def test_its_dictionary_explains_every_field(built: Path) -> None:
    dictionary = page(built, f"dictionary/{NAME}/")
    assert all(word in dictionary for word in ("志愿队编号", "第一次出队的日子", "上门修理", f"downloads/{NAME}.csv"))
    assert f'href="../dictionary/{NAME}/"' in page(built, "dictionary/")


def test_it_is_edited_by_a_form_with_its_choices_in_chinese(built: Path) -> None:
    config = json.loads((built / "site/admin/forms/config.json").read_bytes())
    (form,) = (each for each in config["collections"] if each["name"] == NAME)
    fields = {field["name"]: field for field in form["fields"]}
    assert form["folder"] == f"data/{NAME}"
    assert fields["service"]["options"][1] == {"label": "上门修理", "value": "repair"}
    assert "示例慈善基金会" in str(fields["organization"]["options"])


def test_an_editor_helps_with_it(root: Path) -> None:
    assert CliRunner().invoke(make_app(), ["derive", "--root", str(root)]).exit_code == CLEAN
    schema = json.loads((root / f".schemas/{NAME}.json").read_bytes())
    team: dict[str, Any] = yaml.load((root / FILE).read_text("utf-8"), yaml.BaseLoader) | {"members": 36}
    jsonschema.validate(team, schema)
    with pytest.raises(jsonschema.ValidationError, match="vist"):
        jsonschema.validate(team | {"service": "vist"}, schema)


def test_a_filled_in_workbook_becomes_a_record(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "志愿队.xlsx"
    assert run(root, "template", NAME, "-o", file).exit_code == CLEAN
    book = load_workbook(file)
    fill_in(book["志愿队"])
    book.save(file)
    done = run(root, "import", NAME, file, "--write")
    assert (done.exit_code, check(root)) == (CLEAN, ()), done.output
    written = yaml.safe_load((root / f"data/{NAME}/zhiqu.yaml").read_text("utf-8"))
    assert (written["service"], written["organization"]) == ("visit", "shili-jijinhui")


def fill_in(sheet: Any) -> None:
    """One team in the words people use, in the first empty row below the headings."""
    team = {"志愿队编号": "zhiqu", "名称": "示例智趣志愿队", "一句话介绍": "陪孩子下棋。", "所属组织": "示例慈善基金会"}
    team |= {"服务地区": "示例区", "服务内容": "上门陪伴", "队员人数": 8}
    heading = next(row for row in sheet.iter_rows() if "名称" in [str(cell.value).strip("* ") for cell in row])
    columns = {str(cell.value).strip("* "): cell.column for cell in heading}
    for title, value in team.items():
        sheet.cell(sheet.max_row + 1 if title == "志愿队编号" else sheet.max_row, columns[title], value)


def test_a_new_one_is_begun_by_the_command_that_begins_anything(root: Path) -> None:
    assert run(root, "new", "志愿队", "qingfeng").exit_code == CLEAN
    assert (root / f"data/{NAME}/qingfeng.yaml").is_file()


def test_nothing_of_it_is_left_when_its_folder_is_taken_away(built: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(built, tmp_path / "instance", symlinks=True))
    for file in sorted((root / "data" / NAME).iterdir()):
        file.unlink()
    (root / "data" / NAME).rmdir()
    assert [problem.rule.code for problem in build(root)] == ["template-outdated"], "its template is left, and told of"
    (root / f"theme/templates/{NAME}.html").unlink()
    assert build(root) == ()
    assert not [file for file, text in files_of(root / "site").items() if NAME in file or NUANYANG.encode() in text]
