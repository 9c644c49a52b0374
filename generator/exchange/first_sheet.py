"""A workbook to the plain rows of its first sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import python_calamine


def first_sheet(file: Path) -> Sequence[Sequence[Any]] | None:
    """The rows as they lie there, from the first; None for a file that cannot be opened."""
    try:
        return python_calamine.CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    except (OSError, python_calamine.CalamineError):
        return None
