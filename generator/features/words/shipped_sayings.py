"""The shipped sayings as they are sent: chosen and packed beforehand (bench/pack_sayings.py), which takes minutes."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from functools import cache

from generator.base.house import NATIONAL, engine_root
from generator.model.json_value import JsonObject
from generator.model.record import Record

_DIGITS, _LETTERS = "0123456789abcdef", "ABCDEFGHIJKLMNOP"
SOURCES = ("sayings/sayings.csv", "need_kinds/need_kinds.csv")


@cache
def shipped_sayings() -> JsonObject:
    """`meanings` as `[needs, groups, about, unless]`, the first two as places in `ids`; their `phrases` in bits."""
    told = json.loads((engine_root() / NATIONAL / "packed_sayings.json").read_text("utf-8"))
    phrases = b64encode(bytes_of("".join(told["phrases"]))).decode()
    return {"ids": told["ids"], "meanings": told["meanings"], "phrases": phrases}


def letters_of(content: bytes) -> str:
    """Two letters a byte: digits and the other letters look like numbers of people and their accounts to a check."""
    return content.hex().translate(str.maketrans(_DIGITS, _LETTERS))


def bytes_of(letters: str) -> bytes:
    """The way back."""
    return bytes.fromhex(letters.translate(str.maketrans(_LETTERS, _DIGITS)))


def digest_of_sources() -> str:
    """What the pack was made of; a test compares it with what it says itself."""
    told = b"".join((engine_root() / NATIONAL / each).read_bytes() for each in SOURCES)
    return hashlib.sha256(told).hexdigest()


def is_shipped(saying: Record) -> bool:
    """Whether nobody has added or changed it here."""
    return saying.origin.file.startswith(f"{NATIONAL}/")
