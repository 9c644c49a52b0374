"""Any file that people hand in to the passages of text in it, or to the reason why nobody can look inside."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from generator.model.passage import Passage
from generator.model.problem import Location, Problem
from generator.read.documents import read_pdf, read_word, read_workbook
from generator.read.pictures import read_picture
from generator.read.problems import ATTACHMENT_UNREADABLE, FILE_TOO_LARGE, UNEXAMINED
from generator.read.text import decode

_MEGABYTE = 1024 * 1024
_LARGEST = 30 * _MEGABYTE
_LARGEST_UNPACKED = 300 * _MEGABYTE
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
PACKED = frozenset({".docx", ".xlsx"})
OFFICE_WORDS: Mapping[str, Callable[[Path], Iterator[Passage]]] = {
    ".docx": read_word,
    ".pdf": read_pdf,
    ".xlsx": read_workbook,
    **dict.fromkeys(PICTURES, read_picture),
}
TEXTS = frozenset({".md", ".txt", ".csv"})

Item = Passage | Problem


def read_passages(root: Path, file: str) -> tuple[Item, ...]:
    """The file's name and everything it says; what cannot be read is a problem."""
    path, kind = root / file, PurePosixPath(file).suffix.lower()
    name = Passage("文件名", PurePosixPath(file).stem.replace("_", " "))
    if path.stat().st_size > _LARGEST:
        return name, _too_large(file)
    if kind in TEXTS:
        text, _ = decode(path.read_bytes(), file)
        return (name, Passage("正文", text, 1)) if text else (name,)
    if kind in OFFICE_WORDS:
        return name, *_read_office(path, file, kind)
    return name, _unexamined(file, "压缩包和这类文件里的内容没法检查")


def _read_office(path: Path, file: str, kind: str) -> tuple[Item, ...]:
    """Libraries that read other people's files raise whatever they like; every fault means the same to us."""
    if kind in PACKED and _unpacks_too_large(path):
        return (_unreadable(file),)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        found = tuple(OFFICE_WORDS[kind](path))
    except Exception:
        return (_unreadable(file),)
    if kind == ".pdf" and not any(passage.text.strip() for passage in found):
        return (_unexamined(file, "这份 PDF 里没有文字（多半是扫描件），没法检查"),)
    return found


def _unpacks_too_large(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as packed:
            return sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED
    except (zipfile.BadZipFile, OSError):
        return False


def _too_large(file: str) -> Problem:
    """Attachments are fetched by people on phones."""
    return Problem(
        FILE_TOO_LARGE,
        Location(file),
        f"文件超过 {_LARGEST // _MEGABYTE} MB。",
        "压缩图片，或拆成几份。",
    )


def _unreadable(file: str) -> Problem:
    """A file that is not what its name says, is damaged, or is locked with a password."""
    return Problem(
        ATTACHMENT_UNREADABLE,
        Location(file),
        "文件打不开：损坏了、加了密码，或者不是名称所说的那种文件。",
        "用原来的软件重新另存一份，不加密码。",
    )


def _unexamined(file: str, why: str) -> Problem:
    """Whatever is inside is published without anybody having looked."""
    return Problem(
        UNEXAMINED,
        Location(file),
        f"{why}有没有个人信息。",
        "换成有文字的 PDF、Word 或 Excel；确实要放的，请人工核对后再提交。",
    )
