"""A table that says how many places are left to one that says 有, 不多 or 请致电, and never how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.feature import CellNote, Translation
from generator.model.places_left import UNITS_OF_PEOPLE, PlacesLeft, least_quota, word_for
from generator.model.table import Cell, RawTable

_QUOTA, _UNIT, _WORD = "quota", "quota_unit", "places_left"
_NUMBER = re.compile(r"(?:还剩|剩余|剩下|剩)?约?(\d{1,7})(?:个|名|户|人|人次|份|个名额)?", re.ASCII)
_LABELS = {PlacesLeft.SOME: "有", PlacesLeft.FEW: "不多", PlacesLeft.ASK: "请致电"}
_OF_THINGS = 1
"""A count of things is nobody's: then any number of places will do."""


def tell_roughly(table: RawTable, k: int) -> Translation:
    """The rows with words for numbers left; so small a number of places that it tells of people is left out."""
    if not {_QUOTA, _UNIT, _WORD}.issubset(table.columns):
        return Translation(table)
    at = {name: table.columns.index(name) for name in (_QUOTA, _UNIT, _WORD)}
    rows, notes = [list(row) for row in table.rows], list[CellNote]()
    for number, row in enumerate(rows):
        notes += (CellNote(number, field, words) for field, words in _reword(row, at, k))
    return Translation(RawTable(table.dataset, table.columns, rows, table.origins), tuple(notes))


def _reword(row: list[Cell], at: dict[str, int], k: int) -> Iterator[tuple[str, str]]:
    """Changes one row and says what was changed."""
    quota, left, of_people = _number(row[at[_QUOTA]]), _number(row[at[_WORD]]), _text(row[at[_UNIT]]) in UNITS_OF_PEOPLE
    if left is not None:
        word = word_for(quota, left, k if of_people else _OF_THINGS)
        row[at[_WORD]] = str(word)
        yield _WORD, f"写的是还剩几个，按名额换成“{_LABELS[word]}”；写数字，等于说出帮了几户"
    if of_people and quota is not None and 0 < quota < least_quota(k):
        row[at[_QUOTA]], row[at[_UNIT]], row[at[_WORD]] = None, None, str(PlacesLeft.ASK)
        yield _QUOTA, f"不到 {least_quota(k)} 个，没有写进目录，名额情况写成“请致电”：名额这么少，帮了谁熟人一看就知道"


def _number(cell: Cell) -> int | None:
    found = _NUMBER.fullmatch(_text(cell).replace(" ", "").replace(",", ""))
    return int(found[1]) if found else None


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else ""
