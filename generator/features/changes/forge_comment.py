"""A review and what the forge itself says of a request to the comment below it: neither alone is believed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from generator.features.changes.changed_file_kinds import OF_THE_PUBLIC, file_kind
from generator.features.changes.review import Review
from generator.features.changes.review_headline import review_headline
from generator.features.changes.review_summary import LONGEST_SUMMARY, review_summary
from generator.model.masking import shown_key
from generator.render.markdown import code

_MOST_NAMED = 20
_OWN_ROOM = 4_000
"""Characters for what is said here besides the summary; a comment may have 65,536."""


class Seen(NamedTuple):
    """What the forge says that a request changes; `folder` is where the site lies in the repository."""

    paths: Collection[str]
    is_whole: bool
    folder: str


def waiting_comment(commit: str) -> str:
    """What stands there while a commit is judged: what was said of an earlier one no longer holds."""
    return f"## ⏳ 正在检查提交 {code(commit[:12])}\n\n以前的结果不算数，请等这一次的。\n"


def forge_comment(review: Review | None, seen: Seen, commit: str, details: str) -> str:
    """The whole text; without a doubt it is the review's own summary, with one its headline says so first."""
    doubts = tuple(_doubts(review, seen, commit))
    more = f"\n逐行标出的报告：<{details}>\n" if details else ""
    if review is None or review.commit != commit:
        return "\n".join(("## ⚠️ 没有可以采用的检查结果：维护者必须自己看全部改动", "", *doubts)) + f"\n{more}"
    summary = review_summary(review)
    if not doubts:
        return summary + more
    headline = f"## {review_headline(review)}"
    kept = summary.removeprefix(headline)
    own = headline if "❌" in headline else "## ⚠️ 维护者必须看：下面几条是代码库自己说的"
    said = "\n".join(("", *doubts))
    room = LONGEST_SUMMARY + _OWN_ROOM - len(own) - len(said) - len(more)
    cut = kept if len(kept) <= room else kept[: kept.rfind("\n", 0, room)] + "\n\n后面的没有列出，见报告附件。\n"
    return f"{own}\n{said}\n{cut}{more}"


def _doubts(review: Review | None, seen: Seen, commit: str) -> Iterator[str]:
    """Whatever the review says: what the forge counts, and where the two do not agree."""
    if review is None:
        yield "- 检查没有做完，或者它的结果不是 `mingshan vet` 写的。看这次运行的记录。"
    elif review.commit != commit:
        yield f"- 检查结果不是最新提交 {code(commit[:12])} 的。"
    if not seen.is_whole:
        yield "- 改动的文件太多，代码库列不全：要打开全部改动看，或者请提交的人分成几次。"
    if program := sorted(path for path in seen.paths if _is_machine(path, seen.folder)):
        yield f"- 这个请求改了程序、设置或规则，请技术人员逐行看：{_named(program)}"
    listed = {view.path for view in review.files} if review else set()
    if review and not review.unlisted and (unseen := sorted(set(seen.paths) - listed)):
        yield f"- 检查结果里没有这些改动的文件：{_named(unseen)}"
    if review and seen.is_whole and (unknown := sorted(listed - set(seen.paths))):
        yield f"- 检查结果里有代码库没有列出的文件：{_named(unknown)}"


def _is_machine(path: str, folder: str) -> bool:
    if folder and not path.startswith(f"{folder}/"):
        return True
    return file_kind(path.removeprefix(f"{folder}/" if folder else "")) not in OF_THE_PUBLIC


def _named(paths: Sequence[str]) -> str:
    shown = "、".join(code(shown_key(path[:200])) for path in paths[:_MOST_NAMED])
    return f"{shown} 等 {len(paths)} 份" if len(paths) > _MOST_NAMED else shown
