"""Finished pages and files to the published folder: changed ones only, and nothing before all of them are ready."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path

from generator.model.project import Project
from generator.publish.manifest import Entry, Manifest, file_of, write_manifest
from generator.publish.site_folder import MARK, claim_site


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


def stage_files(staging: Path, outputs: Iterable[Output], unchanged: Manifest) -> dict[str, Entry]:
    """Write what differs from the `unchanged` files on disk into `staging`; runs in several processes at once."""
    return {output.address: _stage_file(staging, output, unchanged.get(output.address)) for output in outputs}


def _stage_file(staging: Path, output: Output, old: Entry | None) -> Entry:
    file_of(output.address)
    body = output.body.encode() if isinstance(output.body, str) else output.body
    digest = _body_digest(body)
    if old and old.digest == digest:
        return old._replace(fingerprint=output.fingerprint)
    path = f"{staging}/{_staged_name(output.address)}"
    if isinstance(body, Path):
        shutil.copyfile(body, path)
    else:
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - ten thousand times; Path.open costs as much as the write
            file.write(body)
    state = os.stat(path)  # noqa: PTH116 - likewise
    return Entry(output.fingerprint, digest, state.st_size, state.st_mtime_ns)


def _body_digest(body: bytes | Path) -> str:
    if isinstance(body, bytes):
        return blake2b(body, digest_size=16).hexdigest()
    with body.open("rb") as file:
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def _staged_name(address: str) -> str:
    """One flat folder needs no folder a page; the address itself may be too long for a file name."""
    return blake2b(address.encode(), digest_size=16).hexdigest()


def commit_site(project: Project, staging: Path, manifest: Manifest, kept: tuple[str, ...] = ()) -> None:
    """Make the site hold exactly `manifest`: delete the rest, move the staged files in, remember it all last.

    Files that were not staged are not touched. `kept` are folders (`pagefind/`) that another program fills.
    """
    claim_site(project)
    site = str(project.site)
    files = {file_of(address): address for address in manifest}
    _sweep(site, "", files.keys() | {MARK}, frozenset(kept))
    staged = frozenset(os.listdir(staging))  # noqa: PTH208 - names are all we need
    made: set[str] = set()
    for file, address in files.items():
        name = _staged_name(address)
        if name in staged:
            _move(f"{staging}/{name}", f"{site}/{file}", made)
    shutil.rmtree(staging, ignore_errors=True)
    write_manifest(project, manifest)


def _sweep(folder: str, prefix: str, wanted: Iterable[str], kept: frozenset[str]) -> bool:
    """Delete what is not wanted, strangers and symbolic links too; true when the folder is left empty.

    Names that begin with a dot at the top (`.git`, `.well-known`) belong to whoever hosts the site.
    """
    empty = True
    with os.scandir(folder) as entries:
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                stays = f"{name}/" in kept or (not prefix and name[0] == ".")
                if not stays and _sweep(entry.path, f"{name}/", wanted, kept):
                    os.rmdir(entry.path)  # noqa: PTH106 - scandir gives text paths
                    continue
            elif (name not in wanted and (prefix or name[0] != ".")) or entry.is_symlink():
                os.unlink(entry.path)  # noqa: PTH108 - likewise
                continue
            empty = False
    return empty


def _move(source: str, target: str, made: set[str]) -> None:
    folder = target.rpartition("/")[0]
    if folder not in made:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - once a page
        made.add(folder)
    try:
        os.rename(source, target)  # noqa: PTH104 - once a page
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_across(source, target)


def _copy_across(source: str, target: str) -> None:
    """The site lies on another disk than the cache: copied beside the target first, so that the change is one step."""
    shutil.copy2(source, f"{target}.new")
    Path(f"{target}.new").replace(target)
