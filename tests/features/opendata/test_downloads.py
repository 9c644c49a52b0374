"""Files to download: what every type of cell is written as, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from generator.features.opendata.csv_downloads import csv_file
from generator.features.opendata.json_downloads import json_file
from generator.model.page import Download, Plan
from generator.model.project import Settings
from generator.model.source import Source
from tests.builders import dataset, field, linked, record

SETTINGS = Settings("站", "", "", "", False, "", "", {}, 50, ())
THINGS = dataset(
    "things",
    field("name"),
    field("tags", "list", descriptor={"delimiter": ";"}),
    field("open", "boolean", descriptor={"trueValues": ["是"], "falseValues": ["否"]}),
    field("on", "date"),
    field("amount", "number"),
    field("count", "integer"),
)
WHOLE = record(
    THINGS,
    "a",
    name="=1+1",
    tags=("@x", "y"),
    open=False,
    on=date(2026, 1, 31),
    amount=Decimal("1.50"),
    count=-3,
)
BARE = record(THINGS, "b")


@pytest.fixture
def source() -> Source:
    catalogue, problems = linked((THINGS,), WHOLE, BARE)
    assert problems == ()
    return Source(catalogue, Plan((), (), {}), SETTINGS, date(2026, 11, 25), {})


def test_a_table_has_every_type_of_cell_and_no_formula(source: Source) -> None:
    text = csv_file(source, Download("downloads/things.csv", "csv", ("things",)))
    assert text.startswith("\ufeff")
    assert list(csv.reader(StringIO(text.removeprefix("\ufeff")))) == [
        ["id", "name", "tags", "open", "on", "amount", "count"],
        ["a", "'=1+1", "'@x;y", "否", "2026-01-31", "1.50", "-3"],
        ["b", "", "", "", "", "", ""],
    ]


def test_json_has_a_record_a_line_without_what_is_absent(source: Source) -> None:
    lines = json_file(source, Download("downloads/things.json", "json", ("things",))).splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("[", "]", 4)
    assert json.loads("".join(lines)) == [
        {
            "id": "a",
            "name": "=1+1",
            "tags": ["@x", "y"],
            "open": False,
            "on": "2026-01-31",
            "amount": 1.5,
            "count": -3,
        },
        {"id": "b"},
    ]
