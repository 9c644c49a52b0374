"""A sheet of cells to what in it exposes somebody, each cell judged by its column, its row and what it is part of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import chain
from typing import NamedTuple

from generator.check.personal.detection import find_exposures
from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import fold
from generator.check.personal.registers import (
    is_an_offices,
    lists_organisations,
    names_organisations,
    speaks_of_persons,
    tells_how_to_reach,
)
from generator.check.personal.surroundings import ACCOUNT_WORDS, IDENTITY, PHONE

Rows = Sequence[Sequence[str]]

_TELLING = re.compile(
    rf"{IDENTITY.pattern}|{PHONE.pattern}|{ACCOUNT_WORDS.pattern}|出生|(?<!发)生日|birth|护照|passport|通行证|台胞证|回乡证|QQ|微信|wechat",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?%?")
_TELEPHONE = re.compile(r"\s*0\d(?:[\s\-]?\d){8,10}\s*")
_PIECE = re.compile(r"[+(]?\d{1,17}[Xx)]?")
_BY_LENGTH = frozenset({ExposureKind.MOBILE, ExposureKind.LANDLINE, ExposureKind.BANK_CARD, ExposureKind.PERMIT})
"""What a mere amount can look like; an identity number has a day, a place and a check sign in it."""
_JOINED = frozenset({ExposureKind.IDENTITY_NUMBER, ExposureKind.MOBILE, ExposureKind.BANK_CARD})
_HEAD = 3
"""Rows at the top in which a column's heading stands."""
_MOST_PIECES = 19
_PARTED = frozenset(
    {(6, 12), (14, 4), (10, 8), (6, 8, 4), (6, 4, 4, 4), (6, 4, 2, 2, 4), (2, 2, 2, 8, 4), (2, 2, 2, 4, 2, 2, 4)}
)
"""Place, day and order: where people part an identity number."""
_SHORTEST = 11
_SAMPLE = 200
_SHARE = 0.6
_FEW = 4


class Found(NamedTuple):
    """A finding, and the cell it is in or begins in."""

    row: int
    column: int
    exposure: Exposure


def find_in_sheet(rows: Rows) -> Iterator[Found]:
    """Cells one by one, then the numbers that are split over the cells of a row or of a column."""
    headings = _headings(rows)
    amounts = _columns_of_amounts(rows, headings)
    offices, abroad = _columns_of_offices(rows), _columns_from_abroad(rows)
    taken: set[tuple[int, int]] = set()
    for found in chain(_find_in_cells(rows, headings, amounts, offices, abroad), _find_split(rows, headings)):
        if (found.row, found.column) not in taken or found.exposure.kind not in _JOINED:
            taken.add((found.row, found.column))
            yield found


def _find_in_cells(
    rows: Rows,
    headings: Sequence[str],
    amounts: frozenset[int],
    offices: frozenset[int],
    abroad: frozenset[int],
) -> Iterator[Found]:
    seen: dict[tuple[str, str], tuple[Exposure, ...]] = {}
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if len(cell) < 2:
                continue
            if "E+" in cell or cell.endswith(".0"):
                cell = _whole(cell)
            about = headings[column] or _beside(row, column)
            if (about, cell) not in seen:
                seen[about, cell] = find_exposures(cell, about)
            for exposure in seen[about, cell]:
                is_amount = column in amounts and exposure.kind in _BY_LENGTH and _QUANTITY.fullmatch(cell.strip())
                is_foreign = column in abroad and exposure.kind is ExposureKind.LANDLINE
                if not is_amount and not is_foreign and not (column in offices and is_an_offices(exposure)):
                    yield Found(at, column, exposure)


def _columns_of_offices(rows: Rows) -> frozenset[int]:
    """In a register of organisations the columns that say how they are reached."""
    for row in rows[:_HEAD]:
        columns = frozenset(at for at, heading in enumerate(row) if tells_how_to_reach(heading))
        if columns and (lists_organisations(row) or (not speaks_of_persons(row) and _has_names(rows))):
            return columns
    return frozenset()


def _has_names(rows: Rows) -> bool:
    """Whether a column holds what organisations are called."""
    sample = rows[1 : _SAMPLE + 1]
    width = max(map(len, sample), default=0)
    return any(
        names_organisations([row[at].strip() for row in sample if at < len(row) and row[at].strip()])
        for at in range(width)
    )


def _columns_from_abroad(rows: Rows) -> frozenset[int]:
    """Columns of telephones most of which fit no area of China's numbering plan."""
    width = max(map(len, rows[:_SAMPLE]), default=0)
    return frozenset(at for at in range(width) if _is_from_abroad([row[at] for row in rows[:_SAMPLE] if at < len(row)]))


def _is_from_abroad(cells: Sequence[str]) -> bool:
    numbers = [cell for cell in cells if _TELEPHONE.fullmatch(cell)]
    here = sum(any(each.kind is ExposureKind.LANDLINE for each in find_exposures(cell)) for cell in numbers)
    return len(numbers) >= _FEW and here * 2 < len(numbers)


def _whole(cell: str) -> str:
    """A long number as programs spoil it: with an exponent, or with a nought behind a full stop."""
    try:
        number = Decimal(cell.strip())
    except InvalidOperation:
        return cell
    return str(int(number)) if number == number.to_integral_value() and number.adjusted() < 20 else cell


def _headings(rows: Rows) -> list[str]:
    """Of each column the heading, where it tells what numbers the column holds."""
    width = max(map(len, rows), default=0)
    return [_telling(row[column] for row in rows[:_HEAD] if column < len(row)) for column in range(width)]


def is_telling(heading: str) -> bool:
    """Whether a heading says that numbers of persons stand below it."""
    return bool(_TELLING.search(heading))


