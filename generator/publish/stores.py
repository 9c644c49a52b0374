"""A folder, or a bucket of a store that speaks S3, as one thing: files by name, and words for what it refuses.

Keys and the store's address come from where S3's own tools look for them (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL_S3 …).
"""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from generator.publish.manifest import replace_file

_BUCKET = "s3://"
_AT_ONCE, _MOST_BYTES = 200, 64_000_000
"""What is read before it is sent: so many files, or so many bytes."""
_PATIENCE = {"connect_timeout": 10, "read_timeout": 60, "retries": {"max_attempts": 3}}
_PLAIN = {"request_checksum_calculation": "when_required", "response_checksum_validation": "when_required"}
"""Sums at the end of a body are Amazon's own: other stores would take them for a part of the file."""


class StoreError(Exception):
    """A store that cannot be read or written; `cause` says in words for people why."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class Store(Protocol):
    """Where a site is sent."""

    def is_empty(self) -> bool:
        """Whether nobody keeps anything there."""

    def read(self, name: str) -> bytes | None:
        """A file; None where there is none."""

    def write(self, name: str, content: str) -> None:
        """A small file, the old one or the new one for whoever reads it."""

    def send(self, files: Mapping[str, Path]) -> None:
        """Files of ours under other names."""

    def delete(self, names: Iterable[str]) -> None:
        """Files that may be gone already."""


def open_store(place: str) -> Store:
    """The store that somebody named: `s3://bucket/folder`, or a folder."""
    if not place.startswith(_BUCKET):
        return FolderStore(Path(place).resolve())
    try:
        from s3fs import S3FileSystem
    except ImportError:
        raise StoreError('没有装 s3fs：运行 pip install "mingshan[bucket]"') from None
    config = {**_PATIENCE, **_PLAIN}
    system = S3FileSystem(config_kwargs=config, use_listings_cache=False, skip_instance_cache=True)
    return BucketStore(system, place.removeprefix(_BUCKET).strip("/"))


class FolderStore:
    """A folder of this machine, or one of another that is mounted here."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def is_empty(self) -> bool:
        """As `Store` says; so the others."""
        with _in_words():
            return not self._folder.is_dir() or next(self._folder.iterdir(), None) is None

    def read(self, name: str) -> bytes | None:  # noqa: D102
        with _in_words(), suppress(FileNotFoundError, NotADirectoryError):
            return (self._folder / name).read_bytes()
        return None

    def write(self, name: str, content: str) -> None:  # noqa: D102
        with _in_words():
            replace_file(self._folder / name, content)

    def send(self, files: Mapping[str, Path]) -> None:  # noqa: D102
        with _in_words():
            for name, path in files.items():
                replace_file(self._folder / name, path.read_bytes())

    def delete(self, names: Iterable[str]) -> None:  # noqa: D102
        with _in_words():
            for file in (self._folder / name for name in names):
                if file.is_file():
                    file.unlink()
                    _clear_above(file, self._folder)


def _clear_above(file: Path, top: Path) -> None:
    for folder in file.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()


class BucketStore:
    """A bucket, or what of one lies below a name."""

    def __init__(self, system: Any, root: str) -> None:
        self._system, self._root = system, root

    def is_empty(self) -> bool:
        """As `Store` says; so the others."""
        with _in_words():
            bucket, _, prefix = self._root.partition("/")
            query = {"Bucket": bucket, "MaxKeys": 1, "Prefix": f"{prefix}/" if prefix else ""}
            return not self._system.call_s3("list_objects_v2", **query).get("KeyCount")

    def read(self, name: str) -> bytes | None:  # noqa: D102
        with _in_words():
            try:
                content: bytes = self._system.cat_file(self._at(name))
            except FileNotFoundError as error:
                if "NoSuchBucket" in str(error) or "bucket does not exist" in str(error):
                    raise
                return None
            return content

    def write(self, name: str, content: str) -> None:  # noqa: D102
        with _in_words():
            self._system.pipe_file(self._at(name), content.encode(), **_headers(name))

    def send(self, files: Mapping[str, Path]) -> None:  # noqa: D102
        with _in_words():
            for kind, names in _by_kind(files).items():
                for part in _batches(names, files):
                    bodies = {self._at(name): files[name].read_bytes() for name in part}
                    self._system.pipe(bodies, ContentType=kind)

    def delete(self, names: Iterable[str]) -> None:  # noqa: D102
        with _in_words():
            for name in names:  # one by one: to delete many at once each store has sums of its own
                self._system.rm_file(self._at(name))

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"


@contextmanager
def _in_words() -> Iterator[None]:
    """What the store answers, in words; never what it was asked with, which may hold keys."""
    try:
        yield
    except Exception as error:
        if cause := _cause(error):
            raise StoreError(cause) from None
        raise


def _cause(error: Exception) -> str:
    match error:
        case PermissionError():
            return "没有权限，或者密钥不对"
        case FileNotFoundError():
            return "没有这个存储桶或目录"
        case OSError():
            return f"读写出错（{type(error).__name__}）"
    if type(error).__module__.partition(".")[0] in ("botocore", "aiobotocore"):
        name = type(error).__name__
        return (
            "没有找到密钥（AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY）" if "Credentials" in name else f"连不上（{name}）"
        )
    return ""


def _by_kind(names: Iterable[str]) -> Mapping[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for name in names:
        kinds.setdefault(_headers(name)["ContentType"], []).append(name)
    return kinds


def _headers(name: str) -> dict[str, str]:
    kind = mimetypes.guess_type(name)[0] or ("application/octet-stream" if "." in name else "text/plain")
    return {"ContentType": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}


def _batches(names: Iterable[str], files: Mapping[str, Path]) -> Iterator[list[str]]:
    batch: list[str] = []
    held = 0
    for name in names:
        batch.append(name)
        held += files[name].stat().st_size
        if len(batch) == _AT_ONCE or held > _MOST_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
