"""A cell as somebody wrote it to the text its field asks for; what cannot be understood stays as it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from generator.exchange.imported_dates import read_day
from generator.exchange.workbook_reading import Written
from generator.model.dataset import Field
from generator.model.table import Cell

_NOTHING = frozenset({"", "-", "—", "——", "/", "\\", "无", "没有", "暂无", "不限", "不填", "n/a"})
"""What people write into a cell that has nothing to say."""
YES = frozenset({"是", "有", "可以", "可", "√", "✓", "✔", "对", "y", "yes", "true", "1"})
NO = frozenset({"否", "无", "没有", "不可以", "不可", "不", "×", "✗", "✘", "x", "n", "no", "false", "0"})
_UNIT = re.compile(r"(?:人民币)?([\d.]+)(?:元|人|户|名|人次|份|件|岁|周岁|天|日|个?工作日)?(?:整)?")
_LATIN = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+")
_LIST_MARKS = re.compile(r"[;；、，\n/]+")
_TEXT_LIST_MARKS = re.compile(r"[;；\n]+")

Labels = Mapping[str, Mapping[str, str]]
"""For each field with a closed list of values: the value by each name people know it under."""


class Reading(NamedTuple):
    """What was understood, and what the writer should be told of it."""

    cell: Cell
    note: str = ""


def read_cell(field: Field, written: Written, labels: Mapping[str, str], late: bool, is_1904: bool = False) -> Reading:
    """The cell's text as the declaration asks for it; `late` and `is_1904` as `read_day` takes them."""
    text = _as_text(written)
    if not field.required and fold(text) in _NOTHING and field.type != "boolean":
        return Reading(None)
    if not text:
        return Reading(None)
    if field.is_list:
        return Reading(_read_list(field, text, labels))
    if field.type == "date":
        return Reading(*read_day(written, late, is_1904))
    return Reading(_read_text(field, text, labels))


def _as_text(written: Written) -> str:
    if written is None or isinstance(written, bool):
        return {None: "", True: "是", False: "否"}[written]
    if isinstance(written, float) and written.is_integer():
        return str(int(written))
    if isinstance(written, datetime):
        return (written.date() if not (written.hour or written.minute) else written).isoformat()
    return written.isoformat() if isinstance(written, date) else str(written).replace("\r\n", "\n").strip()


def _read_list(field: Field, text: str, labels: Mapping[str, str]) -> list[str] | None:
    """Lists of codes are cut at every mark; items of free text may hold a pause: 身份证原件、复印件."""
    marks = _LIST_MARKS if field.target or field.categories else _TEXT_LIST_MARKS
    parts = (part.strip() for part in marks.split(text))
    return [_named(part, labels) for part in parts if part] or None


def _read_text(field: Field, text: str, labels: Mapping[str, str]) -> str:
    reader = _READERS.get(field.format) or _READERS.get(field.type)
    return reader(field, text) if reader and not labels else _named(text, labels)


def _named(text: str, labels: Mapping[str, str]) -> str:
    """The value behind a name; a shortened name will do where only one begins like it.

    Of other text only digits and letters are narrowed: Chinese punctuation is right as it is.
    """
    folded = fold(text)
    if folded in labels:
        return labels[folded]
    begun = {value for label, value in labels.items() if folded and label.startswith(folded)}
    return begun.pop() if len(begun) == 1 else _LATIN.sub(lambda found: _narrow(found[0]), text)


def fold_labels(labels: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Labels as `read_cell` looks them up; one that stands for two values stands for none."""
    found: dict[str, set[str]] = {}
    for label, value in labels:
        for text in {fold(label), fold(re.sub(r"[（(].*?[)）]", "", label))}:
            found.setdefault(text, set()).add(value)
    return {text: values.pop() for text, values in found.items() if len(values) == 1}


def is_one_item(text: str) -> bool:
    """Whether a name can stand in a list of names without being cut in two."""
    return not _LIST_MARKS.search(text)


def fold(text: str) -> str:
    """A name as it is looked up: without blanks, in narrow signs and small letters."""
    return re.sub(r"\s+", "", _narrow(text)).lower()


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _number(_field: Field, text: str) -> str:
    plain = re.sub(r"[\s,]", "", _narrow(text))
    found = _UNIT.fullmatch(plain)
    return found[1] if found else plain


def _yes_or_no(field: Field, text: str) -> str:
    folded = fold(text)
    for known, values in ((YES, "trueValues"), (NO, "falseValues")):
        if folded in known:
            return str(field.descriptor.get(values, [text])[0])
    return text


def _telephone(_field: Field, text: str) -> str:
    return re.sub(r"[—–－―‐]+", "-", re.sub(r"[\s()]", "", _narrow(text)))


def _period(_field: Field, text: str) -> str:
    plain = re.sub(r"[\s年度]", "", _narrow(text)).upper()
    return plain.replace("上半", "H1").replace("下半", "H2")


_READERS: Mapping[str, Callable[[Field, str], str]] = {
    "telephone": _telephone,
    "period": _period,
    "integer": _number,
    "number": _number,
    "boolean": _yes_or_no,
}
"""By format, else by type."""
