"""A review to the Markdown that a forge shows: whether it may be merged, what changes, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.features.changes.changed_file_kinds import FILE_KIND_TITLES
from generator.features.changes.diff_report import CHANGE_KINDS, ChangesFormat, render_changes
from generator.features.changes.review import FileView, PassageView, Review
from generator.features.changes.review_headline import (
    PICTURES_UNREAD,
    file_name,
    has_pictures,
    machine_files,
    public_files,
    quiet_files,
    review_headline,
    review_leads,
    who_must_look,
)
from generator.model.masking import shown_key
from generator.model.problem import Problem
from generator.model.rule import Severity
from generator.render.markdown import code, plain

_MOST_PROBLEMS = 100
"""Problems that are listed one by one; a summary of a megabyte would not be shown at all."""
LONGEST_SUMMARY = 60_000
"""Characters; a comment may have 65,536."""
_ROOM = {"leads": 12_000, "machine": 7_000, "records": 14_000, "files": 12_000, "rest": 3_000, "problems": 10_000}
"""Characters of each part: no part, however long, leaves the others no room."""
_MOST_PASSAGES = 12
"""Sentences of one file; a reviewer who wants more opens the file."""
CHANGES_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.ADVICE: "建议"}
_NOTHING = "（没有）"


def review_summary(review: Review) -> str:
    """The whole text; every word that comes from the change itself stands as code and cannot act as markup."""
    parts = (
        "\n".join(_verdict(review)),
        _fitted(_leads(review), "leads"),
        _fitted(_machine(review), "machine"),
        _fitted(_changes(review), "records"),
        _fitted(_files(review), "files"),
        _fitted(_rest(review), "rest"),
        "\n".join(_problems(review)),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _fitted(lines: Iterable[str], part: str) -> str:
    kept, left, room = [], 0, _ROOM[part]
    for line in lines:
        if left or len(line) + 1 > room:
            left += bool(line)
        else:
            kept.append(line)
            room -= len(line) + 1
    return "\n".join((*kept, *(("", f"还有 {left} 行没有列出，见报告附件。") if left else ())))


def _verdict(review: Review) -> Iterator[str]:
    yield f"## {review_headline(review)}"
    yield ""
    if review.commit:
        yield f"这是提交 {code(review.commit[:12])} 的结果，以后再有提交就不算数。"
    if owners := who_must_look(review):
        shown = "、".join(code(owner) for owner in owners[:8])
        more = f" 等 {len(owners)} 方" if len(owners) > 8 else ""
        yield f"按分工由 {shown}{more} 审核。"
    if review.unlisted:
        yield f"变化太多，有 {review.unlisted} 处没有列在这里：要打开全部改动的文件看。"


def _leads(review: Review) -> Iterator[str]:
    found = review_leads(review)
    if not found:
        return
    yield "### 先核对这些号码、网址和账号"
    yield ""
    yield "打过去、点开、汇款的都是这里写的，写错或被人换掉，求助的人就被带走了。"
    yield ""
    yield "| 在哪里 | 原来 | 现在 |"
    yield "| --- | --- | --- |"
    for lead in found:
        gone, come = ("、".join(map(code, each)) or _NOTHING for each in (lead.gone, lead.come))
        yield f"| {plain(lead.where)} | {gone} | {come} |"


def _machine(review: Review) -> Iterator[str]:
    files = machine_files(review)
    if not files:
        return
    yield "### 改了程序、设置或规则：请技术人员逐行看"
    yield ""
    for view in files:
        yield from _file(view)


def _changes(review: Review) -> Iterator[str]:
    rendered = render_changes(review.groups, ChangesFormat.MARKDOWN)
    if rendered or not review.files:
        yield "### 对公众有什么变化"
        yield ""
        yield from (rendered or "没有变化：公开的内容和原来一样。").split("\n")


def _files(review: Review) -> Iterator[str]:
    files = public_files(review)
    if not files:
        return
    yield "### 文章、图片和附件"
    yield ""
    if has_pictures(review):
        yield PICTURES_UNREAD
        yield ""
    for view in files:
        yield from _file(view)


def _file(view: FileView) -> Iterator[str]:
    note = f"：{plain(view.note)}" if view.note else ""
    yield f"- {CHANGE_KINDS[view.how]}{FILE_KIND_TITLES[view.kind]} {code(shown_key(view.path))}{note}"
    for passage in view.passages[:_MOST_PASSAGES]:
        yield f"  - {_passage(passage)}"
    left = len(view.passages[_MOST_PASSAGES:]) + view.left
    if left:
        yield f"  - 还有 {left} 处，请打开文件看"


def _passage(passage: PassageView) -> str:
    where = f"{plain(passage.where)}：" if passage.where else ""
    if not passage.before:
        return f"{where}新增 {code(passage.after)}"
    if not passage.after:
        return f"{where}删去 {code(passage.before)}"
    return f"{where}{code(passage.before)} → {code(passage.after)}"


def _rest(review: Review) -> Iterator[str]:
    quiet = quiet_files(review)
    if quiet:
        yield "### 其余改动的文件"
        yield ""
        yield from (f"- {code(shown_key(view.path))}：{plain(view.note) or plain(file_name(view))}" for view in quiet)
    if review.undone:
        yield ""
        yield "改过又改了回去的（历史里还留着）：" + "、".join(code(shown_key(path)) for path in review.undone[:30])


def _problems(review: Review) -> Iterator[str]:
    own, others = review.problems[: review.own], review.problems[review.own :]
    if own:
        yield "### 这次改动的文件里，要看的地方"
        yield ""
        yield _fitted(_table(own), "problems")
    if others:
        yield ""
        yield f"<details><summary>没有改动的文件里，原来就有的问题（{len(others)} 处）</summary>"
        yield ""
        yield _fitted(_table(others), "rest")
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
