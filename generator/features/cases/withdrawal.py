"""A case to whether it was withdrawn."""

from __future__ import annotations

from generator.model.cells import text_in
from generator.model.record import Record


def is_withdrawn(record: Record) -> bool:
    """Whether a record keeps only its address and the reason."""
    return text_in(record, "status") == "withdrawn"
