"""Text to signs that a search program stores but takes for no words, and back."""

from __future__ import annotations

PRIVATE_PLANE = 0xF0000
"""Each UTF-16 unit is moved to this plane of private characters; `search/pagefind_index.js` moves them back."""


def carry(text: str) -> str:
    """The text, unsearchable."""
    units = memoryview(text.encode("utf-16")).cast("H")[1:]  # the first one is the byte-order mark
    return "".join(chr(PRIVATE_PLANE + unit) for unit in units)


def uncarry(signs: str) -> str:
    """The text that was carried."""
    return b"".join((ord(sign) - PRIVATE_PLANE).to_bytes(2, "big") for sign in signs).decode("utf-16-be")
