"""What a site gives away to the texts in it, and to the large numbers in these, each with what is around it."""

from __future__ import annotations

import gzip
import io
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from openpyxl import load_workbook

SHEETS = (".xlsx", ".db")
"""Kinds of which every row becomes a line."""
_LARGE = re.compile(r"(?<![\w.])\d[\d,\u00a0\u2009\u202f' ]{5,}\d(?!\w)")


class Found(NamedTuple):
    """A number as digits; `before` it and the `around` that belongs to it: its line, or its object of JSON."""

    digits: str
    before: str
    around: str


def texts_of(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """A file as text, and what is packed in it, each with its name."""
    if name.endswith(".xlsx"):
        yield name, _rows_of_workbook(data)
    elif name.endswith(".db"):
        yield name, _rows_of_database(data)
    elif zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for each in packed.namelist():
                yield from texts_of(each, packed.read(each))
    elif data[:2] == b"\x1f\x8b":
        yield from texts_of(name, gzip.decompress(data))
    else:
        yield name, data.decode("utf-8", "replace")


def _rows_of_workbook(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data), read_only=True)
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "\n".join(",".join(str(cell) for cell in row) for row in rows)


def _rows_of_database(data: bytes) -> str:
    with tempfile.NamedTemporaryFile(suffix=".db") as file:
        Path(file.name).write_bytes(data)
        base = sqlite3.connect(f"file:{file.name}?immutable=1", uri=True)
        names = [name for (name,) in base.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        rows = [row for name in names for row in base.execute(f'SELECT * FROM "{name}"')]
        base.close()
    return "\n".join(",".join(map(str, row)) for row in rows)


def large_numbers(name: str, text: str) -> Iterator[Found]:
    """Whole numbers of seven digits and more, however their thousands are set apart."""
    for each in _LARGE.finditer(text):
        yield Found(
            re.sub(r"\D", "", each[0]), text[max(0, each.start() - 30) : each.start()], _around(name, text, each)
        )


def _around(name: str, text: str, found: re.Match[str]) -> str:
    ends = ("{", "}") if name.endswith((".json", ".js", ".mingshan")) else ("\n", "\n")
    end = text.find(ends[1], found.end())
    return text[text.rfind(ends[0], 0, found.start()) + 1 : end if end >= 0 else len(text)]
