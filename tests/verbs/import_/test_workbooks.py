"""Workbooks of every kind: out of the data, into people's hands, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner, Result

from generator.base.cache import Cache
from generator.build.declaring import load_datasets
from generator.build.pipeline import open_project, read_catalogue
from generator.cli import make_app
from generator.exchange.fillable_workbooks import records_workbook, template_workbook
from generator.model.catalogue import Catalogue
from generator.model.problem import has_errors
from generator.verbs.merge import Merge, merge_workbook
from tests.demonstration import copy_demonstration
from tests.exchange.written import workbook
from tests.instances import make_site
from tests.projects import BY_HAND, FILE, said_of
from tests.repositories import edit

HOUSE = Path(__file__).parents[3]
DAY = date(2026, 11, 25)
CLEAN, PROBLEMS = 0, 1
MOST = 400
"""Rows of each kind that are written here: fifteen thousand figures come and go as four hundred do."""
Change = Callable[[Workbook], None]


def read(root: Path) -> Catalogue:
    project, _ = open_project(root, DAY, None)
    return read_catalogue(project, lambda _what: None).catalogue


@pytest.fixture(scope="module")
def house() -> Catalogue:
    return read(HOUSE)


DECLARED, _ = load_datasets(HOUSE, Cache(HOUSE / ".mingshan" / "records"))
KINDS = sorted(each.name for each in DECLARED if each.directory.nesting is None)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, words), "--as-of", "2026-11-25"])


def export(catalogue: Catalogue, kind: str, file: Path) -> None:
    """What `mingshan export` writes, without reading everything again for each kind."""
    records = islice(catalogue.records[kind].values(), MOST)
    file.write_bytes(records_workbook(catalogue, catalogue.datasets[kind], records, DAY))


def test_the_verb_exports_the_same(copy: Path, tmp_path: Path) -> None:
    assert run("export", "projects", "-o", tmp_path / "typed.xlsx", "--root", copy).exit_code == CLEAN
    export(read(copy), "projects", tmp_path / "called.xlsx")
    assert (tmp_path / "typed.xlsx").read_bytes() == (tmp_path / "called.xlsx").read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_exported_comes_back_without_a_change(kind: str, house: Catalogue, tmp_path: Path) -> None:
    export(house, kind, tmp_path / "all.xlsx")
    merge = merge_workbook(house, house.datasets[kind], tmp_path / "all.xlsx", 5)
    nested = (each for each in house.datasets.values() if each.directory.nesting)
    children = [each.name for each in nested if each.directory.nesting and each.directory.nesting.dataset == kind]
    assert (merge.problems, merge.files) == ((), {})
    assert merge.rows == sum(min(len(house.records[name]), MOST) for name in (kind, *children))


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_template_brings_nothing_and_nothing_is_wrong_with_it(
    kind: str, house: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "empty.xlsx").write_bytes(template_workbook(house, house.datasets[kind], DAY))
    merge = merge_workbook(house, house.datasets[kind], tmp_path / "empty.xlsx", 5)
    assert (merge.problems, merge.files, merge.rows) == ((), {}, 0)


def test_a_template_helps_whoever_fills_it_in(house: Catalogue) -> None:
    content = template_workbook(house, house.datasets["projects"], DAY)
    book = load_workbook(BytesIO(content))
    sheet = book["慈善项目"]
    names = ["募捐方案的变更", "募捐合作方", "公开募捐活动"]
    assert book.sheetnames == ["慈善项目", "公开记录", "项目评估", *names, "可选值"]
    assert [cell.value for cell in sheet[1]][:3] == ["项目编号*", "项目名称*", "实施组织*"]
    assert str(sheet["A2"].value).startswith("示例行")
    assert sheet.freeze_panes == "B2"
    assert "单位元" in sheet.cell(1, headings(sheet)["预算*"]).comment.text
    offered = {str(each.sqref).partition("2")[0]: each for each in sheet.data_validations.dataValidation}
    assert choices(book, offered[letter(sheet, "帮扶类别*")].formula1)[0] == "医疗救助"
    assert choices(book, offered[letter(sheet, "品牌项目*")].formula1) == ["是", "否"]
    assert content == template_workbook(house, house.datasets["projects"], DAY)


def headings(sheet: Worksheet) -> Mapping[str, int]:
    return {str(cell.value): cell.column for cell in sheet[1]}


def letter(sheet: Worksheet, heading: str) -> str:
    return str(sheet.cell(1, headings(sheet)[heading]).column_letter)


def choices(book: Workbook, formula: str) -> list[str]:
    return [str(cell.value) for (cell,) in book["可选值"][formula.partition("!")[2].replace("$", "")]]


def fill(sheet: Worksheet, row: int, **cells: object) -> None:
    """Write cells by their headings, without the star that marks required ones."""
    columns = {heading.rstrip("*"): column for heading, column in headings(sheet).items()}
    for heading, value in cells.items():
        sheet.cell(row, columns[heading]).value = value


PROJECT = {
    **{"项目编号": "p2026-099", "项目名称": "示例助餐项目", "实施组织": "示例邻里互助服务社", "帮扶类别": "生活服务"},
    **{
        "帮扶对象": "独居和空巢老年人；失能和高龄老年人",
        "实施地区": "北辰区",
        "状态": "进行中",
        "开始日期": "2026年3月1日",
    },
    "一句话介绍": "独居老人中午吃一顿热饭，出不了门的送到家。",
    "项目内容": "社区食堂每天中午开饭。\n\n出不了门的老人，由志愿者送到家。",
    **{
        "开展时机": "日常",
        "品牌项目": "否",
        "重大慈善项目": "否",
        "预算": "３６０，０００.５０元",
        "募捐方式": "不募捐",
    },
    **{
        "接受个人申请": "是",
        "怎么申请": "带身份证到社区食堂登记，当天就能吃。",
        "咨询电话": "022-示例号码0108",
    },
}
DISCLOSURE = {
    **{"所属项目": "p2026-099", "记录编号": "d01", "公开内容": "项目实施情况（阶段）"},
    **{"标题": "2026年3月至5月项目实施情况", "公布日期": date(2026, 6, 5), "情况起": "2026/3/1", "情况止": "20260531"},
    **{"数字口径": "本期数", "支出": 81000, "受助人数": "96人"},
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The house's data in a folder of its own."""
    return copy_demonstration(tmp_path / "copy")


