"""The cells of a table that nobody declared to what its columns seem to hold: type, codes, what tells rows apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from generator.exchange.imported_cells import NO, YES, fold
from generator.model.addresses import is_address_part

_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_NUMBER = re.compile(r"-?\d{1,15}\.\d+(?:[eE][-+]?\d{1,3})?|-?(?:0|[1-9]\d{0,14})")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:19|2[01])\d\d")
_YEARLY = re.compile(r"年|year", re.IGNORECASE)
_NAMED = re.compile(r"名称|标题|全称|name|title", re.IGNORECASE)
MOST_CODES = 60
"""So many different texts may be a list to choose from."""
_MOST_KEYS = 8
"""Columns among which those are looked for that together tell rows apart."""


class CodeList(NamedTuple):
    """A dataset that a column may refer to: by which of its fields, and the keys that stand in it."""

    dataset: str
    field: str
    keys: frozenset[str]


class ForeignColumn(NamedTuple):
    """`heading` as it is written; `target` is the list whose keys stand in it, `codes` what may stand in it."""

    name: str
    heading: str
    type: str
    is_filled: bool
    target: CodeList | None = None
    codes: tuple[str, ...] = ()


def read_columns(
    headings: Sequence[str], rows: Sequence[Sequence[str]], known: Sequence[CodeList]
) -> tuple[ForeignColumn, ...]:
    """Every column, in order; names are made of the headings where these are Latin, else of their place."""
    names = _names(headings)
    return tuple(_column(names[at], heading, [row[at] for row in rows], known) for at, heading in enumerate(headings))


def find_key(columns: Sequence[ForeignColumn], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The fewest filled columns of short words or years that tell all rows apart; empty where none do."""
    fit = [at for at, each in enumerate(columns) if each.is_filled and each.type in ("string", "year")]
    texts = [at for at in fit if all(is_address_part(row[at]) for row in rows)][:_MOST_KEYS]
    for size in range(1, len(texts) + 1):
        for chosen in combinations(texts, size):
            if len({tuple(row[at] for at in chosen) for row in rows}) == len(rows):
                return tuple(columns[at].name for at in chosen)
    return ()


def find_label(columns: Sequence[ForeignColumn]) -> str:
    """The column by which a row is called; empty where none holds words."""
    texts = [each for each in columns if each.type == "string"]
    named = [each for each in texts if _NAMED.search(each.heading)]
    return next((each.name for each in (*named, *texts)), "")


def _column(name: str, heading: str, cells: Sequence[str], known: Sequence[CodeList]) -> ForeignColumn:
    filled = [cell for cell in cells if cell]
    is_filled = len(filled) == len(cells) and bool(cells)
    distinct = dict.fromkeys(filled)
    target = next((each for each in known if filled and each.keys.issuperset(distinct)), None)
    type_ = "string" if target or not filled else _type(heading, tuple(distinct))
    is_list = type_ == "string" and not target and 1 < len(distinct) <= MOST_CODES and len(distinct) * 2 <= len(filled)
    return ForeignColumn(name, heading, type_, is_filled, target, tuple(distinct) if is_list else ())


def _type(heading: str, distinct: Sequence[str]) -> str:
    folded = {fold(each) for each in distinct}
    if len(folded) == 2 and folded & YES - {"1"} and folded & NO - {"0"}:
        return "boolean"
    if all(map(_YEAR.fullmatch, distinct)) and _YEARLY.search(heading):
        return "year"
    for type_, shape in (("integer", _INTEGER), ("number", _NUMBER), ("date", _DAY)):
        if all(map(shape.fullmatch, distinct)):
            return type_
    return "string"


def _names(headings: Sequence[str]) -> list[str]:
    found: list[str] = []
    for at, heading in enumerate(headings, 1):
        slug = re.sub(r"[^a-z0-9]+", "_", heading.lower()).strip("_")
        name = slug if re.match(r"[a-z]", slug) else f"column_{at}"
        found.append(name if name not in found else f"{name}_{at}")
    return found
