"""pysdmx reads structure and figures back, and finds in every cell what the files of the statistics say."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pysdmx.io import get_datasets, read_sdmx

from generator.features.sdmx import FEATURE
from generator.model.source import Source
from tests.demonstration import HOUSE, demonstration_source

FREQUENCIES = {4: "A", 6: "S", 7: "M"}
"""By the length of what a file of ours writes: 2026, 2026H1, 2026-03."""


@pytest.fixture(scope="module")
def source() -> Source:
    return demonstration_source()


@pytest.fixture(scope="module")
def folder(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdmx")
    for each in FEATURE.downloads(source.catalogue, source.settings):
        (folder / Path(each.address).name).write_bytes(str(FEATURE.files[each.format].write(source, each)).encode())
    return folder


def written(name: str) -> dict[tuple[str, ...], tuple[str, str, str]]:
    """What people keep in git: by codes and measure, the value and its marks."""
    found = {}
    for file in sorted(TABLES[name].rglob("*.csv")):
        path = {} if file.parent == TABLES[name] else {"period": file.parent.name, "division": file.stem}
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for line in csv.DictReader(lines):
                row = {**path, **line}
                period, value = row.pop("period"), row.pop("value")
                marks = (row.pop("obs_status"), row.pop("conf_status", "F" if value else "C"))
                codes = (FREQUENCIES[len(period)], *row.values(), period.replace("H", "-S"))
                found[codes] = (value, *marks)
    return found


def read(folder: Path, name: str) -> Mapping[tuple[str, ...], tuple[str, str, str]]:
    """The same as pysdmx reads it: all columns between the head and the value are codes."""
    (dataset,) = get_datasets(str(folder / f"{name}.csv"), str(folder / "structure.xml"))
    table: Any = dataset.data
    at = list(table.columns).index("OBS_VALUE")
    codes = list(table.columns)[:at]
    return {
        tuple(str(row[name]) for name in codes): (_number(row["OBS_VALUE"]), row["OBS_STATUS"], row["CONF_STATUS"])
        for row in table.to_dict("records")
    }


def _number(value: object) -> str:
    text = str(value)
    return text.removesuffix(".0") if text not in ("nan", "NaN", "<NA>", "None") else ""


TABLES = {each.name: each for kind in ("aid_*", "need_*") for each in sorted((HOUSE / "data/statistics").glob(kind))}
TABLES["needs"] = HOUSE / "data/needs"


@pytest.mark.parametrize("name", TABLES)
def test_every_cell_is_what_the_file_says_and_none_is_more(name: str, folder: Path) -> None:
    ours, theirs = written(name), read(folder, name)
    assert len(ours) > 300
    assert theirs == ours
    assert all((value == "") == (mark == "Q") for value, mark, _ in theirs.values())


def test_the_structure_is_valid_and_names_every_code_that_a_figure_uses(folder: Path, source: Source) -> None:
    message = read_sdmx(str(folder / "structure.xml"), validate=True)
    codelists = {each.id: {code.id: code.name for code in each.codes} for each in message.get_codelists()}
    assert codelists["CL_FREQ"] == {"A": "年", "S": "半年", "M": "月"}
    assert codelists["CL_DIVISIONS"]["120103"] == "河西区" and codelists["CL_CATEGORIES"]["_T"] == "合计"
    assert {each.id for each in message.get_dataflows()} == {name.upper() for name in TABLES}
    structures = {each.id: each for each in message.get_data_structure_definitions()}
    for name in TABLES:
        dimensions = structures[f"DSD_{name.upper()}"].components.dimensions
        codes = {each.id: set(each.local_codes.codes) if each.local_codes else None for each in dimensions}
        assert [each.id for each in dimensions][-1] == "TIME_PERIOD"
        for row in read(folder, name):
            for each, code in zip(dimensions, row, strict=True):
                known = codes[each.id]
                assert known is None or code in {one.id for one in known}


def test_without_an_agency_nothing_is_told(source: Source) -> None:
    assert not list(FEATURE.downloads(source.catalogue, replace(source.settings, sdmx_agency="")))
