"""Values to the bytes in which SQLite keeps a row, after its description of the file format."""

from __future__ import annotations

import struct
from collections.abc import Iterable

Stored = str | int | float | bytes | None
_WIDTHS = ((1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 8))
"""(code, bytes) of whole numbers; 0 and 1 have codes of their own and no bytes."""
_ZERO, _REAL, _BLOB, _TEXT = 8, 7, 12, 13


def varint(number: int) -> bytes:
    """Seven bits a byte, the highest first; a negative number, or one beyond 56 bits, does not occur here."""
    if number < 0x80:
        return bytes((number,))
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


def row_bytes(values: Iterable[Stored]) -> bytes:
    """The codes of all values, then the values."""
    codes, bodies = bytearray(), bytearray()
    for value in values:
        code, body = _stored(value)
        codes += varint(code)
        bodies += body
    size = len(codes) + 1
    head = varint(size) if size < 0x80 else varint(size + 1)
    return bytes(head + codes + bodies)


def _stored(value: Stored) -> tuple[int, bytes]:
    match value:
        case None:
            return 0, b""
        case str():
            text = value.encode()
            return _TEXT + 2 * len(text), text
        case bytes():
            return _BLOB + 2 * len(value), value
        case float():
            return _REAL, struct.pack(">d", value)
    if value in (0, 1):
        return _ZERO + value, b""
    code, width = next(each for each in _WIDTHS if -(1 << 8 * each[1] - 1) <= value < 1 << 8 * each[1] - 1)
    return code, value.to_bytes(width, "big", signed=True)
