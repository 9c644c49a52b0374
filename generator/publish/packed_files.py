"""Files to one gzip stream in which each is packed by itself: what was packed for the last archive is taken from there.

Where one file ends and the next begins, the stream is flushed (as `pigz` does it): for whoever unpacks it, it is one.
"""

from __future__ import annotations

import json
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from generator.base.disk import naming
from generator.publish.manifest import fresh_name, replace_file

_LEVEL, _RAW = 9, -15
_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
"""Packed as tightly as can be, at no time, by no system."""
_BODIES, _PLACES = "bodies", "places.json"
Places = dict[str, tuple[int, int]]
"""By digest, where in the bodies a packed file begins and how long it is."""


class PackedStream:
    """A gzip stream that is being written; the one thing here that changes, as files do."""

    def __init__(self, out: BinaryIO, kept: Path | None) -> None:
        self._out, self._kept = out, kept
        self._sum, self._length = 0, 0
        self._known = _read_places(kept) if kept else {}
        self._places: Places = {}
        self._at = out.write(_HEAD)

    def write(self, content: bytes) -> None:
        """Something that is not kept."""
        self._put(content, _pack(content))

    def write_kept(self, content: bytes, digest: str) -> None:
        """A file of which the digest is known: it is packed but once."""
        packed = self._look_up(content, digest) or _pack(content)
        self._places[digest] = (self._at, len(packed))
        self._put(content, packed)

    def end(self) -> Places:
        """Close the stream; gives where each kept file lies in it."""
        trailer = (self._sum.to_bytes(4, "little"), (self._length % 2**32).to_bytes(4, "little"))
        self._out.write(b"\x03\x00" + b"".join(trailer))
        return self._places

    def _put(self, content: bytes, packed: bytes) -> None:
        self._sum, self._length = zlib.crc32(content, self._sum), self._length + len(content)
        self._at += self._out.write(packed)

    def _look_up(self, content: bytes, digest: str) -> bytes:
        """What was packed last time, where it really is this; a cache may be damaged."""
        place = self._known.get(digest)
        if self._kept is None or place is None:
            return b""
        with suppress(OSError, zlib.error), (self._kept / _BODIES).open("rb") as bodies:
            bodies.seek(place[0])
            packed = bodies.read(place[1])
            if zlib.decompressobj(_RAW).decompress(packed) == content:
                return packed
        return b""


@contextmanager
def packed_stream(target: Path, kept: Path | None) -> Iterator[PackedStream]:
    """Write a packed file; the folder `kept` remembers it for the next one."""
    with naming(target), target.open("wb") as out:
        stream = PackedStream(out, kept)
        yield stream
        places = stream.end()
    if kept:
        with suppress(OSError):  # the next archive is only made more slowly
            _keep(target, kept, places)


def _pack(content: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW)
    return packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)


def _keep(archive: Path, kept: Path, places: Places) -> None:
    kept.mkdir(parents=True, exist_ok=True)
    (kept / _PLACES).unlink(missing_ok=True)  # a kill must not leave places of other bodies
    fresh = fresh_name(kept / _BODIES)
    fresh.unlink(missing_ok=True)
    try:
        os.link(archive, fresh)
    except OSError:  # another disk
        shutil.copyfile(archive, fresh)
    fresh.replace(kept / _BODIES)
    replace_file(kept / _PLACES, json.dumps(places, separators=(",", ":")))


def _read_places(kept: Path) -> Places:
    try:
        return {
            digest: (start, length) for digest, (start, length) in json.loads((kept / _PLACES).read_bytes()).items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
