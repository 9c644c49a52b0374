"""A good file and a seed to one that is wrong somewhere, as a slip of the hand, a bad wire or a bad will makes it."""

from __future__ import annotations

import os
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

SEEDS = range(int(os.environ.get("FUZZ", "200")))
"""The same every time; a seed that once found something stands in a test of its own."""
LARGEST = 500_000
SLOWEST = 20.0
MOST_MEGABYTES = 500
_UNSEEN = ("\x00", "\x0b", "\ufeff", "\u202e", "\u200b", "\xa0", "\u3000", "\u0301", "\x85", "\t", "\r", "\n")
_MARKS = ("：", "，", "；", "“", "”", "😀", *"'\"\\,;:-[]{}#|>*&!%@`", "- ", "---\n", "...\n", "<<<<<<< HEAD\n", "~")
_VALUES = ("=1+1", "1e400", "-1", "9" * 30, "NaN", ".inf", "0x1f", "1_000", "null", "2026-02-30", "0000-00-00")
_TRICKS = ("9999-12-31", "<script>", "{{ x }}", "{% raw %}", "../../etc/passwd", "*a", "&a [*a]", "!!python/x")
_SIGNS = (*_UNSEEN, *_MARKS, *_VALUES, *_TRICKS)
_XML = (
    *(b"<f>1/0</f>", b'r="XFD1048576"', b't="e"', b't="s"', b"<v>99999999999</v>", b"<v>-1</v>", b"&#0;", b"&x;"),
    *(b"<is>", b"</row>", b'hidden="1"', b"<v>1e400</v>", b"<!DOCTYPE x>", b"\xff\xfe", b"\x00" * 9, b"<![CDATA["),
    b"<mergeCell ref='A1:XFD1048576'/>",
)


def mutated_text(data: bytes, seed: int) -> bytes:
    """Some lines, signs or bytes of a text changed, doubled, moved or left out."""
    random = Random(seed)  # the same every time
    for _ in range(random.choice((1, 1, 1, 2, 5, 20))):
        data = random.choice((_put_sign, _drop, _double, _swap, _flip, _cut, _other_encoding))(data, random)
    return data


def mutated_workbook(data: bytes, seed: int) -> bytes:
    """Bytes of the archive, or of one of its parts, changed."""
    random = Random(seed)
    if random.random() < 0.25:
        return _damaged(data, random)
    made = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
            victim = random.choice(source.namelist())
            for name in source.namelist():
                part = source.read(name)
                if name == victim:
                    part = _damaged_part(part, random)
                if name != victim or random.random() > 0.1:
                    target.writestr(name, part)
    except BadZipFile:
        return _damaged(data, random)
    return made.getvalue()


def _damaged(data: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 3, 20))):
        data = random.choice((_flip, _drop, _double, _cut))(data, random)
    return data


def _damaged_part(part: bytes, random: Random) -> bytes:
    for _ in range(random.choice((1, 1, 3, 10))):
        if random.random() < 0.5:
            at = random.randrange(len(part) + 1)
            part = part[:at] + random.choice(_XML) + part[at:]
        else:
            part = random.choice((_flip, _drop, _double, _cut, _digits))(part, random)
    return part


def _put_sign(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_SIGNS).encode() + data[at:]


def _drop(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.choice((1, 2, 10, 200)) :]


def _double(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = random.randrange(len(lines))
    return b"".join([*lines[:at], lines[at] * random.choice((2, 3, 100)), *lines[at + 1 :]])[:LARGEST]


def _swap(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    random.shuffle(lines)
    return b"".join(lines)


def _flip(data: bytes, random: Random) -> bytes:
    changed = bytearray(data or b"\0")
    changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _other_encoding(data: bytes, random: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(("gb18030", "utf-16", "utf-16-le", "big5")), "replace")


def _digits(data: bytes, random: Random) -> bytes:
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57] or [0]
    at = random.choice(places)
    return data[:at] + random.choice((b"0", b"-1", b"99999999", b"4294967296")) + data[at + 1 :]
