"""A review to plain text, for a terminal and for the page that opens anywhere: the same list as in the comment."""

from __future__ import annotations

from collections.abc import Iterator

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
from generator.model.signs import printable


def review_text(review: Review) -> str:
    """The verdict and everything that changes, the gravest first; nothing is left out."""
    return "\n".join((review_headline(review), *change_lines(review)))


def change_lines(review: Review) -> Iterator[str]:
    """Everything that changes, line by line."""
    if owners := who_must_look(review):
        yield f"按分工由 {'、'.join(map(printable, owners))} 审核。"
    if leads := review_leads(review):
        yield "先核对这些号码、网址和账号："
        for lead in leads:
            gone, come = ("、".join(map(printable, each)) or "（没有）" for each in (lead.gone, lead.come))
            yield f"  {printable(lead.where)}：{gone} → {come}"
    if files := machine_files(review):
        yield "改了程序、设置或规则，请技术人员逐行看："
        yield from (line for view in files for line in _file(view))
    if rendered := render_changes(review.groups, ChangesFormat.TEXT):
        yield rendered
    if files := public_files(review):
        yield "文章、图片和附件："
        if has_pictures(review):
            yield f"  {PICTURES_UNREAD}"
        yield from (line for view in files for line in _file(view))
    if files := quiet_files(review):
        yield "其余改动的文件："
        yield from (f"  {printable(shown_key(view.path))}：{view.note or printable(file_name(view))}" for view in files)
    if review.undone:
        yield f"改过又改了回去的（历史里还留着）：{'、'.join(map(printable, map(shown_key, review.undone)))}"


def _file(view: FileView) -> Iterator[str]:
    note = f"：{printable(view.note)}" if view.note else ""
    yield f"  {CHANGE_KINDS[view.how]}{printable(file_name(view))}{note}"
    yield from (f"    {_passage(passage)}" for passage in view.passages)
    if view.left:
        yield f"    还有 {view.left} 处，请打开文件看"


def _passage(passage: PassageView) -> str:
    where = f"{passage.where}：" if passage.where else ""
    before, after = (printable(each) or "（没有）" for each in (passage.before, passage.after))
    return f"{where}{before} → {after}"
