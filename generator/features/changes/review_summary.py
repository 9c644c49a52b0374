"""A review to the Markdown that a forge shows: whether it may be merged, what changes for the public, what to mend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.features.changes.reports import ChangesFormat, render_changes
from generator.features.changes.review import Review
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.render.markdown import code, plain

_MOST_PROBLEMS = 100
"""Problems that are listed one by one; a summary of a megabyte would not be shown at all."""
LONGEST_SUMMARY = 60_000
"""Characters; a comment may have 65,536."""
CHANGES_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}


def review_summary(review: Review) -> str:
    """The whole text; every word that comes from the change itself stands as code and cannot act as markup."""
    parts = ("\n".join(_verdict(review)), "\n".join(_changes(review)), "\n".join(_problems(review)))
    text = "\n\n".join(part for part in parts if part) + "\n"
    return (
        text
        if len(text) <= LONGEST_SUMMARY
        else text[: text.rfind("\n", 0, LONGEST_SUMMARY)] + "\n\n后面的没有列出，见报告附件。\n"
    )


def _verdict(review: Review) -> Iterator[str]:
    errors = sum(problem.severity is Severity.ERROR for problem in review.problems)
    if errors:
        yield f"## ❌ 有 {errors} 个错误，改正以后才能合并"
    elif review.problems:
        yield f"## ✅ 可以合并；另有 {len(review.problems)} 处请看一眼"
    else:
        yield "## ✅ 检查通过，没有发现问题"


def _changes(review: Review) -> Iterator[str]:
    yield "### 对公众有什么变化"
    yield ""
    yield render_changes(review.groups, ChangesFormat.MARKDOWN) or "没有变化：公开的内容和原来一样。"


def _problems(review: Review) -> Iterator[str]:
    own, others = review.problems[: review.own], review.problems[review.own :]
    if own:
        yield "### 这次改动的文件里，要看的地方"
        yield ""
        yield from _table(own)
    if others:
        yield ""
        yield f"<details><summary>没有改动的文件里，原来就有的问题（{len(others)} 处）</summary>"
        yield ""
        yield from _table(others)
        yield ""
        yield "</details>"


def _table(problems: Sequence[Problem]) -> Iterator[str]:
    yield "| | 在哪里 | 什么不对 | 怎样改 |"
    yield "| --- | --- | --- | --- |"
    for problem in problems[:_MOST_PROBLEMS]:
        where, message, hint = code(_place(problem)), plain(problem.message), plain(problem.hint)
        yield f"| {CHANGES_WORDS[problem.severity]} {code(problem.rule.code)} | {where} | {message} | {hint} |"
    if len(problems) > _MOST_PROBLEMS:
        yield f"| | 还有 {len(problems) - _MOST_PROBLEMS} 处 | | |"


def _place(problem: Problem) -> str:
    place = problem.location
    row = f"（表格第 {place.row} 行）" if place.row else ""
    return ":".join(str(part) for part in (place.file, place.line, place.column) if part) + row
