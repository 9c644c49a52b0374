"""A district's spreadsheet becomes its half-year's catalogue, or problems that name the cell; as a person types it."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from openpyxl import Workbook

from generator.cli import main
from tests.demonstration import checked
from tests.exchange.written import saved, workbook

HOUSE = Path(__file__).parents[3]
COLUMNS = {
    "序号": "1",
    "项目名称": "暖心助餐",
    "帮扶内容": "给独居老人中午送一顿热饭。",
    "类别": "生活服务",
    "资源形式": "服务",
    "资源来源": "慈善",
    "实施单位": "示例河西区慈善协会",
    "服务对象": "独居空巢、低保",
    "最小年龄": "６０",
    "户籍要求": "在本地实际居住",
    "标准（元/次）": "每天一顿，每顿自付 3 元",
    "是否收费": "低偿",
    "名额": "８０人",
    "单位": "人",
    "是否简化程序": "√",
    "申请方式": "打电话报名，三天内上门看。",
    "联系电话": "０２２－示例号码３０１９",
    "有效期起": "2026.7.1",
    "截止日期": "2026年12月",
    "核实日期": "2026年11月20日",
    "资源编号": None,
}
HEADINGS = [heading.replace("是否简化程序", "简化程序").replace("标准（元/次）", "标准 (元/次)") for heading in COLUMNS]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tianjin's declarations and codelists, and the catalogues of one district; checked once."""
    folder = tmp_path_factory.mktemp("instance")
    shutil.copytree(HOUSE / "data", folder / "data", ignore=shutil.ignore_patterns("projects", "windows"))
    shutil.copytree(HOUSE / "data/projects", folder / "data/projects", ignore=shutil.ignore_patterns("p20*"))
    for name, kept in {"supply": "120103", "statistics": "", "needs": ""}.items():
        for file in (folder / "data" / name).rglob("*.csv"):
            if file.stem != kept:
                file.unlink()
    shutil.copy(HOUSE / "mkdocs.yml", folder)
    checked(folder)
    return folder


@pytest.fixture
def root(instance: Path, tmp_path: Path) -> Path:
    """A copy for one test."""
    return shutil.copytree(instance, tmp_path / "root")


def run(root: Path, *words: str) -> tuple[int, str]:
    """What `mingshan import supply` prints and how it exits."""
    said = StringIO()
    command = ["mingshan", "import", "supply", *words, "--root", str(root), "--as-of", "2026-11-25"]
    with patch("sys.argv", command), redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0), said.getvalue()


def sheet(root: Path, *rows: dict[str, Any]) -> str:
    """A workbook with a merged title, a note and one row for each given difference from a good one."""
    table: list[Sequence[Any]] = [
        ["河西区2026年下半年慈善帮扶资源供给信息目录"],
        ["填报单位：示例河西区民政局"],
        HEADINGS,
    ]
    table += [list({**COLUMNS, **row}.values()) for row in rows]
    file = root / "河西.xlsx"
    file.write_bytes(workbook(*table, merged=["A1:U1", "A2:U2"]))
    return str(file)


