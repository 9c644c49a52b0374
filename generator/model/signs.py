"""Signs that nobody sees, and names of files that not every system can hold."""

from __future__ import annotations

import re

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
"""Controls other than tabs and line ends, and marks of byte order; YAML forbids them too."""
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_OF_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def is_safe_name(name: str) -> bool:
    """Whether a file or folder can have this name everywhere, and shows all that is in it."""
    return not (_UNSAFE.search(name) or is_reserved_name(name)) and name == name.strip(" .")


def is_reserved_name(name: str) -> bool:
    """Whether Windows keeps a name for a device, with any ending."""
    return bool(_OF_WINDOWS.fullmatch(name))
