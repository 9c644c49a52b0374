"""The releases of the data that git knows to what changed from each to the next; what was compared once is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from generator.base.cache import Cache
from generator.model.catalogue import Catalogue
from generator.model.data_release import Compare, DataRelease, RecordChange
from generator.model.project import Project
from generator.publish.revisions import DataTag, data_tags, lay_out

MOST_RELEASES = 6
"""So many of the newest are told of; each has to be read once."""

ReadProject = Callable[[Project], Catalogue]


def find_releases(project: Project, read: ReadProject, compare: Compare | None) -> tuple[DataRelease, ...]:
    """The newest first; none without tags, or where nothing compares."""
    if compare is None:
        return ()
    tags = data_tags(project.root)[-MOST_RELEASES - 1 :]
    kept, states = Cache(project.cache / "releases"), dict[str, Catalogue]()

    def state(tag: DataTag) -> Catalogue:
        if tag.commit not in states:
            states[tag.commit] = _read(project, tag, read)
        return states[tag.commit]

    found = list[DataRelease]()
    for before, after in pairwise(tags):
        span = f"{before.commit}..{after.commit}"
        changes = cast("tuple[RecordChange, ...] | None", kept.load(span, ""))
        if changes is None:
            changes = compare(state(before), state(after))
            kept.store(span, "", changes)
        found.append(DataRelease(after.name, after.day, before.name, changes))
    return tuple(reversed(found))


def _read(project: Project, tag: DataTag, read: ReadProject) -> Catalogue:
    with TemporaryDirectory(prefix="mingshan-") as made:
        folder = Path(made).resolve() / "release"
        folder.mkdir()
        lay_out(project.root, tag.commit, folder)
        return read(replace(project, root=folder))