def test_a_project_made_in_excel_is_the_one_written_by_hand(copy: Path, tmp_path: Path) -> None:
    run("template", "projects", "-o", tmp_path / "project.xlsx", "--root", copy)
    book = load_workbook(tmp_path / "project.xlsx")
    fill(book["慈善项目"], 3, **PROJECT)
    fill(book["公开记录"], 3, **DISCLOSURE)
    book.save(tmp_path / "project.xlsx")
    preview = run("import", "projects", tmp_path / "project.xlsx", "--root", copy)
    assert (preview.exit_code, (copy / FILE).exists()) == (CLEAN, False), preview.output
    assert "新增 示例助餐项目：独居老人中午吃一顿热饭，出不了门的送到家。" in preview.output
    assert run("import", "projects", tmp_path / "project.xlsx", "--root", copy, "--write").exit_code == CLEAN
    by_excel = said_of(read(copy))
    (copy / FILE).write_text(BY_HAND, "utf-8")
    assert by_excel == said_of(read(copy))


def merged(house: Catalogue, folder: Path, change: Change, kind: str = "projects") -> Merge:
    """What an export with some change in it would do."""
    export(house, kind, folder / "changed.xlsx")
    book = load_workbook(folder / "changed.xlsx")
    change(book)
    book.save(folder / "changed.xlsx")
    return merge_workbook(house, house.datasets[kind], folder / "changed.xlsx", 5)


def told(merge: Merge) -> list[tuple[str, str | None]]:
    return [(problem.rule.code, problem.location.cell) for problem in merge.problems]


