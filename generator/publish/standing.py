"""A published site, as it lies on disk, to what of it still stands as we wrote it and what does not belong there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import NamedTuple

from generator.base.folders import list_folder
from generator.base.parallel import begin_beside
from generator.model.project import Project
from generator.publish.manifest import Manifest, ManifestEntry, file_digest, file_of, read_manifest
from generator.publish.site_folder import SITE_FOLDER_MARK, UNFINISHED_MARK

_FILES_WORTH_A_PROCESS = 2_000
"""To look at so many takes as long as to begin a process."""


@dataclass(frozen=True)
class SiteStanding:
    """What the last build wrote: which addresses have been `altered` since, by whomever.

    `strangers` are files, links and empty folders ("name/") that nobody of ours wrote, relative to the site.
    """

    manifest: Manifest
    altered: frozenset[str]
    strangers: tuple[str, ...]

    @cached_property
    def unchanged(self) -> Manifest:
        """The entries whose file still is what we wrote: the rest must be written again."""
        return {address: entry for address, entry in self.manifest.items() if address not in self.altered}


def begin_looking(project: Project, kept: tuple[str, ...]) -> Callable[[], SiteStanding]:
    """Begin to look at what lies in the site; `kept` are folders, "name/", that another program fills.

    What is given back waits for what was found. It must be called, or a process is left behind that holds our lock.
    """
    manifest = read_manifest(project)
    look = partial(_look, str(project.site), manifest, kept)
    found = begin_beside(look, "查看现有网站") if len(manifest) > _FILES_WORTH_A_PROCESS else look

    def standing() -> SiteStanding:
        looked = found()
        return SiteStanding({**manifest, **looked.retimed}, looked.altered, looked.strangers)

    return cache(standing)


class _Looked(NamedTuple):
    """What is not as the manifest says: little, for it comes out of another process.

    `retimed` are files of another time and the same content, as a copy or a fresh checkout leaves them.
    """

    altered: frozenset[str]
    strangers: tuple[str, ...]
    retimed: Manifest


def _look(site: str, manifest: Manifest, kept: tuple[str, ...]) -> _Looked:
    if not os.path.isdir(site):  # noqa: PTH112 - as in `folders`
        return _Looked(frozenset(manifest), (), {})
    found = list_folder(site, {SITE_FOLDER_MARK, UNFINISHED_MARK, *kept, *_of_the_host(site)})
    files = {file_of(address): address for address in manifest}
    retimed: dict[str, ManifestEntry] = {}
    altered: set[str] = set()
    for (file, address), entry in zip(files.items(), manifest.values(), strict=True):
        state = found.files.get(file)
        if state == (entry.size, entry.modified):
            continue
        if state and state[0] == entry.size and file_digest(Path(site, file)) == entry.digest:
            retimed[address] = entry._replace(modified=state[1])
        else:
            altered.add(address)
    strangers = (*(file for file in found.files if file not in files), *found.others)
    return _Looked(frozenset(altered), strangers, retimed)


def _of_the_host(site: str) -> Iterator[str]:
    """Names that begin with a dot at the top (`.git`, `.well-known`) belong to whoever hosts the site."""
    with os.scandir(site) as entries:
        for entry in entries:
            if entry.name[0] == "." and not entry.is_symlink():
                yield f"{entry.name}/" if entry.is_dir() else entry.name
