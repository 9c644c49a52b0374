"""A review to its one verdict: whether it may be merged, and what a person has to look at first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.features.changes.changed_file_kinds import FILE_KIND_TITLES, OF_THE_PUBLIC, ChangedKind
from generator.features.changes.review import FieldView, FileView, PassageView, Review, Risk
from generator.model.change import ChangeKind
from generator.model.masking import shown_key
from generator.model.rule import Severity

PICTURES_UNREAD = "图片上的字机器没有读：请打开每一张图片和附件，看有没有身份证、病历、存折和能认出人的脸。"


class LeadView(NamedTuple):
    """Where readers are sent now, and where they were before."""

    where: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


def review_headline(review: Review) -> str:
    """Green only where nobody reads anything new and the program does what it did."""
    errors = sum(problem.severity is Severity.ERROR for problem in review.problems)
    machine = machine_files(review)
    leads = review_leads(review)
    seen = seen_changes(review)
    if errors:
        return f"❌ 有 {errors} 个错误，改正以后才能合并"
    if machine:
        also = f"，另有 {len(leads)} 处号码、网址或账号" if leads else ""
        return f"⚠️ 改了程序、设置或规则（{len(machine)} 份文件）{also}：技术人员看过才能合并"
    if leads:
        return f"⚠️ 没有错误；合并前先核对 {len(leads)} 处号码、网址或账号"
    if seen or review.unlisted:
        return f"👀 没有错误；合并前请看一遍下面的变化（{seen} 处）"
    if review.files or review.undone:
        return "✅ 没有错误，公众看到的内容不变"
    return "✅ 没有变化：和原来一模一样"


def review_leads(review: Review) -> tuple[LeadView, ...]:
    """Of records and files alike, in the order in which they are told."""
    return (*_leads_of_files(review), *_leads_of_records(review))


def machine_files(review: Review) -> tuple[FileView, ...]:
    """What only those who maintain the program can judge, whatever else is in it."""
    return tuple(each for each in review.files if each.kind not in OF_THE_PUBLIC or each.risk is Risk.MACHINE)


def public_files(review: Review) -> tuple[FileView, ...]:
    """What readers see and is no record: articles, pictures, attachments."""
    return tuple(
        each
        for each in review.files
        if each.kind in OF_THE_PUBLIC
        and each.risk in (Risk.LEADS, Risk.PUBLIC)
        and (each.passages or not _is_shown_elsewhere(each))
    )


def has_pictures(review: Review) -> bool:
    """Whether a change brings what no program has read: pictures, or attachments that may hold some."""
    kinds = (ChangedKind.PICTURE, ChangedKind.ATTACHMENT)
    return any(each.kind in kinds and each.how is not ChangeKind.REMOVED for each in review.files)


def quiet_files(review: Review) -> tuple[FileView, ...]:
    """Named, lest anything be left out."""
    return tuple(each for each in review.files if each.risk is Risk.QUIET)


def seen_changes(review: Review) -> int:
    """How many changes readers will see."""
    records = sum(len(group.changes) + group.unread for group in review.groups)
    return records + sum(max(1, len(each.passages) + each.left) for each in public_files(review))


def who_must_look(review: Review) -> tuple[str, ...]:
    """Those whom the base names for any of the files, the gravest file's first."""
    return tuple(dict.fromkeys(owner for each in review.files for owner in each.owners))


def file_name(view: FileView) -> str:
    """`文章 content/help.md`."""
    return f"{FILE_KIND_TITLES[view.kind]} {shown_key(view.path)}"


def _is_shown_elsewhere(view: FileView) -> bool:
    return view.note.startswith("见")


def _leads_of_files(review: Review) -> Iterator[LeadView]:
    for view in review.files:
        for passage in view.passages:
            if passage.gone or passage.come:
                where = f"{shown_key(view.path)} {passage.where}".strip()
                yield LeadView(_of_key(where, passage), passage.gone, passage.come)


def _of_key(where: str, passage: PassageView) -> str:
    """Lines that say where they stand are named by that."""
    key, found, _ = (passage.after or passage.before).partition("：")
    return where if passage.where or not found else f"{where} {key}"


def _leads_of_records(review: Review) -> Iterator[LeadView]:
    for group in review.groups:
        for change in group.changes:
            for field in change.fields:
                if field.gone or field.come:
                    new = "新增的" if change.kind is ChangeKind.ADDED else ""
                    yield LeadView(f"{new}{group.title} {change.title} {field.title}", field.gone, field.come)


def leads_of_fields(fields: tuple[FieldView, ...]) -> bool:
    """Whether any of them sends readers elsewhere."""
    return any(field.gone or field.come for field in fields)
