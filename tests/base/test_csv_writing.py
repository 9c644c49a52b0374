"""What the public opens in a spreadsheet never runs, a number stays a number, and data come back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.csv_writing import data_csv, guard, published_csv
from generator.read.csv_text import CsvRow, CsvText

# From OWASP's page on CSV injection, and the ways round it that were tried on this site.
RUN = (
    "=1+1",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(A1)",
)
BEHIND = ("\u00a0=1+1", "\u3000＝1+1", "\u200b=1+1", "\ufeff=1+1", " =1+1", "\u2060@A1")
SAFE = (
    "12",
    "-12",
    "+12.5",
    "-0.5",
    "示例",
    "a=b",
    "（=1）",
    "",
    "2026-07-01",
    "022-示例号码0003",
    "https://x.example/?a=1",
)


@pytest.mark.parametrize("text", (*RUN, *BEHIND))
def test_a_formula_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert next(csv.reader(io.StringIO(published_csv(["a"], [[text]]).split("\n", 1)[1], newline="")))[0] == f"'{text}"


@pytest.mark.parametrize("text", SAFE)
def test_everything_else_stays_as_it_is(text: str) -> None:
    assert guard(text) == text


def test_numbers_and_nothing_are_written_plainly_behind_a_byte_order_mark() -> None:
    assert published_csv(["数", "空"], [[-5, None]]) == "\ufeff数,空\n-5,\n"


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=2, max_size=2), min_size=1))
def test_data_come_back_as_they_were(rows: list[list[str]]) -> None:
    clean = [[cell.strip() for cell in row] for row in rows]
    read = [row.cells for row in CsvText("a.csv", data_csv(clean), ",").rows() if isinstance(row, CsvRow)]
    assert read == clean
