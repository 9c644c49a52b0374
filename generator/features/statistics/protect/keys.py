"""The bureau's key: the only secret that protection rests on, kept outside the repository, never printed."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import b32encode
from dataclasses import dataclass, field

_HEAD = "mingshan protect key"
_BYTES = 32
_SCALE = 1 << 53


@dataclass(frozen=True, slots=True)
class Key:
    """A secret and what it may be called by; one marked as a demonstration's protects nothing."""

    name: str
    secret: bytes = field(repr=False)
    demonstration: bool = False


def new_key_text() -> str:
    """The text of a key file that nobody has seen before."""
    secret = b32encode(secrets.token_bytes(_BYTES)).decode().rstrip("=").lower()
    return f"{_HEAD}\nsecret: {secret}\n"


def read_key(text: str) -> Key | None:
    """The key in a file's text; None where the text is no key."""
    head, *lines = text.strip().splitlines() or [""]
    said = {name.strip(): value.strip() for name, sign, value in (line.partition(":") for line in lines) if sign}
    secret = said.get("secret", "")
    if head.strip() != _HEAD or len(secret) < _BYTES:
        return None
    name = hmac.new(secret.encode(), b"name", hashlib.sha256).digest()
    return Key(b32encode(name).decode().lower()[:8], secret.encode(), said.get("demonstration") == "true")


def derive(secret: bytes, table: str, year: str) -> bytes:
    """The key of one table's year, from which no other year's follows."""
    return hmac.new(secret, f"{table}\n{year}".encode(), hashlib.sha256).digest()


def draw(secret: bytes, *words: str) -> float:
    """A number from 0 up to 1 that nobody without the key could have guessed; the same for the same words."""
    digest = hmac.new(secret, "\n".join(words).encode(), hashlib.sha256).digest()
    return (int.from_bytes(digest[:8]) >> 11) / _SCALE
