"""The plan of the files: the structure, and a file of figures for each table."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.sdmx.cube_tables import SUCCESSION_RELATION, sdmx_tables
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings

_FOLDER = "sdmx/3.0/"
STRUCTURE = f"{_FOLDER}structure.xml"


def figures_address(name: str) -> str:
    """Where the figures of a table lie."""
    return f"{_FOLDER}{name}.csv"


def plan_sdmx(catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """Nothing without a table to tell."""
    tables = tuple(sdmx_tables(catalogue, settings))
    for table in tables:
        name = table.dataset.name
        yield Download(figures_address(name), "sdmx-csv", (name,), name)
    if tables:
        codes = {axis.codes or "" for table in tables for axis in table.axes}
        datasets = (
            *(table.dataset.name for table in tables),
            *sorted(codes),
            *catalogue.named_all((SUCCESSION_RELATION,)),
        )
        yield Download(STRUCTURE, "sdmx-structure", datasets)
