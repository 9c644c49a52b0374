"""Finished pages and files to the published folder: changed ones only, and nothing before all of them are ready."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from generator.base.disk import naming
from generator.base.folders import clear
from generator.model.project import Project
from generator.publish.manifest import Manifest, ManifestEntry, file_digest, file_of, write_manifest
from generator.publish.search.index import publish_index
from generator.publish.site_folder import claim_site
from generator.publish.standing import SiteStanding
from generator.publish.unfinished import SiteChange, begin_change, end_change, mark_unfinished, unfinished_change


@dataclass(frozen=True, slots=True)
class Output:
    """A file to publish; a `Path` is copied from there. `fingerprint` stands for everything it was made from."""

    address: str
    body: str | bytes | Path
    fingerprint: str


def open_staging(project: Project) -> Path:
    """An empty folder for this build's files; what a broken build left there is thrown away."""
    staging = _staging(project)
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
        return sha256(body).hexdigest()
    return file_digest(body)


def commit_site(
    project: Project, manifest: Manifest, standing: SiteStanding, texts: Mapping[str, str] | None = None
) -> None:
    """Make the site hold exactly `manifest` and the search index, which `texts` belong to.

    Files that were not staged are not touched, nor are strangers that came while the site was being drawn.
    """
    deleted = [file_of(each) for each in standing.manifest if each not in manifest]
    first = _in_the_way(deleted, manifest) if deleted else frozenset[str]()
    gone = tuple(each for each in deleted if each not in first)
    change = SiteChange(project.site, (*standing.strangers, *first), manifest, texts or {}, gone)
    begin_change(project, change)
    _make(project, change)


def commit_portion(project: Project, known: Manifest, drawn: Manifest) -> Manifest:
    """Put what is staged in its place; gives the manifest of what then lies in the site.

    What is no longer wanted stays: the search index still leads there.
    """
    kept = {address: entry for address, entry in known.items() if address not in drawn}
    first = frozenset[str]() if drawn.keys() <= known.keys() else _in_the_way(map(file_of, kept), drawn)
    manifest = {**{address: entry for address, entry in kept.items() if file_of(address) not in first}, **drawn}
    begin_change(project, change := SiteChange(project.site, tuple(first), manifest, {}))
    _make(project, change)
    return manifest


def _in_the_way(old: Iterable[str], manifest: Manifest) -> frozenset[str]:
    """Of old files those below which, or in whose folders, a new one is to lie: they cannot wait."""
    new = {file_of(each) for each in manifest}
    folders = {parent for name in new for parent in _folders_of(name)}
    return frozenset(name for name in old if name in folders or not new.isdisjoint(_folders_of(name)))


def _folders_of(name: str) -> Iterator[str]:
    while name := name.rpartition("/")[0]:
        yield name


def finish_site(project: Project) -> bool:
    """Make the change that an earlier run began and was killed over; tells whether there was one."""
    change = unfinished_change(project)
    if change is not None:
        _make(replace(project, site=change.site), change)
    return change is not None


def _make(project: Project, change: SiteChange) -> None:
    """Move the staged files in, lay the index beside them, then delete what it led to; remember it all last."""
    claim_site(project)
    mark_unfinished(project.site)
    clear(str(project.site), change.strange)
    staging = _staging(project)
    if staging.is_dir():
        _move_in(str(staging), str(project.site))
    if change.texts:
        publish_index(project, change.texts)
    clear(str(project.site), change.gone)
    write_manifest(project, change.manifest)
    end_change(project, change)
    shutil.rmtree(staging, ignore_errors=True)


def _staging(project: Project) -> Path:
    return project.cache / "staging"


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
