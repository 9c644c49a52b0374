"""A value to JSON that may stand inside an HTML page."""

from __future__ import annotations

import json


def embedded_json(value: object) -> str:
    """JSON without any character that HTML could read as markup or as the end of an attribute."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    for mark in "<>&'":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return text
