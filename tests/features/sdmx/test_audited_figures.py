"""What SDMX gives away is what the audit attacked: the files of `data/`, figure by figure and gap by gap."""

from __future__ import annotations

import csv
import io

from generator.features.sdmx.cube_tables import sdmx_tables
from generator.features.sdmx.data_files import figures_file
from generator.model.page import Download
from tests.demonstration import HOUSE, demonstration_source


def test_every_table_gives_the_figures_and_gaps_of_its_files_and_no_other() -> None:
    source = demonstration_source()
    tables = tuple(sdmx_tables(source.catalogue, source.settings))
    assert tables
    for table in tables:
        folder = HOUSE / table.dataset.records_folder
        standing = {each.origin.file for each in source.catalogue.records[table.dataset.name].values()}
        files = [
            file.read_text("utf-8") for file in sorted(folder.rglob("*.csv")) if _is_read(file.as_posix(), standing)
        ]
        audited = sorted(
            (row["value"], row["obs_status"], row["conf_status"], row["measure"])
            for text in files
            for row in csv.DictReader(io.StringIO(text))
        )
        given = csv.DictReader(io.StringIO(figures_file(source, Download("", "", (), table.dataset.name))))
        told = sorted((row["OBS_VALUE"], row["OBS_STATUS"], row["CONF_STATUS"], row["MEASURE"]) for row in given)
        assert told == audited, table.dataset.name


def _is_read(file: str, standing: set[str]) -> bool:
    return any(file.endswith(f"/{each}") for each in standing)
