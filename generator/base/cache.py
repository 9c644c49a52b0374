"""Costly values to files that give them back: only our own, only for the same input and the same engine."""

from __future__ import annotations

import io
import os
import pickle
import secrets
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.base.disk import naming
from generator.base.garbage import without_garbage_collection

MAGIC = b"mingshan-cache-1\n"
SEAL = 32
_OURS = "mingshan"
_NO_SOURCES = frozenset({".pyc", ".md"})
KEY_VARIABLE = "MINGSHAN_CACHE_KEY"
"""Machines that share a cache are given one key with it; without, each user has one of their own."""


class Cache:
    """A folder with one file a name.

    Files are sealed with a key that lives outside the project: a cache that arrives with somebody's pull request
    is foreign, and unpickling it could run their code.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def below(self, name: str) -> Cache:
        """One in a folder of this one."""
        return Cache(self._folder / name)

    def load(self, name: str, digest: str) -> object | None:
        """The value stored for this name and digest by this very engine; None when there is none."""
        parts = self.load_parts(name, digest)
        return parts[0] if parts else None

    def store(self, name: str, digest: str, value: object) -> None:
        """Keep a value in place of the last one of this name; a disk that is full or read-only is no fault."""
        self.store_parts(name, digest, [pack(value)])

    def load_parts(self, name: str, digest: str) -> list[object]:
        """The values stored together for this name and digest by this very engine; none when there are none."""
        try:
            data = memoryview(self._file(name).read_bytes())
        except OSError:
            return []
        head = len(MAGIC) + SEAL
        if bytes(data[: len(MAGIC)]) != MAGIC or bytes(data[len(MAGIC) : head]) != _seal(name, digest, [data[head:]]):
            return []
        stream, parts = io.BytesIO(data[head:]), []
        with without_garbage_collection():
            while stream.tell() < len(data) - head:
                parts.append(pickle.load(stream))  # noqa: S301 - sealed by ourselves
        return parts

    def store_parts(self, name: str, digest: str, packed: Sequence[bytes]) -> None:
        """Keep several packed values together in place of the last ones of this name."""
        with suppress(OSError):
            self._write(name, digest, packed)

    def keep(self, name: str, digest: str, value: object) -> None:
        """The same for what must not be lost: a disk that does not take it says so."""
        self._write(name, digest, [pack(value)])

    def forget(self, name: str) -> None:
        """Keep nothing of this name any more."""
        self._file(name).unlink(missing_ok=True)

    def _write(self, name: str, digest: str, packed: Sequence[bytes]) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        _write_whole(self._file(name), MAGIC, _seal(name, digest, packed), *packed)

    def _file(self, name: str) -> Path:
        return self._folder / f"{blake2b(name.encode(), digest_size=16).hexdigest()}.pickle"


def pack(value: object) -> bytes:
    """A value as bytes, to be stored or to be sent to another process of ours."""
    return pickle.dumps(value, protocol=5)


def unpack(packed: bytes) -> object:
    """The value that a process of ours packed."""
    with without_garbage_collection():
        value: object = pickle.loads(packed)  # noqa: S301 - never from outside
    return value


def _write_whole(file: Path, *parts: bytes) -> None:
    """Whoever reads the file at any time finds all of the old value or all of the new.

    Always beside it under one name: what a killed process leaves is written over by the next. Of two at once one may
    find the name gone, or get the other's parts, which the seal tells.
    """
    fresh = file.with_name(f"{file.name}.new")
    try:
        with naming(fresh), fresh.open("wb") as made:
            made.writelines(parts)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _seal(name: str, digest: str, data: Sequence[bytes | memoryview]) -> bytes:
    seal = blake2b(f"{name}\0{digest}\0{engine_digest()}\0".encode(), key=_key(), digest_size=SEAL)
    for part in data:
        seal.update(part)
    return seal.digest()


@cache
def engine_digest() -> str:
    """Changes with every line of the generator and every library: what others worked out is worth nothing to these.

    The same wherever they are installed, and whenever: a cache may be restored on another machine.
    """
    digest = blake2b(f"{sys.version} {sysconfig.get_platform()}".encode(), digest_size=16)
    for library in installed_libraries(Path(sysconfig.get_path("purelib"))):
        digest.update(library.encode())
    digest.update(sources_digest(Path(__file__).parent.parent).encode())
    return digest.hexdigest()


def sources_digest(folder: Path) -> str:
    """Of all that lies in a folder of sources, the tables they read as well; but for what is compiled or for people."""
    digest = blake2b(digest_size=16)
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in _NO_SOURCES:
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def installed_libraries(folder: Path) -> Iterator[str]:
    """Name and version of each library, with the digests of its files: but for those that name the place they lie in.

    Those are scripts outside, notes of the installer and compiled files; ours are read as they are.
    """
    for record in sorted(folder.glob("*.dist-info/RECORD")):
        name = record.parent.name
        if not name.startswith(f"{_OURS}-"):
            lines = record.read_text("utf-8").splitlines()
            placed = (
                "..",
                "/",
                f"{name}/direct_url.json",
                f"{name}/INSTALLER",
                f"{name}/REQUESTED",
                f"{name}/uv_cache",
            )
            kept = (line for line in lines if not line.startswith(placed) and not line.endswith(",,"))
            yield "\n".join((name, *sorted(kept)))


def owner_mark() -> str:
    """What a folder says that we wrote; nobody knows it who does not have our key or has not seen such a folder."""
    return blake2b(MAGIC, key=_key(), digest_size=16).hexdigest()


@cache
def _key() -> bytes:
    """A secret that was given to us, else this user's, made when needed; where none can be kept, one for this run."""
    if given := os.environ.get(KEY_VARIABLE, ""):
        return blake2b(given.encode("utf-8", "surrogateescape"), digest_size=SEAL).digest()
    file = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mingshan" / "key"
    with suppress(OSError):
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(file, secrets.token_bytes(SEAL))
        if len(key := file.read_bytes()) == SEAL:
            return key
    return secrets.token_bytes(SEAL)
