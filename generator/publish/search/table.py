"""A built index to the table that browsers narrow and count results with."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.base.carried import uncarry
from generator.model.json_value import Written

SIGNATURE = b"pagefind_dcd"


def facet_table(index: Path) -> Written:
    """`ids` of all results in the order of their lists, and for each value of each facet the steps from hit to hit.

    Pagefind's own filters cannot count what several phrases have in common, nor offer "one of these".
    """
    fragments = sorted((_read_fragment(path) for path in (index / "fragment").iterdir()), key=_order)
    facets: dict[str, dict[str, list[int]]] = {}
    for place, fragment in enumerate(fragments):
        for name, values in fragment["card"]["facets"].items():
            for value in dict.fromkeys(values):
                facets.setdefault(name, {}).setdefault(value, []).append(place)
    return {
        "ids": [fragment["id"] for fragment in fragments],
        "facets": {
            name: {value: _steps(places) for value, places in sorted(values.items())}
            for name, values in sorted(facets.items())
        },
    }


def _read_fragment(path: Path) -> dict[str, Any]:
    document = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    return {"id": path.stem, "card": json.loads(uncarry(document["meta"]["card"]))}


def _order(fragment: dict[str, Any]) -> tuple[str, str]:
    return fragment["card"]["order"], fragment["card"]["address"]


def _steps(places: Iterable[int]) -> list[int]:
    return [later - earlier for earlier, later in pairwise((0, *places))]
