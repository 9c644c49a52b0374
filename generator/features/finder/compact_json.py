"""Entries and names to the small JSON that a phone loads; `theme/assets/finder/data.js` unpacks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from generator.features.finder.answers import Names, OfferEntry
from generator.model.json_value import JsonObject

_COLUMNS = tuple(each.name for each in fields(OfferEntry))
DETAILS_A_FILE = 16
"""Entries whose details are loaded together: few enough that showing some results loads little."""
CODED = frozenset(_COLUMNS) - {"key", "name", "age_min", "age_max"}
"""Columns whose few different values are written once and then named by their place."""


def pack_entries(entries: Sequence[OfferEntry]) -> JsonObject:
    """`rows` hold one entry each, in `columns`; of a column in `values`, a row holds the place of its value there."""
    plain = [_plain(entry) for entry in entries]
    distinct = {name: {repr(row[name]): row[name] for row in plain} for name in _COLUMNS if name in CODED}
    places = {name: {text: place for place, text in enumerate(found)} for name, found in distinct.items()}
    rows = [[places[name][repr(row[name])] if name in CODED else row[name] for name in _COLUMNS] for row in plain]
    return {
        "columns": _COLUMNS,
        "values": {name: list(found.values()) for name, found in distinct.items()},
        "rows": rows,
    }


def pack_names(names: Names) -> JsonObject:
    """Names as the browser's half of matching takes them."""
    return {**asdict(names), "simplified": sorted(names.simplified)}


def _plain(entry: OfferEntry) -> dict[str, Any]:
    return {name: _json(getattr(entry, name)) for name in _COLUMNS}


def _json(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
