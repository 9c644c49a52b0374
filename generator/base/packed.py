"""A document to the few bytes that a browser loads of it: JSON in the national character set, two bytes a sign."""

from __future__ import annotations

import json

CHARACTERS = "gb18030"
"""Every sign has a place in it, and every browser reads it; packed, Chinese takes a tenth less than in UTF-8."""


def packed(document: object) -> bytes:
    """What `theme/assets/search/packed.js` reads."""
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode(CHARACTERS)
