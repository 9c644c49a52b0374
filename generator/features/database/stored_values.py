"""Values to the bytes in which SQLite keeps a row, after its description of the file format."""

from __future__ import annotations

import struct
from collections.abc import Iterable

Stored = str | int | float | bytes | None
_WIDTHS = ((1, 1), (2, 2), (3, 3), (4, 4), (5, 6), (6, 8))
"""(code, bytes) of whole numbers; 0 and 1 have codes of their own and no bytes."""
_ZERO, _REAL, _BLOB, _TEXT = 8, 7, 12, 13
_NOTHING = b"\0"
_SHORT = tuple(bytes((each,)) for each in range(0x80))


def varint(number: int) -> bytes:
    """Seven bits a byte, the highest first; a negative number, or one beyond 56 bits, does not occur here."""
    if number < 0x80:
        return _SHORT[number]
    if number < 0x4000:
        return bytes((number >> 7 | 0x80, number & 0x7F))
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(number & 0x7F | 0x80)
    return bytes(reversed(parts))


def row_bytes(values: Iterable[Stored]) -> bytes:
    """The codes of all values, then the values."""
    codes, bodies = list[bytes](), list[bytes]()
    for value in values:
        if isinstance(value, str):  # most are
            text = value.encode()
            codes.append(varint(_TEXT + 2 * len(text)))
            bodies.append(text)
        elif value is None:
            codes.append(_NOTHING)
        else:
            code, body = _stored(value)
            codes.append(varint(code))
            bodies.append(body)
    size = sum(map(len, codes)) + 1
    head = varint(size) if size < 0x80 else varint(size + 1)
    return b"".join((head, *codes, *bodies))


def _stored(value: int | float | bytes) -> tuple[int, bytes]:
    match value:
        case bytes():
            return _BLOB + 2 * len(value), value
        case float():
            return _REAL, struct.pack(">d", value)
    if value in (0, 1):
        return _ZERO + value, b""
    code, width = next(each for each in _WIDTHS if -(1 << 8 * each[1] - 1) <= value < 1 << 8 * each[1] - 1)
    return code, value.to_bytes(width, "big", signed=True)
