"""A `dataset.yaml` as it was written, before anybody judged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


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
