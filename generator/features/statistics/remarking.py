"""A published file whose gaps are marked in several ways becomes the same file with one mark; no figure changes."""

from __future__ import annotations

from generator.base.csv_writing import data_csv
from generator.features.statistics.tables import ConfStatus, ObsStatus
from generator.model.figure_columns import CONF_STATUS, OBS_STATUS, VALUE
from generator.model.grid import Grid


def remark(grid: Grid) -> str | None:
    """The text of the file with every gap marked alike; None for a sheet that is no published table of ours."""
    if not {VALUE, OBS_STATUS, CONF_STATUS} <= set(grid.header):
        return None
    at = {name: grid.header.index(name) for name in (VALUE, OBS_STATUS, CONF_STATUS)}
    gap = {at[OBS_STATUS]: str(ObsStatus.SUPPRESSED), at[CONF_STATUS]: str(ConfStatus.CONFIDENTIAL)}
    rows = (
        row.cells if row.cells[at[VALUE]] else tuple(gap.get(place, text) for place, text in enumerate(row.cells))
        for row in grid.rows
    )
    return data_csv([grid.header, *rows])
