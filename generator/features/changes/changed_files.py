"""Changed files to what their reviewers must know of each: the sentences, the numbers, who has to look."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.features.changes.changed_file_kinds import OF_THE_PUBLIC, ChangedKind, file_kind
from generator.features.changes.changed_passages import MOST_PASSAGES, changed_lines, changed_passages
from generator.features.changes.review import FileView, PassageView, Risk
from generator.model.change import ChangeKind
from generator.model.passage import Passage, PassageSheet
from generator.model.problem import Problem
from generator.publish.tree_changes import TreeChange, TreeChanges
from generator.read.flat_keys import flat_keys
from generator.read.packages import UNSEEN_ATTRIBUTES
from generator.read.passages import read_any_text, read_content
from generator.read.settings_keys import OUR_KEYS, SITE_KEYS

MOST_DOCUMENTS = 50
"""Attachments whose words are compared; taking them apart is slow."""
_READ_AS_PROSE = frozenset(
    {ChangedKind.ARTICLE, ChangedKind.TEMPLATE, ChangedKind.OWNERS, ChangedKind.GIT, ChangedKind.OTHER}
)
_READ_AS_KEYS = frozenset({ChangedKind.SETTINGS, ChangedKind.TRUST, ChangedKind.DECLARATION, ChangedKind.NATIONAL})
_TEXTS = (".md", ".txt", ".csv", ".tsv", ".html", ".yml", ".yaml", ".css", ".json", ".typ", "")
_TO_OPEN = {
    ChangedKind.PICTURE: "请打开看，图上可能有号码和二维码",
    ChangedKind.ATTACHMENT: "请打开看，里面的链接和图片没有列在这里",
}
_LARGEST_TEXT = 2_000_000
_DANGEROUS = {
    ChangedKind.TRUST: "危险：它放宽 mkdocs.yml 和页首信息能写什么",
    ChangedKind.OWNERS: "危险：它决定谁来审核",
    ChangedKind.GIT: "危险：它能让改动看不见，或取出来变了样",
    ChangedKind.GOVERNING: "危险：它决定查什么、谁来看、危险时打哪个号码",
    ChangedKind.WORKFLOW: "危险：自动流程能动用代码库的权限",
    ChangedKind.PROGRAM: "危险：检查本身就是它做的",
}
_DISGUISED = "符号链接、子模块或权限有改动，不是普通的文件"
_UNSEEN = "公开的内容没有变（只改了写法或注释）"
_UNREAD = "不当作数据读取，或者是不公开的记录，没有比较内容"
_TOO_LARGE = "太大，没有逐句比较，请打开看"
_FAULTY = "有错误，改正以后才知道改了什么"
_OF_RECORDS = "见下面各条记录的变化"


@dataclass(frozen=True, slots=True)
class FileReading:
    """What is known for reading changed files.

    `records` are folders whose files are records, compared as such; `risks` are files of which a record changed, and
    how grave that was, `faulty` those with errors, `shown` those whose records were and are public; `cover` hides
    what is a person's; `owners` names who must look.
    """

    records: Collection[str]
    governing: Collection[str]
    risks: dict[str, Risk]
    faulty: Collection[str]
    shown: Collection[str]
    cover: Callable[[str, str], str]
    owners: Callable[[str], tuple[str, ...]]


def view_files(tree: TreeChanges, reading: FileReading) -> tuple[FileView, ...]:
    """Every changed path, the gravest first; none is left out, whatever it is."""
    documents = 0
    views: list[FileView] = []
    for change in tree.changes:
        inside = change.path.startswith(tree.prefix)
        path = change.path.removeprefix(tree.prefix) if inside else f"../{change.path}"
        kind = file_kind(path, reading.governing) if inside else ChangedKind.OTHER
        documents += kind is ChangedKind.ATTACHMENT
        passages = tuple(_passages(change, path, kind, reading, documents <= MOST_DOCUMENTS))
        views.append(
            FileView(
                _decodable(change.path),
                kind,
                ChangeKind.ADDED if change.is_new else ChangeKind.REMOVED if change.is_gone else ChangeKind.CHANGED,
                _risk(change, path, kind, passages, reading),
                _note(change, path, kind, passages, reading),
                passages[:MOST_PASSAGES],
                max(0, len(passages) - MOST_PASSAGES),
                reading.owners(change.path),
            )
        )
    return tuple(sorted(views, key=lambda view: (view.risk, view.kind not in OF_THE_PUBLIC, view.kind, view.path)))


def _decodable(path: str) -> str:
    """A name that is no text, as text: a document can hold nothing else."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _passages(
    change: TreeChange, path: str, kind: ChangedKind, reading: FileReading, is_read: bool
) -> Iterator[PassageView]:
    """Nothing of records: theirs are told as values, and what nobody may see any more is not repeated."""
    before, after = change.before or b"", change.after or b""
    if not change.is_plain or _is_record(path, reading) or max(len(before), len(after)) > _LARGEST_TEXT:
        return

    def cover(text: str) -> str:
        return reading.cover(path, text)

    if kind in _READ_AS_KEYS:
        yield from changed_lines(_as_keys(before, path), _as_keys(after, path), cover)
    elif kind in _READ_AS_PROSE and PurePosixPath(path).suffix.lower() in _TEXTS:
        yield from changed_passages(read_any_text(before), read_any_text(after), cover)
    elif kind is ChangedKind.ATTACHMENT and is_read:
        yield from changed_passages(_words(before, path), _words(after, path), cover)