def catalogue(root: Path) -> list[dict[str, str]]:
    """The rows of the file that the import writes."""
    with (root / "data/supply/2026H2/120103.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


WHERE = ("--period", "2026H2", "--division", "河西区")


def test_twelve_faults_are_twelve_problems_each_with_its_cell(root: Path) -> None:
    faults = {
        "D4": {"类别": "医保报销"},
        "R5": {"有效期起": "2026.2.30"},
        "Q6": {"联系电话": "5550"},
        "H7": {"服务对象": "低保、下岗职工"},
        "I8": {"最小年龄": "160"},
        "K9": {"标准（元/次）": None},
        "M10": {"名额": "约八十"},
        "S11": {"截止日期": "2026年6月"},
        "C12": {"帮扶内容": "好" * 121},
        "L13": {"是否收费": "看情况"},
        "U15": {"资源编号": "120103-900"},
        "O16": {"是否简化程序": "也许"},
    }
    rows = [*faults.values()]
    rows.insert(10, {"项目名称": "另一项", "资源编号": "120103-900"})
    code, said = run(root, sheet(root, *({"项目名称": f"第{at}项", **row} for at, row in enumerate(rows))), *WHERE)
    problems = [line for line in said.splitlines() if line.startswith("错误")]
    assert code == 1
    assert sorted(line.split()[2].partition("（")[0] for line in problems) == sorted(faults)


def test_a_good_sheet_is_shown_first_and_written_only_when_asked(root: Path) -> None:
    before = catalogue(root)
    code, said = run(root, sheet(root, {}), *WHERE)
    assert code == 0
    assert "＋ 新增 120103-" in said
    assert "以上只是预览" in said
    assert catalogue(root) == before
    assert run(root, sheet(root, {}), *WHERE, "--write")[0] == 0
    (row,) = catalogue(root)
    assert (row["category"], row["groups"], row["age_min"], row["fee"], row["quota"], row["simplified"]) == (
        "living",
        "lonely-elder;subsistence-allowance",
        "60",
        "reduced",
        "80",
        "是",
    )
    assert (row["phone"], row["valid_from"], row["valid_to"], row["confirmed_on"], row["level"], row["status"]) == (
        "022-示例号码3019",
        "2026-07-01",
        "2026-12-31",
        "2026-11-20",
        "district",
        "open",
    )


def test_an_entry_keeps_its_number_and_only_what_changed_is_shown(root: Path) -> None:
    old = next(row for row in catalogue(root) if row["id"] == "120103-003")
    code, said = run(root, sheet(root, {"项目名称": old["name"], "实施单位": old["provider"]}), *WHERE)
    assert code == 0
    assert f"～ 修改 120103-003 {old['name']}" in said
    assert "咨询电话" not in said.partition("～")[2].partition("－")[0]


def test_nothing_is_written_while_a_row_is_at_fault_unless_the_good_ones_are_wanted(root: Path) -> None:
    before = catalogue(root)
    file = sheet(root, {}, {"项目名称": "坏的", "联系电话": "无"})
    assert run(root, file, *WHERE, "--write")[0] == 1
    assert catalogue(root) == before
    assert run(root, file, *WHERE, "--write", "--keep-good")[0] == 1
    assert [row["name"] for row in catalogue(root)] == ["暖心助餐"]


def test_what_tells_of_a_person_is_not_even_written(root: Path) -> None:
    """Git keeps what was once committed; the number is the standard's own example (GB 11643)."""
    before = catalogue(root)
    file = sheet(root, {}, {"项目名称": "张某补助", "申请方式": "带身份证 11010519491231002X 来"})
    code, said = run(root, file, *WHERE, "--write")
    assert (code, "P5" in said, "identity-number" in said, "11010519491231002X" in said) == (1, True, True, False)
    assert catalogue(root) == before
    run(root, file, *WHERE, "--write", "--keep-good")
    assert [row["name"] for row in catalogue(root)] == ["暖心助餐"]


def test_a_table_in_gbk_is_read_and_cells_are_told_as_in_excel(root: Path) -> None:
    lines = [["目录", *[""] * 20], HEADINGS, ["" if each is None else each for each in COLUMNS.values()]]
    lines[2][16] = "5550"
    file = root / "河西.csv"
    with file.open("w", encoding="gb18030", newline="") as opened:
        csv.writer(opened).writerows(lines)
    code, said = run(root, str(file), *WHERE)
    assert (code, said.count("错误 ")) == (1, 1)
    assert "河西.csv Q3" in said


def test_importing_what_is_there_changes_nothing(root: Path) -> None:
    copy = root / "copy.csv"
    copy.write_bytes((root / "data/supply/2026H2/120103.csv").read_bytes())
    code, said = run(root, str(copy), *WHERE)
    assert code == 0
    assert "新增 0 项，修改 0 项，删去 0 项" in said


@pytest.mark.parametrize(
    "words", [("--period", "2026H2"), ("--division", "120103"), ("--period", "2026", "--division", "120103")]
)
def test_without_a_period_and_a_place_it_is_wrong_use(root: Path, words: tuple[str, ...]) -> None:
    assert run(root, sheet(root, {}), *words)[0] == 2


def test_unnumbered_rows_of_two_sheets_all_get_numbers_of_their_own(root: Path) -> None:
    taken = {row["id"] for row in catalogue(root)}
    book = Workbook()
    for name in ("生活", "医疗"):
        page = book.create_sheet(name)
        page.append(HEADINGS)
        for at in range(2):
            page.append(list({**COLUMNS, "项目名称": f"{name}第{at}项"}.values()))
    book.remove(book.worksheets[0])
    (root / "两张.xlsx").write_bytes(saved(book))
    code, said = run(root, str(root / "两张.xlsx"), *WHERE, "--write")
    assert code == 0, said
    rows = {row["name"]: row["id"] for row in catalogue(root)}
    assert rows.keys() == {"生活第0项", "生活第1项", "医疗第0项", "医疗第1项"}
    assert len(set(rows.values())) == 4
    assert taken.isdisjoint(rows.values())


def test_numbers_left_become_words_and_small_numbers_are_left_out(root: Path) -> None:
    """A fifth of 80 is 16: 16 left are 不多, 17 are 有. Of 10 places nothing is told, of 3 not even the places."""
    given = [("80", "16"), ("80", "还剩 17 个"), ("10", "6"), ("3", "1"), ("80", "不多")]
    rows = [["河西区目录"], [*HEADINGS, "剩余名额", "剩余名额截至"]]
    for at, (quota, left) in enumerate(given):
        row = {**COLUMNS, "项目名称": f"第{at}项", "名额": quota, "剩余名额": left, "截至": "2026-10-10"}
        rows.append([str(each or "") for each in row.values()])
    file = root / "河西.xlsx"
    file.write_bytes(workbook(*rows))
    code, text = run(root, str(file), *WHERE, "--write")
    told = [(row["quota"], row["places_left"]) for row in catalogue(root)]
    assert code == 0
    assert told == [("80", "few"), ("80", "some"), ("10", "ask"), ("", "ask"), ("80", "few")]
    assert "按名额换成“不多”" in text and "不到 5 个，没有写进目录" in text
