"""The header of a sheet becomes a verdict: would `mingshan protect` read it as raw data of a declared table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.features.statistics.column_roles import assign_roles
from generator.features.statistics.layouts import Layout, find_layouts
from generator.model.catalogue import Catalogue
from generator.model.figure_columns import VALUE


def raw_sheets(catalogue: Catalogue) -> Callable[[Sequence[str]], bool]:
    """Make the function that tells from a header whether a sheet could be the raw data of a table of the catalogue."""
    layouts = find_layouts(catalogue)
    return lambda header: any(_is_raw_sheet(tuple(header), layout) for layout in layouts)


def _is_raw_sheet(header: tuple[str, ...], layout: Layout) -> bool:
    roles = assign_roles(header, layout)
    complete = len(roles.dimensions) == len(layout.columns) and len(roles.measures) == len(layout.measures)
    return complete and VALUE not in roles.fixed
