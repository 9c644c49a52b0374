"""A `dataset.yaml` as it was written, before anybody judged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

EXTENDS = "extends"
"""Names the declaration of the engine's over which this one is laid."""
LISTED = {"fields": "name", "foreignKeys": "fields"}
"""Lists of a schema, and the key by which their entries are known."""


@dataclass(frozen=True, slots=True)
class RawDeclaration:
    """One declaration as written; `folder` and `file` are relative to the root, `digest` is of the file's bytes.

    The `file` of a national one is relative to the engine's root, its `folder` is where an instance adds records.

    `document` is None where the file could not be read: that fault is told, but others may refer to the dataset.
    """

    name: str
    folder: str
    file: str
    document: Mapping[str, Any] | None
    digest: str
    is_national: bool = False
    takes_national: bool = False
    """Whether the engine's records of this name fit it: it has every field that they are declared with."""
    written: Mapping[str, Any] | None = None
    """What an instance wrote itself, where `document` extends a declaration of the engine's."""


def entry_name(entry: Any, key: str) -> str:
    """By what an entry of a schema's list is known; nothing for one that is written wrong."""
    value = entry.get(LISTED[key]) if isinstance(entry, Mapping) else None
    return " ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def schema_entries(document: Mapping[str, Any] | None, key: str) -> list[Any]:
    """What stands in a list of the schema, however each entry is written; empty where there is no such list."""
    schema = (document or {}).get("schema")
    entries = schema.get(key) if isinstance(schema, Mapping) else None
    return entries if isinstance(entries, list) else []
