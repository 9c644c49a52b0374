"""What JSON can hold: for what we write, and for what others wrote before anybody has judged it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None
JsonObject: TypeAlias = Mapping[str, Json]
Written: TypeAlias = Mapping[str, object]
"""A document that we write and nobody of ours reads again."""
