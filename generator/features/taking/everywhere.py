"""What a list may say of the table of its records: where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.base.memoising import question
from generator.features.taking.pages import table_address
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class WayToTables:
    """`site.of.taking`: where others lead to them."""

    tables: Mapping[str, str]
    """By dataset."""


def everywhere(source: Source) -> WayToTables | None:
    """Nothing where there is none."""
    found = _tables(source)
    return WayToTables(found) if found else None


@question
def _tables(source: Source) -> Mapping[str, str]:
    """One answer for all pages, which changes when a dataset gets its first record."""
    addresses = {name: table_address(name) for name in source.catalogue.datasets}
    return {name: address for name, address in addresses.items() if source.has_page(address)}
