from pathlib import Path

import pytest

from generator.model.problem import Location
from generator.model.table import Origin
from generator.read.positions import locator
from tests.read.factory import project, windows, write

DECLARATION = "schema: {fields: [{name: id, title: 窗口编号}, {name: name, title: 窗口名称}, {name: x}]}\n"
SHEET = '窗口编号;name;papers;note\r\nw1; "带;""引号"" 上\r\n下";5" 寸;注\r\nw2;二;;\r\n'


@pytest.mark.parametrize(
    ("row", "field", "place"),
    [
        (0, "id", (2, 1, 2)),
        (0, "name", (2, 4, 2)),
        (0, "papers", (3, 4, 2)),
        (0, "note", (3, 9, 2)),
        (1, "note", (4, 7, 3)),
        (1, "division", (4, None, 3)),
        (1, None, (4, None, 3)),
    ],
)
def test_cells_of_a_table_are_found(tmp_path: Path, row: int, field: str | None, place: tuple[int, ...]) -> None:
    write(tmp_path, "data/windows/dataset.yaml", DECLARATION)
    reading = windows(tmp_path, SHEET)
    found = locator(tmp_path)(reading.tables[0].origins[row], field)
    assert (found.line, found.column, found.row) == place


RECORD = """groups: [a]
name: 一
disclosures:
  - id: d1
    date: 1
  - id: d2
    date: 2
"""


@pytest.mark.parametrize(
    ("table", "row", "field", "place"),
    [
        (0, 0, "name", (2, 7)),
        (0, 0, "summary", (1, 1)),
        (1, 1, "date", (7, 11)),
        (1, 1, None, (6, 5)),
        (1, 0, "absent", (4, 5)),
    ],
)
def test_values_of_a_record_are_found(tmp_path: Path, table: int, row: int, field: str | None, place: object) -> None:
    reading = project(tmp_path, RECORD)
    found = locator(tmp_path)(reading.tables[table].origins[row], field)
    assert (found.line, found.column) == place


def test_each_cell_stands_where_it_is_said_to_stand(tmp_path: Path) -> None:
    reading = windows(tmp_path, "note,name,id\n注,一,w1\n,二,w2\n")
    locate = locator(tmp_path)
    lines = (tmp_path / "data/windows/120101.csv").read_text().splitlines()
    for record, origin in zip(reading.records, reading.tables[0].origins, strict=True):
        place = locate(origin, "name")
        assert lines[(place.line or 0) - 1][(place.column or 0) - 1] == record["name"]


@pytest.mark.parametrize("origin", [Origin("gone.yaml"), Origin("gone.csv", 2, 2), Origin("a.yaml", trail=("x", 9))])
def test_what_has_gone_is_still_named(tmp_path: Path, origin: Origin) -> None:
    write(tmp_path, "a.yaml", "x: [1]\n")
    assert locator(tmp_path)(origin, "f") == Location(origin.file, origin.line, row=origin.row, field="f")
