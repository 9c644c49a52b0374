"""Bytes of a file to text, and what its encoding calls for."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from generator.model.problem import Location, Problem
from generator.model.signs import CONTROL, HIDDEN_SIGNS
from generator.read.file_problems import (
    conflict_mark,
    control_character,
    empty_file,
    hidden_sign,
    other_encoding,
    undecodable,
    unreadable_file,
)

CONFLICT = re.compile(r"(?<!```text\n)^<{7} .*\n(?:.*\n)*?={7}\r?\n(?:.*\n)*?>{7} ", re.MULTILINE)
"""As git leaves it; not one that a guide shows."""


def read_text(root: Path, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The file's text and the problems of its encoding; no text when nothing in it can be used."""
    try:
        data = (root / file).read_bytes()
    except OSError:
        return None, (unreadable_file(file),)
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030; anything else is a problem."""
    try:
        text, encoding = _decoded(data)
    except UnicodeDecodeError as error:
        return None, (undecodable(Location(file, line=data.count(b"\n", 0, error.start) + 1), error.start + 1),)
    if not text or text.isspace():
        return None, (empty_file(file),)
    if found := CONTROL.search(text):
        return None, (
            control_character(Location(file, *text_place(text, found.start())), found[0], len(CONTROL.findall(text))),
        )
    if found := CONFLICT.search(text):
        return None, (conflict_mark(Location(file, *text_place(text, found.start()))),)
    other = () if encoding == "UTF-8" else (other_encoding(encoding, file),)
    return text, (*other, *find_hidden_signs(text, file))


def find_hidden_signs(text: str, file: str) -> tuple[Problem, ...]:
    """Signs that nobody sees are told with the place of the first; the text can be read all the same."""
    found = HIDDEN_SIGNS.search(text)
    if not found:
        return ()
    place = Location(file, *text_place(text, found.start()))
    return (hidden_sign(place, found[0], len(HIDDEN_SIGNS.findall(text))),)


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


def text_place(text: str, at: int) -> tuple[int, int]:
    """Line and column of a character, both counted from 1."""
    lines = text[:at].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1