def _telling(cells: Iterator[str]) -> str:
    return next((cell.strip() for cell in cells if len(cell) <= 30 and is_telling(cell) and not _long(cell)), "")


def _beside(row: Sequence[str], column: int) -> str:
    """In a form the cell to the left says what this one holds."""
    return _telling(iter(row[column - 1 : column])) if column else ""


def _long(cell: str) -> bool:
    return bool(re.search(r"\d{5}", cell))


def _columns_of_amounts(rows: Rows, headings: Sequence[str]) -> frozenset[int]:
    """Columns of numbers some of which have another size, a sign or a fraction: they count or measure something."""
    return frozenset(column for column, heading in enumerate(headings) if not heading and _is_amounts(rows, column))


def _is_amounts(rows: Rows, column: int) -> bool:
    cells = [row[column].strip() for row in rows if column < len(row) and row[column].strip()]
    numbers = [cell for cell in cells if _QUANTITY.fullmatch(cell)]
    if len(numbers) < _FEW or len(numbers) < len(cells) * 0.8:
        return False
    if any("." in cell or cell.startswith("-") or "," in cell for cell in numbers):
        return True
    suspected = sum(any(each.kind in _BY_LENGTH for each in find_exposures(cell)) for cell in numbers if len(cell) > 6)
    near = sum(len(cell) in (9, 10, 12, 13) for cell in numbers)
    return suspected < len(numbers) * _SHARE and near > 0


def _find_split(rows: Rows, headings: Sequence[str]) -> Iterator[Found]:
    """Numbers one piece of which stands in each cell: side by side, or one below the other."""
    chances: dict[tuple[int, int], bool] = {}
    for at, row in enumerate(rows):
        for start, pieces in _runs(row):
            for first, last, exposure in _find_joined(pieces):
                cells = (start + first, start + last)
                parts = pieces[first : last + 1]
                is_said = _is_told(row, headings, cells)
                is_sure = is_said or _begins_with_nought(parts) or _is_natural(parts, exposure)
                is_answers = not is_said and _is_out_of_a_row(pieces, first, last)
                if not is_answers and (is_sure or _is_no_chance(rows, cells, chances)):
                    yield Found(at, cells[0], exposure)
    yield from _find_split_downwards(rows, len(headings))


def _find_split_downwards(rows: Rows, width: int) -> Iterator[Found]:
    if len(rows) > _MOST_PIECES * 4:
        return
    for column in range(width):
        for start, pieces in _runs([row[column] if column < len(row) else "" for row in rows]):
            for first, _, exposure in _find_joined(pieces):
                if exposure.kind is ExposureKind.IDENTITY_NUMBER:
                    yield Found(start + first, column, exposure)


def _begins_with_nought(parts: Sequence[str]) -> bool:
    """No amount does."""
    return any(len(piece) > 1 and piece[0] == "0" for piece in parts[1:])


def _is_natural(pieces: Sequence[str], exposure: Exposure) -> bool:
    """Identity numbers that are parted where they have parts; two amounts side by side make one by chance."""
    lengths = tuple(map(len, pieces))
    is_parted = lengths in _PARTED or set(lengths) == {1}
    return exposure.kind is ExposureKind.IDENTITY_NUMBER and (exposure.value.endswith("X") or is_parted)


def _is_out_of_a_row(pieces: Sequence[str], first: int, last: int) -> bool:
    """Single digits with more single digits before or behind: answers in figures, no number that fills its boxes."""
    if any(len(piece) > 1 for piece in pieces[first : last + 1]):
        return False
    around = (*pieces[max(0, first - 1) : first], *pieces[last + 1 : last + 2])
    return any(len(piece) == 1 for piece in around)


def _is_no_chance(rows: Rows, cells: tuple[int, int], known: dict[tuple[int, int], bool]) -> bool:
    if cells not in known:
        known[cells] = _is_everywhere(rows, cells)
    return known[cells]


def _is_told(row: Sequence[str], headings: Sequence[str], cells: tuple[int, int]) -> bool:
    """By a heading of these columns, or by the cell before them."""
    first, last = cells
    return any(headings[first : last + 1]) or (first > 0 and is_telling(row[first - 1]))


def _runs(cells: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Neighbouring cells that may be pieces of one number, at least two."""
    start, run = 0, list[str]()
    for at, cell in enumerate((*cells, "")):
        plain = fold(cell).text.strip() if cell else ""
        if _PIECE.fullmatch(plain) or (run and plain in ("X", "x")):
            if not run:
                start = at
            run.append(plain)
        else:
            if len(run) > 1:
                yield start, run
            run = []


def _find_joined(pieces: Sequence[str]) -> Iterator[tuple[int, int, Exposure]]:
    """With the first and the last piece it is made of."""
    if sum(map(len, pieces)) < _SHORTEST:
        return
    ends, length = list[int](), 0
    for piece in pieces:
        ends.append(length := length + len(piece) + 1)
    for exposure in find_exposures(" ".join(pieces)):
        first, last = bisect_right(ends, exposure.start), bisect_left(ends, exposure.end)
        if exposure.kind in _JOINED and first < last:
            yield first, last, exposure


def _is_everywhere(rows: Rows, cells: tuple[int, int]) -> bool:
    """Whether most rows have such a number in these cells: then it is no chance."""
    first, last = cells
    joined = (" ".join(row[first : last + 1]) for row in rows[:_SAMPLE] if len(row) > last)
    numbers = [text for text in joined if re.fullmatch(r"[\dXx ]+", text)]
    hits = sum(any(each.kind in _JOINED for each in find_exposures(text)) for text in numbers)
    return hits >= max(1, len(numbers) * _SHARE)
