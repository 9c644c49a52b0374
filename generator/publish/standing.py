"""A published site, as it lies on disk, to what of it still stands as we wrote it and what does not belong there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial

from generator.base.folders import list_folder
from generator.base.parallel import begin_beside
from generator.model.project import Project
from generator.publish.manifest import Manifest, file_of, read_manifest
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
        """The entries whose file still has the size and time we gave it: the rest must be written again."""
        return {address: entry for address, entry in self.manifest.items() if address not in self.altered}


def begin_looking(project: Project, kept: tuple[str, ...]) -> Callable[[], SiteStanding]:
    """Begin to look at what lies in the site; `kept` are folders, "name/", that another program fills.

    What is given back waits for what was found. It must be called, or a process is left behind that holds our lock.
    """
    manifest = read_manifest(project)
    look = partial(_look, str(project.site), manifest, kept)
    found = begin_beside(look, "查看现有网站") if len(manifest) > _FILES_WORTH_A_PROCESS else look
    return cache(lambda: SiteStanding(manifest, *found()))


def _look(site: str, manifest: Manifest, kept: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The addresses that have been altered, and the strangers: little, for it comes out of another process."""
    if not os.path.isdir(site):  # noqa: PTH112 - as in `folders`
        return frozenset(manifest), ()
    found = list_folder(site, {SITE_FOLDER_MARK, UNFINISHED_MARK, *kept, *_of_the_host(site)})
    files = {file_of(address): address for address in manifest}
    written = {file: (entry.size, entry.modified) for file, entry in zip(files, manifest.values(), strict=True)}
    altered = (files[file] for file, state in written.items() if found.files.get(file) != state)
    return frozenset(altered), (*(file for file in found.files if file not in files), *found.others)


def _of_the_host(site: str) -> Iterator[str]:
    """Names that begin with a dot at the top (`.git`, `.well-known`) belong to whoever hosts the site."""
    with os.scandir(site) as entries:
        for entry in entries:
            if entry.name[0] == "." and not entry.is_symlink():
                yield f"{entry.name}/" if entry.is_dir() else entry.name
