"""One value of a filter and the records that answer to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`label` is shown, `value` stands in addresses, `keys` are the records in list order."""

    value: str
    label: str
    keys: tuple[str, ...]


Facets = Mapping[str, tuple[FacetValue, ...]]
"""The values of each filter of one dataset, by the filter's name."""
