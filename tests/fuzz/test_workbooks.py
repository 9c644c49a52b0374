"""Two thousand damaged workbooks: every one is read or told, in time, and never by the gigabyte."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from generator.base.limits import LimitedProcess
from generator.exchange.imported_tables import Filling, read_sheet
from generator.exchange.workbook_grids import decode_workbook
from generator.exchange.workbook_reading import open_workbook
from generator.model.problem import Problem
from tests.builders import dataset, field
from tests.exchange.written import saved
from tests.fuzz.mutants import MOST_MEGABYTES, SEEDS, SLOWEST, mutated_workbook
from tests.fuzz.spending import cpu_seconds, most_megabytes

OFFERS = dataset("offers", field("name", title="名称", required=True), field("since", "date", title="有效期起"))
OLD = Path(__file__).parents[1] / "exchange" / "panic.txt"


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
    start: int,
    process: LimitedProcess,
    bases: list[tuple[bytes, str]],
    record_property: Callable[[str, object], None],
) -> None:
    slowest = largest = 0.0
    for seed in SEEDS[start : start + 100]:
        base, name = bases[seed % 10 == 1]
        data, began = mutated_workbook(base, seed), cpu_seconds(process)
        sheets, problems = open_workbook(process, data, name)
        assert sheets or problems, seed
        assert all(isinstance(each, Problem) for each in problems), seed
        tables = [read_sheet(OFFERS, sheet, {}, Filling({})) for sheet in sheets]
        grid, told = decode_workbook(process, data, name)
        assert grid or told, seed
        assert len(tables) == len(sheets)
        slowest, largest = max(slowest, cpu_seconds(process) - began), max(largest, most_megabytes(process))
        assert slowest < SLOWEST, seed
        assert largest < MOST_MEGABYTES, seed
    record_property("slowest", slowest)
    record_property("megabytes", largest)


def test_the_good_ones_are_read(process: LimitedProcess) -> None:
    sheets, _ = open_workbook(process, _workbook(), "a.xlsx")
    assert len(sheets) == 2
    assert BytesIO(_workbook()).getvalue()[:2] == b"PK"
