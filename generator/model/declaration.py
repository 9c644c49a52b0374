"""A `dataset.yaml` as it was written, before anybody judged it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RawDeclaration:
    """One declaration as written; `folder` and `file` are relative to the root, `digest` is of the file's bytes."""

    name: str
    folder: str
    file: str
    document: Mapping[str, Any]
    digest: str
