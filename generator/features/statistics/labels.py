"""Cells become the words a reader knows them by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from generator.features.statistics.cells import Cell
from generator.features.statistics.layouts import Layout
from generator.features.statistics.stages import REST
from generator.features.statistics.written_periods import period_title
from generator.model.figure_columns import PERIOD

Label = Callable[[Cell], str]


def make_label(layouts: Iterable[Layout]) -> Label:
    """The function that names cells of these tables: 2026年上半年·和平区·获得帮扶; unknown codes as they are."""
    codes: dict[str, dict[str, str]] = {}
    measures: dict[str, str] = {}
    for layout in layouts:
        measures |= {measure.name: measure.title for measure in layout.measures}
        for column, axis in layout.columns.items():
            codes.setdefault(column, {}).update(axis.titles if axis else {})

    def label(cell: Cell) -> str:
        order = {name: at for at, name in enumerate((PERIOD, *codes))}
        places = sorted(cell.place, key=lambda pair: order.get(pair[0], len(order)))
        words = [_word(name, code, codes) for name, code in places]
        whole, _, part = cell.measure.partition(REST)
        counted = measures.get(whole, whole) + (f"而未{measures.get(part, part)}" if part else "")
        return "·".join((*(words or ("合计",)), counted))

    return label


def _word(name: str, code: str, codes: Mapping[str, Mapping[str, str]]) -> str:
    return period_title(code) if name == PERIOD else codes.get(name, {}).get(code, code)
