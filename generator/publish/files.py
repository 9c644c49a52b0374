"""Finished pages and files to the published folder: changed ones only, and nothing before all of them are ready."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path

from generator.base.disk import naming
from generator.base.folders import clear
from generator.model.project import Project
from generator.publish.manifest import Manifest, ManifestEntry, file_of, write_manifest
from generator.publish.site_folder import claim_site
from generator.publish.standing import SiteStanding


@dataclass(frozen=True, slots=True)
class Output:
    """A file to publish; a `Path` is copied from there. `fingerprint` stands for everything it was made from."""

    address: str
    body: str | bytes | Path
    fingerprint: str


def open_staging(project: Project) -> Path:
    """An empty folder for this build's files; what a broken build left there is thrown away."""
    staging = project.cache / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def stage_files(staging: Path, outputs: Iterable[Output], unchanged: Manifest) -> dict[str, ManifestEntry]:
    """Write what differs from the `unchanged` files on disk into `staging`; runs in several processes at once.

    `staging` grows into the tree the site is to be, so that new folders move into it whole.
    """
    made: set[str] = set()
    return {output.address: _stage_file(staging, output, unchanged.get(output.address), made) for output in outputs}


def _stage_file(staging: Path, output: Output, old: ManifestEntry | None, made: set[str]) -> ManifestEntry:
    file = file_of(output.address)
    body = output.body.encode() if isinstance(output.body, str) else output.body
    digest = _body_digest(body)
    if old and old.digest == digest:
        return old._replace(fingerprint=output.fingerprint)
    path = f"{staging}/{file}"
    _make_folder(path.rpartition("/")[0], made)
    if isinstance(body, Path):
        with naming(path):
            shutil.copyfile(body, path)
        state = os.stat(path)  # noqa: PTH116 - as below
    else:
        with naming(path), open(path, "wb", buffering=0) as stream:  # noqa: PTH123 - ten thousand times; Path.open costs as much as the write
            left = memoryview(body)
            while left:  # a full disk takes a part of the last page without a word
                left = left[stream.write(left) :]
            state = os.fstat(stream.fileno())
    return ManifestEntry(output.fingerprint, digest, state.st_size, state.st_mtime_ns)


def _make_folder(folder: str, made: set[str]) -> None:
    if folder not in made:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - once a page
        made.add(folder)


def _body_digest(body: bytes | Path) -> str:
    if isinstance(body, bytes):
        return blake2b(body, digest_size=16).hexdigest()
    with body.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def commit_site(project: Project, staging: Path, manifest: Manifest, standing: SiteStanding) -> None:
    """Make the site hold exactly `manifest`: delete the rest, move the staged files in, remember it all last.

    Files that were not staged are not touched, nor are strangers that came while the site was being drawn.
    """
    claim_site(project)
    site = str(project.site)
    clear(site, (*standing.strangers, *(file_of(each) for each in standing.manifest if each not in manifest)))
    _move_in(str(staging), site)
    shutil.rmtree(staging, ignore_errors=True)
    write_manifest(project, manifest)


def _move_in(source: str, target: str) -> None:
    """What is staged takes the place of what was there; a folder that was not there moves as a whole."""
    with os.scandir(source) as entries:
        for entry in entries:
            place = f"{target}/{entry.name}"
            if entry.is_dir() and os.path.isdir(place):  # noqa: PTH112 - once a page, as all calls here
                _move_in(entry.path, place)
            else:
                _move(entry, place)


def _move(staged: os.DirEntry[str], place: str) -> None:
    try:
        os.rename(staged.path, place)  # noqa: PTH104
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        if staged.is_dir():
            os.mkdir(place)  # noqa: PTH102
            _move_in(staged.path, place)
        else:
            _copy_across(staged.path, place)


def _copy_across(source: str, target: str) -> None:
    """The site lies on another disk than the cache: copied beside the target first, so that the change is one step."""
    shutil.copy2(source, f"{target}.new")
    Path(f"{target}.new").replace(target)