def _is_record(path: str, reading: FileReading) -> bool:
    return path.startswith(tuple(f"{folder}/" for folder in reading.records)) and not path.endswith("dataset.yaml")


def _as_keys(data: bytes, file: str) -> str:
    """The menu and our settings are called what people call them."""
    flat = flat_keys(read_any_text(data), file)
    flat = re.sub(r"^nav(?= ›|：)", "菜单", flat, flags=re.MULTILINE)
    return re.sub(r"^(?:extra › mingshan › )?(\w+)(?= ›|：)", _titled, flat, flags=re.MULTILINE)


def _titled(found: re.Match[str]) -> str:
    keys = OUR_KEYS if found[0] != found[1] else SITE_KEYS
    return f"{keys[found[1]].title}（{found[1]}）" if found[1] in keys else found[0]


def _words(data: bytes, file: str) -> str:
    """What a document says; nothing of one that cannot be opened, which the check tells of."""
    found = read_content(data, file)[1:] if data else ()
    return "\n".join(text for item in found for text in _texts(item))


def _texts(item: Passage | PassageSheet | Problem) -> Iterator[str]:
    if isinstance(item, Passage) and not item.where.endswith(UNSEEN_ATTRIBUTES):
        yield item.text
    elif isinstance(item, PassageSheet):
        yield from ("；".join(cell for cell in row if cell) for row in item.rows)


def _risk(
    change: TreeChange, path: str, kind: ChangedKind, passages: Collection[PassageView], reading: FileReading
) -> Risk:
    risk = reading.risks.get(path)
    if any(each.gone or each.come for each in passages) or risk is Risk.LEADS:
        return Risk.LEADS
    if kind not in OF_THE_PUBLIC or not change.is_plain:
        return Risk.MACHINE
    is_data = kind is ChangedKind.DATA or _is_record(path, reading)
    is_quiet = path in reading.shown or (is_data and path in reading.faulty)
    return risk or (Risk.QUIET if is_quiet else Risk.PUBLIC)


def _note(
    change: TreeChange, path: str, kind: ChangedKind, passages: Collection[PassageView], reading: FileReading
) -> str:
    if not change.is_plain or kind in _DANGEROUS:
        return _DANGEROUS[kind] if change.is_plain else _DISGUISED
    if kind in (ChangedKind.PICTURE, ChangedKind.ATTACHMENT):
        return f"{_sizes(change)}；{_TO_OPEN[kind]}".removeprefix("；")
    if kind is ChangedKind.DATA or _is_record(path, reading):
        return _note_of_data(path, reading)
    if max(len(change.before or b""), len(change.after or b"")) > _LARGEST_TEXT:
        return _TOO_LARGE
    is_quiet = kind in _READ_AS_KEYS | _READ_AS_PROSE and not passages and change.before is not None and change.after
    return "只改了空白、注释或写法" if is_quiet else ""


def _note_of_data(path: str, reading: FileReading) -> str:
    if path in reading.risks:
        return _OF_RECORDS
    return _FAULTY if path in reading.faulty else _UNSEEN if path in reading.shown else _UNREAD


def _sizes(change: TreeChange) -> str:
    sizes = [f"{len(each):,} 字节" for each in (change.before, change.after) if each is not None]
    return " → ".join(sizes)
