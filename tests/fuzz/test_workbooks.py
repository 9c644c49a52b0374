"""Two thousand damaged workbooks: every one is read or told, in time, and never by the gigabyte."""

from __future__ import annotations

import time
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from generator.base.limits import LimitedProcess
from generator.exchange.sheet_tables import Filling, read_sheet
from generator.exchange.sheets import open_workbook
from generator.exchange.workbooks import decode_workbook
from generator.model.problem import Problem
from tests.builders import dataset, field
from tests.exchange.written import saved
from tests.fuzz.mutants import MOST_MEGABYTES, SEEDS, SLOWEST, mutated_workbook

OFFERS = dataset("offers", field("name", title="名称", required=True), field("since", "date", title="有效期起"))
OLD = Path(__file__).parents[1] / "exchange" / "panic.txt"
"""An old workbook in base64: git takes no .xls here, and the privacy check refuses them."""


def _workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    for row in (["资源表"], ["ID", "名称", "有效期起"], *([str(at), f"第{at}项", "2026-07-01"] for at in range(20))):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["D3"] = "=SUM(A1:A2)"
    sheet["B4"].fill = PatternFill("solid", start_color="0D5863")
    sheet.column_dimensions["E"].hidden = True
    book.create_sheet("二").append(["ID", "名称"])
    return saved(book)


@pytest.fixture(scope="module")
def process() -> Iterator[LimitedProcess]:
    with LimitedProcess() as begun:
        yield begun


@pytest.fixture(scope="module")
def bases() -> list[tuple[bytes, str]]:
    return [(_workbook(), "a.xlsx"), (b64decode(OLD.read_text("ascii")), "a.xls")]


@pytest.mark.parametrize("start", SEEDS[::100])
def test_damaged_workbooks_are_read_or_told(
    start: int, process: LimitedProcess, bases: list[tuple[bytes, str]]
) -> None:
    for seed in SEEDS[start : start + 100]:
        base, name = bases[seed % 10 == 1]
        data, began = mutated_workbook(base, seed), time.monotonic()
        sheets, problems = open_workbook(process, data, name)
        assert sheets or problems, seed
        assert all(isinstance(each, Problem) for each in problems), seed
        tables = [read_sheet(OFFERS, sheet, {}, Filling({})) for sheet in sheets]
        grid, told = decode_workbook(process, data, name)
        assert grid or told, seed
        assert time.monotonic() - began < SLOWEST, seed
        assert len(tables) == len(sheets)
    assert _most_megabytes(process) < MOST_MEGABYTES


def _most_megabytes(process: LimitedProcess) -> float:
    """The most memory that the process ever had; a new one begins where the last was ended."""
    if process._process is None:
        return 0
    try:
        lines = Path(f"/proc/{process._process.pid}/status").read_text().splitlines()
    except OSError:  # a system without such a folder
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0)


def test_the_good_ones_are_read(process: LimitedProcess) -> None:
    sheets, _ = open_workbook(process, _workbook(), "a.xlsx")
    assert len(sheets) == 2
    assert BytesIO(_workbook()).getvalue()[:2] == b"PK"
