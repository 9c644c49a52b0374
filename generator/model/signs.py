"""Signs that no spreadsheet and no editor shows, and that no data may hold."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Controls other than tabs and line ends, and marks of byte order; YAML forbids them too."""