def test_a_fault_is_told_by_its_cell(house: Catalogue, tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        fill(book["慈善项目"], 5, 状态="还在做", 预算="五十万", 实施组织="示例没有这个会")
        fill(book["公开记录"], 2, 公布日期="2026-02-30")

    merge = merged(house, tmp_path, spoil)
    place = {title: load_workbook(tmp_path / "changed.xlsx")[title] for title in ("慈善项目", "公开记录")}
    assert told(merge) == [
        ("enum", f"{letter(place['慈善项目'], '状态*')}5"),
        ("type", f"{letter(place['慈善项目'], '预算*')}5"),
        ("type", f"{letter(place['公开记录'], '公布日期*')}2"),
    ]


def test_formulas_that_nobody_calculated_and_errors_are_not_taken_for_empty_cells(
    house: Catalogue, tmp_path: Path
) -> None:
    def calculate(book: Workbook) -> None:
        fill(book["慈善项目"], 3, 剩余财产="=1+1")
        fill(book["慈善项目"], 4, 预算="#N/A")

    merge = merged(house, tmp_path, calculate)
    sheet = load_workbook(tmp_path / "changed.xlsx")["慈善项目"]
    assert told(merge) == [
        ("formula-unread", f"{letter(sheet, '剩余财产')}3"),
        ("formula-unread", f"{letter(sheet, '预算*')}4"),
        ("required", f"{letter(sheet, '预算*')}4"),
    ]


def test_a_hidden_sheet_is_not_read_and_the_sender_is_told(house: Catalogue, tmp_path: Path) -> None:
    def hide(book: Workbook) -> None:
        book["公开记录"].sheet_state = "hidden"

    merge = merged(house, tmp_path, hide)
    assert (merge.files, [problem.rule.code for problem in merge.problems]) == ({}, ["hidden-sheet"])


def test_merged_cells_say_the_same_in_each_row(house: Catalogue, tmp_path: Path) -> None:
    def join(book: Workbook) -> None:
        sheet = book["慈善项目"]
        column = headings(sheet)["资金来源"]
        fill(sheet, 2, 资金来源="示例捐赠")
        sheet.merge_cells(start_row=2, end_row=4, start_column=column, end_column=column)

    merge = merged(house, tmp_path, join)
    changed = [
        record for key, record in merge.after.records["projects"].items() if record.values["funding"] == "示例捐赠"
    ]
    assert (merge.problems, len(changed), len(merge.files)) == ((), 3, 3)


def test_what_the_workbook_leaves_out_stays_as_it_is(house: Catalogue, tmp_path: Path) -> None:
    def cut(book: Workbook) -> None:
        sheet = book["慈善项目"]
        sheet.delete_rows(4, 100)
        for heading in ("怎么申请", "项目内容", "咨询电话"):
            sheet.delete_cols(headings(sheet)[heading])
        del book["公开记录"]
        fill(sheet, 2, 资金来源="示例捐赠", 项目网页=None)

    merge = merged(house, tmp_path, cut)
    (file,) = merge.files
    key = Path(file).stem
    before, after = (each.records["projects"][key].values for each in (house, merge.after))
    assert merge.problems == ()
    assert {name for name in after if after[name] != before[name]} <= {"funding", "url"}
    assert after["url"] is None
    assert merge.files[file].count("\n  - id: d") == (HOUSE / file).read_text("utf-8").count("\n  - id: d")


def test_a_key_that_leads_out_of_the_folder_is_refused(house: Catalogue, tmp_path: Path) -> None:
    def escape(book: Workbook) -> None:
        fill(book["服务窗口"], 2, 文件所属区="../../evil")

    merge = merged(house, tmp_path, escape, "windows")
    assert has_errors(merge.problems)
    assert merge.files == {}


@pytest.mark.parametrize("area", ["../evil", "a/b", "甲？", None])
def test_a_row_whose_file_could_not_be_named_is_refused(tmp_path: Path, area: str | None) -> None:
    root = make_site(tmp_path / "site", "minimal")
    (root / "data/notes/n1.yaml").unlink()
    edit(root, "data/notes/dataset.yaml", 'path: "{id}.yaml"', 'path: "{area}.csv"')
    edit(root, "data/notes/dataset.yaml", "  fields:\n", "  fields:\n    - {name: area, type: string, title: 片区}\n")
    (tmp_path / "notes.xlsx").write_bytes(
        workbook(["片区", "编号", "名称"], ["东", "n1", "示例一"], [area, "n2", "示例二"])
    )
    said = run("import", "notes", tmp_path / "notes.xlsx", "--root", root, "--write")
    assert (said.exit_code, [file.name for file in (root / "data/notes").iterdir()]) == (PROBLEMS, ["dataset.yaml"])
    assert "no-file-name" in said.stdout and "A3" in said.stdout


def test_text_that_looks_like_a_formula_stays_text(house: Catalogue, copy: Path, tmp_path: Path) -> None:
    words = '=HYPERLINK("https://example.org")'
    project = copy / "data/projects/p2026-001.yaml"
    project.write_text(
        project.read_text("utf-8").replace("\nsummary: ", f"\nstatus_note: '{words}'\nsummary: "), "utf-8"
    )
    assert run("export", "projects", "-o", tmp_path / "x.xlsx", "--root", copy).exit_code == CLEAN
    sheet = load_workbook(tmp_path / "x.xlsx")["慈善项目"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == words]
    assert [cell.data_type for cell in cells] == ["s"]
    catalogue = read(copy)
    assert merge_workbook(catalogue, catalogue.datasets["projects"], tmp_path / "x.xlsx", 5).files == {}


def test_a_file_with_errors_of_its_own_is_not_written_over(copy: Path, tmp_path: Path) -> None:
    """Rows that could not be read would be lost."""
    run("export", "windows", "-o", tmp_path / "w.xlsx", "--root", copy)
    book = load_workbook(tmp_path / "w.xlsx")
    fill(book["服务窗口"], 2, 开放时间="周一至周五")
    book.save(tmp_path / "w.xlsx")
    first = sorted((copy / "data/windows").glob("*.csv"))[0]
    text = first.read_text("utf-8") + "\n,,,,broken\n"
    first.write_text(text, "utf-8")
    found = run("import", "windows", tmp_path / "w.xlsx", "--root", copy, "--write")
    assert (found.exit_code, first.read_text("utf-8") == text) == (PROBLEMS, True)
