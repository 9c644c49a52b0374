"""Where the files of the specification lie: its version is part of every address, so that a newer one gets others."""

from __future__ import annotations

HSDS_VERSION = "3.0"
HSDS_HOME = "hsds/"
_FOLDER = f"{HSDS_HOME}{HSDS_VERSION}/"
HSDS_ROOT = f"{_FOLDER}index.json"
HSDS_KINDS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
"""What the specification's interface has addresses for, called as there."""
DESCRIPTOR = f"{_FOLDER}tables/datapackage.json"


def item_address(kind: str, identifier: str) -> str:
    """One object with everything related to it."""
    return f"{_FOLDER}{kind}/{identifier}.json"


def list_address(kind: str, number: int) -> str:
    """One page of a list."""
    return f"{_FOLDER}{kind}/page/{number}.json"


def table_address(path: str) -> str:
    """A table of the tabular package."""
    return f"{_FOLDER}tables/{path}"
