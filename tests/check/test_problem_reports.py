"""One list of problems in the form that somebody asked for."""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from generator.check.problem_reports import ANNOTATIONS_A_STEP, ReportFormat, render_report
from generator.model.addresses import explained_at
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

CELL = Location("data/a.csv", 3, 7, 2, "phone")
ERROR = Problem(Rule("telephone", Severity.ERROR), CELL, "“电话”不对。", "写全区号。", "a1")
WARNING = Problem(Rule("encoding", Severity.WARNING), Location("data/a.csv"), "不是 UTF-8。", "另存为 UTF-8。")
ADVICE = Problem(Rule("delimiter", Severity.ADVICE), Location("data/a.csv", 1), "用分号分隔。", "用逗号。")


@pytest.mark.parametrize("format_", ReportFormat)
def test_the_order_does_not_depend_on_who_found_what_first(format_: ReportFormat) -> None:
    reports = {render_report(order, format_) for order in permutations((ERROR, WARNING, ADVICE))}
    assert len(reports) == 1


def test_errors_come_before_warnings_before_advice() -> None:
    found = json.loads(render_report((ADVICE, WARNING, ERROR), ReportFormat.JSON))
    assert [problem["severity"] for problem in found] == ["error", "warning", "advice"]


def test_text_says_the_place_the_fault_and_the_way_out() -> None:
    assert render_report((ERROR,), ReportFormat.TEXT) == (
        "错误 data/a.csv:3:7（表格第 2 行）（a1） [telephone]\n"
        "  “电话”不对。\n"
        "  → 写全区号。\n"
        "共 1 个错误。改正全部错误以后才能发布。"
    )


def test_reports_lead_to_the_page_of_each_rule_once_when_the_site_has_an_address() -> None:
    explain = explained_at("https://example.org/a/")
    page = "https://example.org/a/problems/delimiter/"
    reports = {each: render_report((ADVICE, ADVICE), each, explain) for each in ReportFormat}
    assert reports[ReportFormat.TEXT].count(page) == reports[ReportFormat.SARIF].count(page) == 1
    assert [problem["help"] for problem in json.loads(reports[ReportFormat.JSON])] == [page, page]
    assert reports[ReportFormat.GITHUB].splitlines()[0].endswith(f"用逗号。 {page}")
    assert "problems/" not in render_report((ADVICE,), ReportFormat.JSON, explained_at(""))


def test_text_counts_what_was_found() -> None:
    assert render_report((WARNING, ADVICE, ADVICE), ReportFormat.TEXT).endswith("共 1 个警告，2 个建议。可以发布。")
    assert render_report((), ReportFormat.TEXT) == "没有发现问题。"


def test_json_has_everything_that_is_known() -> None:
    assert json.loads(render_report((ERROR,), ReportFormat.JSON)) == [
        {
            "rule": "telephone",
            "severity": "error",
            "file": "data/a.csv",
            "line": 3,
            "column": 7,
            "row": 2,
            "cell": None,
            "record": "a1",
            "field": "phone",
            "message": "“电话”不对。",
            "hint": "写全区号。",
        }
    ]


def test_github_is_told_ten_of_a_kind_and_how_many_are_left() -> None:
    many = [
        Problem(Rule("x", Severity.ERROR), Location("a", line), "一", "二") for line in range(1, ANNOTATIONS_A_STEP + 4)
    ]
    lines = render_report((*many, WARNING), ReportFormat.GITHUB).split("\n")
    assert sum(line.startswith("::error ") for line in lines) == ANNOTATIONS_A_STEP
    assert sum(line.startswith("::warning ") for line in lines) == 1
    assert any("还有 3 个问题" in line for line in lines)


def test_nothing_written_in_a_file_can_command_github() -> None:
    hostile = Problem(Rule("x", Severity.ERROR), Location("a,b:c\n%.csv", 1), "一\n::set-env name=A::b", "%0A::debug::")
    first, *rest = render_report((hostile,), ReportFormat.GITHUB).split("\n")
    assert first == "::error file=a%2Cb%3Ac %25.csv,line=1,title=x::一 ：：set-env name=A：：b %250A：：debug：："
    assert not any(line.startswith("::") for line in rest)


def test_sarif_names_each_rule_once_and_places_without_lines() -> None:
    (run,) = json.loads(render_report((ERROR, ERROR, WARNING), ReportFormat.SARIF))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["encoding", "telephone"]
    assert [(each["ruleIndex"], each["level"]) for each in run["results"]] == [
        (1, "error"),
        (1, "error"),
        (0, "warning"),
    ]
    assert run["results"][2]["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "data/a.csv"}}}]


def test_a_key_that_is_a_persons_number_is_masked_in_every_form() -> None:
    problem = Problem(Rule("x", Severity.ERROR), CELL, "一", "二", "120101199001011234")
    for format_ in ReportFormat:
        assert "1990" not in render_report((problem,), format_)


def test_files_of_other_alphabets_are_valid_addresses_in_sarif() -> None:
    problem = Problem(Rule("x", Severity.ERROR), Location("data/记事 一.yaml"), "一", "二")
    (run,) = json.loads(render_report((problem,), ReportFormat.SARIF))["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "data/%E8%AE%B0%E4%BA%8B%20%E4%B8%80.yaml"


def test_of_very_many_results_the_gravest_are_kept_and_the_others_counted() -> None:
    """GitHub's own limits: 25,000 results a run or it is refused, 5,000 of them shown."""
    many = [Problem(Rule("a", Severity.ERROR), Location(f"{at}.yaml", 1), "错", "改") for at in range(5_001)]
    many += [Problem(Rule("b", Severity.ADVICE), Location("b.yaml", 1), "错", "改")] * 20_000
    (run,) = json.loads(render_report(many, ReportFormat.SARIF))["runs"]
    assert len(run["results"]) == 5_000
    assert {each["level"] for each in run["results"]} == {"error"}
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["a"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "20001" in note["message"]["text"]


HOSTILE = (
    "data/g\n::error title=PWNED::x",
    "data/g\r::stop-commands::x",
    "::add-mask::x",
    "  ::error::x",
    "data/##[error]x",
    "data/\x1b]0;title\x07\x1b[2Jx",
    "data/\u202egpj.exe",
    "data/a\u2028::error::x",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("format_", [ReportFormat.TEXT, ReportFormat.GITHUB])
def test_no_name_gives_a_log_or_a_terminal_a_command(format_: ReportFormat, name: str) -> None:
    """A forge takes for a command what begins a line with two colons, or holds `##[`; a terminal obeys signs."""
    problem = Problem(Rule("telephone", Severity.ERROR), Location(name, 1), f"{name}。", f"{name}。", name)
    report = render_report((problem,), format_)
    own = "::error file=" if format_ is ReportFormat.GITHUB else "\0"
    lines = [line.lstrip() for line in report.splitlines()]
    assert [line for line in lines if line.startswith("::") and not line.startswith(own)] == []
    assert "##[" not in report and all(sign.isprintable() or sign == "\n" for sign in report)
    assert len([line for line in lines if line.startswith("::")]) == (format_ is ReportFormat.GITHUB)
