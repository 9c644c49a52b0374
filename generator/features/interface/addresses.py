"""Where the files of the interface lie; all of them below the version of their form."""

from __future__ import annotations

INTERFACE_VERSION = "1"
"""Counts on when a file comes to mean something else; what is added changes nothing."""
INTERFACE_ROOT = f"api/v{INTERFACE_VERSION}/"
INTERFACE_INDEX = f"{INTERFACE_ROOT}index.json"
INTERFACE_DESCRIPTION = f"{INTERFACE_ROOT}openapi.json"


def list_address(dataset: str, number: int | str) -> str:
    """One page of the records of a dataset."""
    return f"{INTERFACE_ROOT}datasets/{dataset}/lists/{number}.json"


def record_file_address(dataset: str, key: str) -> str:
    """One record with what is written inside it."""
    return f"{INTERFACE_ROOT}datasets/{dataset}/records/{key}.json"


def codelist_address(dataset: str, field: str) -> str:
    """What the codes in a field mean."""
    return f"{INTERFACE_ROOT}codelists/{dataset}.{field}.json"
