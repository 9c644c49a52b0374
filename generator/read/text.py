"""Bytes of a file to text, and what its encoding calls for."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from generator.model.problem import Location, Problem
from generator.model.problems import CONTROL_CHARACTER, EMPTY_FILE, UNREADABLE_FILE
from generator.model.rule import Severity
from generator.model.signs import CONTROL, HIDDEN_SIGNS
from generator.read.problems import CONFLICT_MARK, ENCODING, HIDDEN_SIGN

CONFLICT = re.compile(r"(?<!```text\n)^<{7} .*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", re.MULTILINE)
"""As git leaves it; not one that a guide shows."""
SAVE_AS_UTF8 = "请用 UTF-8 重新保存：Excel 选“另存为 → CSV UTF-8（逗号分隔）”，记事本选“另存为 → 编码 UTF-8”。"


def read_text(root: Path, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text and the problems of its encoding; no text when nothing in it can be used."""
    try:
        data = (root / file).read_bytes()
    except OSError:
        return None, (unreadable(file),)
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030; anything else is a problem."""
    try:
        text, encoding = _decoded(data)
    except UnicodeDecodeError as error:
        return None, (_undecodable(data, error, file),)
    if not text or text.isspace():
        return None, (_empty(file),)
    if found := CONTROL.search(text):
        return None, (_control_character(text, found.start(), file),)
    if found := CONFLICT.search(text):
        return None, (_conflict(Location(file, *text_place(text, found.start()))),)
    other = () if encoding == "UTF-8" else (_other_encoding(encoding, file),)
    return text, (*other, *find_hidden_signs(text, file))


def find_hidden_signs(text: str, file: str) -> tuple[Problem, ...]:
    """Signs that nobody sees are told with the place of the first; the text can be read all the same."""
    found = HIDDEN_SIGNS.search(text)
    return (_hidden_sign(text, found.start(), file),) if found else ()


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        if _is_damaged_utf8(data) or _is_mixed(data):
            raise
        return data.decode("gb18030"), "GBK"


def _is_damaged_utf8(data: bytes) -> bool:
    """Nearly everything reads as UTF-8: taking the rest for GBK would silently turn all of it into nonsense."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", "ignore"))
    return foreign - broken > 3 * broken


def _is_mixed(data: bytes) -> bool:
    """Whether some line is Chinese in UTF-8: rows of two files, of two encodings, were put into one."""
    return any(_is_chinese(line) for line in data.split(b"\n"))


def _is_chinese(line: bytes) -> bool:
    try:
        return any("\u4e00" <= sign <= "\u9fff" for sign in line.decode("utf-8"))
    except UnicodeDecodeError:
        return False


def unreadable(file: str) -> Problem:
    """A file that stands in the folder but cannot be opened."""
    return Problem(
        UNREADABLE_FILE,
        Location(file),
        "文件无法打开。",
        "检查文件是否还在、是否有读取权限，或重新上传一份。",
    )


def _empty(file: str) -> Problem:
    """A file of which nothing is left without blanks and line ends."""
    return Problem(EMPTY_FILE, Location(file), "文件是空的。", "填写内容；如果不再需要，请删除这份文件。")


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    """Bytes that are text in none of the encodings we read."""
    before = data[: error.start]
    return Problem(
        ENCODING,
        Location(file, line=before.count(b"\n") + 1),
        f"文字编码无法识别，第 {error.start + 1} 个字节处出错，文件没有读取。",
        SAVE_AS_UTF8,
    )


def _other_encoding(encoding: str, file: str) -> Problem:
    """A file in GBK or UTF-16 is read, but the next program may take it for something else."""
    return Problem(
        ENCODING.at(Severity.WARNING),
        Location(file),
        f"文件不是 UTF-8 编码，已按 {encoding} 读取。",
        SAVE_AS_UTF8,
    )


def _control_character(text: str, at: int, file: str) -> Problem:
    """NUL bytes and other invisible control characters mean a damaged file or a careless paste."""
    line, column = text_place(text, at)
    count = len(CONTROL.findall(text))
    return Problem(
        CONTROL_CHARACTER,
        Location(file, line, column),
        f"文件里有看不见的控制字符（U+{ord(text[at]):04X}，共 {count} 处），文件没有读取。",
        "删去这些字符：把内容复制到纯文本编辑器里重新保存，或从原系统重新导出。",
    )


def _conflict(place: Location) -> Problem:
    """Git could not join two changes and left both in the file, between marks."""
    return Problem(
        CONFLICT_MARK,
        place,
        "从这里起是两次修改冲突时 git 留下的记号（<<<<<<<、=======、>>>>>>>），文件没有读取。",
        "两份内容之间留下正确的（两边都要的，两边都留下），再删去三行记号。",
    )


def _hidden_sign(text: str, at: int, file: str) -> Problem:
    """A sign without width, or one that turns the direction of writing: two names look alike and are not."""
    line, column = text_place(text, at)
    count = len(HIDDEN_SIGNS.findall(text))
    return Problem(
        HIDDEN_SIGN,
        Location(file, line, column),
        f"文字里有看不见、或会打乱顺序的符号（U+{ord(text[at]):04X}，共 {count} 处）。",
        "删去这一处前后的几个字，重新打一遍；从别处复制的，先贴到记事本里再复制。",
    )


def text_place(text: str, at: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1."""
    lines = text[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
