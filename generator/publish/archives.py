"""A release to one archive with checksums, the same bytes for the same site; signed where there is a key."""

from __future__ import annotations

import gzip
import io
import subprocess
import tarfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import file_digest
from pathlib import Path

from generator.base.disk import naming
from generator.base.lost_work import refuse_killed
from generator.model.problem import Problem
from generator.publish.manifest import replace_file
from generator.publish.release_problems import unsigned_archive
from generator.publish.site_folder import SITE_FOLDER_MARK, UNFINISHED_MARK

ARCHIVE, ARCHIVES_FILES, SUMS = "site.tar.gz", "files.sha256", "SHA256SUMS"
CONSENTS = "consents.json"
"""Beside the archive: what in the release rests on somebody's consent, and until which day."""
NAMESPACE = "mingshan"
"""What signatures are for: one made for something else does not count."""
_OURS = (SITE_FOLDER_MARK, UNFINISHED_MARK)
_TIMEOUT = 60


def write_archive(release: Path, target: Path, as_of: date) -> None:
    """Put into `target` the archive, the checksum of every file in it, and the checksums of these two."""
    target.mkdir(parents=True)
    replace_file(target / ARCHIVES_FILES, file_sums(release))
    with (
        naming(target / ARCHIVE),
        (target / ARCHIVE).open("wb") as file,
        gzip.GzipFile("", "wb", 9, file, mtime=0) as packed,
    ):
        _write_tar(release, packed, as_of)
    replace_file(target / SUMS, "".join(f"{_sum(target / name)}  {name}\n" for name in (ARCHIVE, ARCHIVES_FILES)))


def file_sums(release: Path) -> str:
    """A line for each file of a site, as `sha256sum --check` reads it."""
    return "".join(f"{_sum(path)}  {name}\n" for name, path in _files(release))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in _OURS)
    yield from sorted((path.relative_to(folder).as_posix(), path) for path in found)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _write_tar(release: Path, packed: gzip.GzipFile, as_of: date) -> None:
    noon = int(datetime(as_of.year, as_of.month, as_of.day, 4, tzinfo=UTC).timestamp())
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, path in _files(release):
            content = path.read_bytes()
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime, entry.mode = len(content), noon, 0o644
            archive.addfile(entry, io.BytesIO(content))


def sign_archive(target: Path, key: Path) -> tuple[Problem, ...]:
    """Sign the checksums with an SSH key; the signature stands beside them."""
    command = ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(target / SUMS)]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=_TIMEOUT, check=False
        )
        refuse_killed("给压缩包签名（ssh-keygen）", done.returncode)
        said = (done.stderr or done.stdout).strip() if done.returncode else ""
    except (OSError, subprocess.TimeoutExpired) as error:
        said = str(error)
    return (unsigned_archive(key, said.replace(str(key), key.name)),) if said else ()
