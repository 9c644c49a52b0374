"""Problems to the report somebody asked for: text for people, JSON for programs, GitHub annotations, SARIF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import Any
from urllib.parse import quote

from generator.model.json_value import JsonObject
from generator.model.masking import shown_key
from generator.model.problem import Problem, problem_order
from generator.model.problem_objects import problem_object
from generator.model.rule import Severity
from generator.model.signs import printable

ANNOTATIONS_A_STEP = 10
"""GitHub shows ten errors and ten warnings of a step and drops the rest without a word."""
RESULTS_A_RUN = 5_000
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


class ReportFormat(StrEnum):
    """The forms a report can take."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


Explain = Callable[[str], str]
"""The address of the page that explains a rule; empty for a site without an address."""


def unexplained(_rule: str) -> str:
    """For reports of verbs that know no site."""
    return ""


def render_report(problems: Iterable[Problem], format_: ReportFormat, explain: Explain = unexplained) -> str:
    """The whole report; problems come gravest first."""
    return render_in_order(sorted(problems, key=problem_order), format_, explain)


def render_in_order(problems: Sequence[Problem], format_: ReportFormat, explain: Explain = unexplained) -> str:
    """The whole report of problems that somebody has already put in order, gravest first."""
    return _RENDERERS[format_](problems, explain)


def _text(problems: Sequence[Problem], explain: Explain) -> str:
    lines = [line for problem in problems for line in _text_lines(problem)]
    return "\n".join((*lines, *_pages(problems, explain), _summary(problems)))


def _pages(problems: Sequence[Problem], explain: Explain) -> Iterator[str]:
    """Where to read more, once a rule: the same fault often comes in a hundred rows."""
    pages = {rule: page for rule in dict.fromkeys(each.rule.code for each in problems) if (page := explain(rule))}
    if pages:
        yield "每种问题的说明和例子："
        yield from (f"  {rule}  {page}" for rule, page in pages.items())


def _text_lines(problem: Problem) -> Iterator[str]:
    record = f"（{printable(shown_key(problem.record))}）" if problem.record else ""
    yield f"{_WORDS[problem.severity]} {_place(problem)}{record} [{problem.rule.code}]"
    yield f"  {printable(problem.message)}"
    if problem.hint:
        yield f"  → {printable(problem.hint)}"


def _place(problem: Problem) -> str:
    place = problem.location
    file = printable(place.file)
    if place.cell:
        return f"{file} {place.cell}"
    row = f"（表格第 {place.row} 行）" if place.row else ""
    return ":".join(str(part) for part in (file, place.line, place.column) if part) + row


def _summary(problems: Sequence[Problem]) -> str:
    if not problems:
        return "没有发现问题。"
    counts = ((severity, sum(each.severity is severity for each in problems)) for severity in Severity)
    said = "，".join(f"{count} 个{_WORDS[severity]}" for severity, count in counts if count)
    blocked = any(each.severity is Severity.ERROR for each in problems)
    return f"共 {said}。{'改正全部错误以后才能发布。' if blocked else '可以发布。'}"


def _json(problems: Sequence[Problem], explain: Explain) -> str:
    objects = [{**problem_object(problem), **_help("help", explain(problem.rule.code))} for problem in problems]
    return json.dumps(objects, ensure_ascii=False, indent=1)


def _help(name: str, page: str) -> Mapping[str, str]:
    return {name: page} if page else {}


def _github(problems: Sequence[Problem], explain: Explain) -> str:
    lines: list[str] = []
    left = 0
    for _, group in groupby(problems, key=lambda problem: problem.severity):
        found = list(group)
        lines.extend(_annotation(problem, explain(problem.rule.code)) for problem in found[:ANNOTATIONS_A_STEP])
        left += len(found[ANNOTATIONS_A_STEP:])
    if left:
        lines.append(f"::notice::{_escape(f'还有 {left} 个问题没有在这里列出，完整清单见本次检查的摘要。')}")
    return "\n".join((*lines, _summary(problems)))


def _annotation(problem: Problem, page: str) -> str:
    place = problem.location
    given = {"file": printable(place.file), "line": place.line, "col": place.column, "title": problem.rule.code}
    properties = ",".join(f"{name}={_escape_property(str(value))}" for name, value in given.items() if value)
    words = " ".join(part for part in (printable(problem.message), printable(problem.hint), page) if part)
    return f"::{_GITHUB[problem.severity]} {properties}::{_escape(words)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem], explain: Explain) -> str:
    """The gravest; GitHub shows no more of a run, and refuses a run that has five times as many."""
    shown = problems[:RESULTS_A_RUN]
    places = {code: at for at, code in enumerate(sorted({problem.rule.code for problem in shown}))}
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "mingshan", "rules": [_sarif_rule(code, explain(code)) for code in places]}},
        "results": [_sarif_result(problem, places[problem.rule.code]) for problem in shown],
    }
    if left := len(problems) - len(shown):
        said = {"level": "note", "message": {"text": f"还有 {left} 个问题没有写在这里，用 --format text 看全部。"}}
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [said]}]
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _sarif_rule(rule: str, page: str) -> Mapping[str, str]:
    return {"id": rule, **_help("helpUri", page)}


def _sarif_result(problem: Problem, rule_index: int) -> JsonObject:
    place = problem.location
    region = {"startLine": place.line, "startColumn": place.column}
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        physical["region"] = {name: value for name, value in region.items() if value}
    return {
        "ruleId": problem.rule.code,
        "ruleIndex": rule_index,
        "level": _SARIF[problem.severity],
        "message": {"text": f"{problem.message} {problem.hint}".strip()},
        "locations": [{"physicalLocation": physical}],
    }


_RENDERERS = {
    ReportFormat.TEXT: _text,
    ReportFormat.JSON: _json,
    ReportFormat.GITHUB: _github,
    ReportFormat.SARIF: _sarif,
}
