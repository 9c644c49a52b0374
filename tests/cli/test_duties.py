"""`mingshan duties`: every form of the list, its filters, and what it says to a wrong key."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import icalendar
import pytest

from generator.cli import WRONG_USE, main
from tests.demonstration import HOUSE, TODAY

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
    assert {"met", "met_late", "due", "overdue", "not_applicable", "unverified"} == {row["status"] for row in found}
    wanted = {"rule", "subject", "status", "trigger", "due", "met_by", "days", "article"}
    assert all(wanted <= row.keys() for row in found)


def test_overdue_lists_the_longest_first_and_nothing_else(duties: Verb) -> None:
    found = rows(duties("--overdue", "--format", "json"))
    assert {row["status"] for row in found} == {"overdue"}
    days = [row["days"] for row in found]
    assert days == sorted(days, reverse=True)


def test_one_organisation_answers_for_itself_and_its_projects(duties: Verb) -> None:
    found = rows(duties("--org", "shili-jiuzhu-jijinhui", "--format", "json"))
    assert {row["organization"] for row in found} == {"shili-jiuzhu-jijinhui"}
    assert {row["subject"].partition("/")[0] for row in found} == {"organizations", "projects"}


def test_an_unknown_organisation_is_a_wrong_use_told_in_chinese(duties: Verb) -> None:
    assert "没有编号为“nobody”的组织" in duties("--org", "nobody", code=WRONG_USE)


def test_text_is_a_line_each_without_what_does_not_apply(duties: Verb) -> None:
    lines = duties().splitlines()
    assert "逾期 5 天\t2026-11-20\t示例乡村图书漂流\t项目实施情况\t第 2 期" in lines
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
    assert (then[key], now[key]) == ("overdue", "met_late")
