"""A release to one archive with checksums, the same bytes for the same site; signed where there is a key."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import file_digest, sha256
from pathlib import Path

from generator.base.lost_work import refuse_killed
from generator.model.problem import Problem
from generator.publish.manifest import replace_file
from generator.publish.packed_files import PackedStream, packed_stream
from generator.publish.release_problems import unsigned_archive
from generator.publish.site_folder import SITE_FOLDER_MARK, UNFINISHED_MARK

ARCHIVE, ARCHIVES_FILES, SUMS = "site.tar.gz", "files.sha256", "SHA256SUMS"
CONSENTS = "consents.json"
"""Beside the archive: what in the release rests on somebody's consent, and until which day."""
NAMESPACE = "mingshan"
"""What signatures are for: one made for something else does not count."""
_OURS = (SITE_FOLDER_MARK, UNFINISHED_MARK)
_TIMEOUT = 60


def write_archive(release: Path, target: Path, as_of: date, kept: Path | None = None) -> None:
    """Put into `target` the archive, the checksum of every file in it, and the checksums of these two.

    Files that the archive remembered in the folder `kept` holds are taken from there as they were packed.
    """
    target.mkdir(parents=True)
    with packed_stream(target / ARCHIVE, kept) as packed:
        sums = _write_tar(release, packed, as_of)
    replace_file(target / ARCHIVES_FILES, "".join(sums))
    replace_file(target / SUMS, "".join(_line(_sum(target / name), name) for name in (ARCHIVE, ARCHIVES_FILES)))


def file_sums(release: Path) -> str:
    """A line for each file of a site, as `sha256sum --check` reads it."""
    return "".join(_line(digest, name) for name, digest in site_digests(release))


def site_digests(site: Path) -> Iterator[tuple[str, str]]:
    """The name of each file of a site and the SHA-256 of its bytes, sorted."""
    return ((name, _sum(path)) for name, path in _files(site))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name not in _OURS)
    yield from sorted((path.relative_to(folder).as_posix(), path) for path in found)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _write_tar(release: Path, packed: PackedStream, as_of: date) -> list[str]:
    """Write all files, each with its head and padded to whole blocks; gives a line with the checksum of each.

    What tells the day stands in the heads alone, so that the files themselves are packed but once.
    """
    noon = int(datetime(as_of.year, as_of.month, as_of.day, 4, tzinfo=UTC).timestamp())
    sums, length = [], 0
    for name, path in _files(release):
        content = path.read_bytes()
        digest = sha256(content).hexdigest()
        sums.append(_line(digest, name))
        entry = tarfile.TarInfo(name)
        entry.size, entry.mtime, entry.mode = len(content), noon, 0o644
        head = entry.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")
        padded = content + bytes(-len(content) % tarfile.BLOCKSIZE)
        packed.write(head)
        packed.write_kept(padded, digest)
        length += len(head) + len(padded)
    end = 2 * tarfile.BLOCKSIZE
    packed.write(bytes(end + -(length + end) % tarfile.RECORDSIZE))
    return sums


def _line(digest: str, name: str) -> str:
    """As `sha256sum --check` reads it."""
    return f"{digest}  {name}\n"


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
