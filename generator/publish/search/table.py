"""A built index to the table that browsers narrow and count results with."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from generator.base.carried import uncarry
from generator.model.json_value import Written

SIGNATURE = b"pagefind_dcd"


class _Listed(NamedTuple):
    """All that the table needs of a result: its words, which are most of a fragment, are let go as it is read."""

    order: str
    address: str
    id: str
    facets: Mapping[str, Sequence[str]]


def facet_table(index: Path) -> Written:
    """`ids` of all results in the order of their lists, and for each value of each facet the steps from hit to hit.

    Pagefind's own filters cannot count what several phrases have in common, nor offer "one of these".
    """
    listed = sorted(map(_read_fragment, (index / "fragment").iterdir()))
    facets: dict[str, dict[str, list[int]]] = {}
    for place, result in enumerate(listed):
        for name, values in result.facets.items():
            for value in dict.fromkeys(values):
                facets.setdefault(name, {}).setdefault(value, []).append(place)
    return {
        "ids": [result.id for result in listed],
        "facets": {
            name: {value: _steps(places) for value, places in sorted(values.items())}
            for name, values in sorted(facets.items())
        },
    }


def _read_fragment(path: Path) -> _Listed:
    document = json.loads(gzip.decompress(path.read_bytes()).removeprefix(SIGNATURE))
    card = json.loads(uncarry(document["meta"]["card"]))
    return _Listed(card["order"], card["address"], path.stem, card["facets"])


def _steps(places: Iterable[int]) -> list[int]:
    return [later - earlier for earlier, later in pairwise((0, *places))]
