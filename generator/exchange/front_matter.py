"""An article and new values for its front matter to the article with only these lines changed."""

from __future__ import annotations

import re
from collections.abc import Mapping

FENCE = "---"


def set_values(text: str, values: Mapping[str, str]) -> str:
    """Each value replaces the line of its key, or is added as the last line above the fence; all else stays."""
    lines = text.split("\n")
    end = next(number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE)
    for name, value in values.items():
        at = next((number for number in range(1, end) if re.match(rf"{re.escape(name)}\s*:", lines[number])), None)
        if at is None:
            lines.insert(end, f"{name}: {value}")
            end += 1
        else:
            lines[at] = f"{name}: {value}"
    return "\n".join(lines)
