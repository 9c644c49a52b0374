"""`mingshan duties`: every form of the list, its filters, and what it says to a wrong key."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.cli.exit_codes import WRONG_USE
from tests.demonstration import HOUSE, TODAY, copy_demonstration

Verb = Callable[..., str]


@pytest.fixture
def duties(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Verb:
    """Run the verb on the demonstration and give what it printed."""

    def run(*words: str, code: int = 0) -> str:
        monkeypatch.setattr(
            "sys.argv", ["mingshan", "duties", "--root", str(HOUSE), "--as-of", TODAY.isoformat(), *words]
        )
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == code
        said = capsys.readouterr()
        return said.out if code == 0 else said.err

    return run


def rows(printed: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(printed)
    return found


def test_json_tells_each_obligation_with_the_asked_for_keys(duties: Verb) -> None:
    found = rows(duties("--format", "json"))
    assert {"met", "met_late", "due", "no_record", "overdue", "not_applicable", "unverified"} == {
        row["status"] for row in found
    }
    wanted = {"rule", "subject", "status", "trigger", "due", "met_by", "days", "article"}
    assert all(wanted <= row.keys() for row in found)


def test_overdue_lists_the_latest_first_and_nothing_else(duties: Verb) -> None:
    found = rows(duties("--overdue", "--format", "json"))
    assert {row["status"] for row in found} == {"overdue"}
    days = [row["days"] for row in found]
    assert days == sorted(days)


def test_the_list_of_what_is_to_be_looked_up_is_filled_in_and_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A clerk fills two rows of a list of many, and leaves the rest for another day."""
    root, sheet = copy_demonstration(tmp_path / "site"), tmp_path / "待查.xlsx"
    shutil.rmtree(root / "data/lookups")
    shutil.copytree(HOUSE / "data/lookups", root / "data/lookups", ignore=shutil.ignore_patterns("*.csv"))

    def run(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["mingshan", *words, "--root", str(root), "--as-of", TODAY.isoformat()])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        return capsys.readouterr().out

    run("duties", "--to-look-up", str(sheet))
    book = load_workbook(sheet)
    page = book.worksheets[0]
    heads = {str(cell.value).rstrip("*"): cell.column for cell in page[1]}
    rows = [row for row in range(2, page.max_row + 1) if page.cell(row, heads["哪天查的"] - 5).value]
    assert len(rows) > 8 and all(page.cell(row, heads["结果"]).value is None for row in rows)
    wanted = {
        "示例暖冬公益服务中心：年度工作报告（2025年度）": "没有查到",
        "示例慈善协会：经审计的财务会计报告（2025年度）": "查到了",
    }
    for row in rows:
        result = wanted.get(str(page.cell(row, heads["查什么"]).value))
        if result:
            page.cell(row, heads["哪天查的"]).value = date(2026, 11, 24)
            page.cell(row, heads["结果"]).value = result
            page.cell(row, heads["谁查的"]).value = "示例科"
        if result == "查到了":
            page.cell(row, heads["查到的网址"]).value = "https://charity-china.example.org/a"
            page.cell(row, heads["那里写的公布日期"]).value = date(2026, 6, 3)
    book.save(sheet)
    run("import", "lookup", str(sheet), "--write")
    assert len((root / "data/lookups/2026.csv").read_text("utf-8").splitlines()) == 3
    told = {each["uid"]: each for each in json.loads(run("duties", "--format", "json"))}
    assert told["organizations/shili-nuandong-gongyi/annual-report/2025"]["status"] == "overdue"
    found = told["organizations/shili-cishan-xiehui/annual-audit/2025"]
    assert (found["status"], found["days"], found["met_on"]) == ("met_late", 3, "2026-06-03")


def test_one_organisation_answers_for_itself_and_its_projects(duties: Verb) -> None:
    found = rows(duties("--org", "shili-jiuzhu-jijinhui", "--format", "json"))
    assert {row["organization"] for row in found} == {"shili-jiuzhu-jijinhui"}
    assert {row["subject"].partition("/")[0] for row in found} == {"fundraisings", "organizations", "projects"}


def test_an_unknown_organisation_is_a_wrong_use_told_in_chinese(duties: Verb) -> None:
    assert "没有编号为“nobody”的组织" in duties("--org", "nobody", code=WRONG_USE)


def test_text_is_a_line_each_without_what_does_not_apply(duties: Verb) -> None:
    lines = duties().splitlines()
    assert "本站无记录 5 天\t2026-11-20\t示例乡村图书漂流\t项目实施情况\t第 2 期" in lines
    assert not any("不适用" in line for line in lines)


def test_csv_opens_in_excel_with_the_same_rows(duties: Verb) -> None:
    printed = duties("--format", "csv")
    assert printed.startswith("\ufeff")
    table = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert [row["uid"] for row in table] == [row["uid"] for row in rows(duties("--format", "json"))]


def test_the_calendar_holds_what_is_still_to_be_published(duties: Verb) -> None:
    calendar = icalendar.Calendar.from_ical(duties("--format", "ics", "--org", "shili-cishan-xiehui"))
    days = {str(event["summary"]): event["dtstart"].dt for event in calendar.walk("VEVENT")}
    assert days["待公开：项目实施情况（第 6 期） 示例困难家庭灶台改造"].isoformat() == "2026-12-01"


def test_a_day_in_the_past_shows_what_was_known_then(duties: Verb) -> None:
    then = {row["uid"]: row["status"] for row in rows(duties("--as-of", "2026-06-05", "--format", "json"))}
    now = {row["uid"]: row["status"] for row in rows(duties("--format", "json"))}
    key = "organizations/shili-zhuxue-jijinhui/annual-report/2025"
    assert (then[key], now[key]) == ("no_record", "met_late")
