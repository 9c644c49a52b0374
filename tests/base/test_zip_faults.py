"""Zips that were damaged in transit, or on purpose."""

from __future__ import annotations

import zipfile
from io import BytesIO
from random import Random

import pytest

from generator.base.zip_faults import ZipError
from generator.exchange.office_parts import Parts
from generator.read.packages import open_members

PACKINGS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


def packed(packing: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name in ("xl/workbook.xml", "目录/表.csv"):
            archive.writestr(name, "<示例>" * 40)
    return made.getvalue()


def damaged(data: bytes, chance: Random) -> bytes:
    """Some bytes changed, near the marks that zips are read by more often than elsewhere; now and then cut off."""
    changed = bytearray(data)
    marks = [at for at in range(len(data) - 1) if data[at : at + 2] == b"PK"]
    for _ in range(chance.randint(1, 4)):
        near = chance.choice(marks) + chance.randrange(46)
        at = chance.choice((near, chance.randrange(len(data)))) % len(data)
        changed[at] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
    return bytes(changed[: chance.choice((len(data), len(data), chance.randrange(len(data)) + 1))])


@pytest.mark.parametrize("packing", PACKINGS, ids=["stored", "deflate", "bzip2", "lzma"])
def test_a_damaged_zip_is_read_or_told_and_nothing_else_happens(packing: int) -> None:
    chance, whole = Random(packing), packed(packing)
    assert len(list(open_members(whole))) == 2
    refused = 0
    for data in (damaged(whole, chance) for _ in range(400)):
        try:
            list(open_members(data))
        except ZipError:
            refused += 1
        try:
            parts = Parts(data)
            if parts.has("xl/workbook.xml"):
                parts.open("xl/workbook.xml").read()
        except ZipError:
            pass
    assert refused > 100
