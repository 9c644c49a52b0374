"""Bytes of any file to all that it says once it is unpacked: what no search through the bytes themselves would find."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator

from generator.base.zip_faults import ZipError
from generator.model.passage import Passage, PassageSheet
from generator.read.packages import open_members
from generator.read.passages import read_content

_DEEPEST = 3
_ZIP, _GZIP = b"PK\3\4", b"\x1f\x8b"
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis")
_KINDS = ((b"%PDF", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"), (b"RIFF", ".webp"))
"""By the first bytes, since an object of git has no name."""
_MOST = 200_000_000


def unpack_words(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The parts of what is packed, and the text of documents and pictures; nothing for what is plain already."""
    if data.startswith(_GZIP):
        yield from _deeper(_gunzip(data), depth)
    elif data.startswith(_ZIP):
        yield from _unzip(data, depth)
        if any(mark in data[:4096] for mark in _OFFICE):
            yield _text(data, ".docx")
    else:
        yield from (_text(data, suffix) for mark, suffix in _KINDS if data[:1024].lstrip().startswith(mark))


def _unzip(data: bytes, depth: int) -> Iterator[bytes]:
    try:
        for member in open_members(data):
            yield member.name.encode("utf-8", "replace")
            yield from _deeper(member.data, depth)
    except ZipError:
        return


def _deeper(content: bytes, depth: int) -> Iterator[bytes]:
    yield content
    if depth < _DEEPEST:
        yield from unpack_words(content, depth + 1)


def _gunzip(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _MOST)
    except (zlib.error, gzip.BadGzipFile):
        return b""


def _text(data: bytes, suffix: str) -> bytes:
    """Runs of one word may be parted by marks and breaks of lines: these are no part of a word."""
    said: list[str] = []
    for item in read_content(data, f"it{suffix}"):
        if isinstance(item, Passage):
            said.append(item.text)
        elif isinstance(item, PassageSheet):
            said.extend("".join(row) for row in item.rows)
    return "\n".join("".join(each.split()) for each in said).encode()
