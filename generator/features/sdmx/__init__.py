"""Published statistics as SDMX has them: data that other statisticians' programs read, and what its codes mean."""

from __future__ import annotations

from generator.features.sdmx.data_files import figures_file
from generator.features.sdmx.open_format import sdmx_formats
from generator.features.sdmx.pages import plan_sdmx
from generator.features.sdmx.structure_file import structure_file
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="sdmx",
    downloads=plan_sdmx,
    files={"sdmx-csv": FileKind(figures_file), "sdmx-structure": FileKind(structure_file)},
    open_formats=(sdmx_formats,),
)
