"""A site that is about to be changed to a mark in it, and to what another run needs to finish the change.

Ten thousand pages cannot be exchanged in one step at the price of an edit, so whoever is killed half-way leaves old
and new pages together. The mark tells everybody who would show or copy the site; the next run finishes it first.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.cache import Cache
from generator.base.disk import naming
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.manifest import Manifest
from generator.publish.site_folder import UNFINISHED_MARK
from generator.publish.site_folder_problems import site_unfinished

_NAME, _VERSION = "commit", "2"


class SiteChange(NamedTuple):
    """Everything that turns the old site into the new one, besides the files that are staged.

    `strange` are names of files, links and empty folders to delete first, `gone` those to delete once the search index
    leads to them no more; `texts` are what it says of itself. Doing it twice does no harm.
    """

    site: Path
    strange: tuple[str, ...]
    manifest: Manifest
    texts: Mapping[str, str]
    gone: tuple[str, ...] = ()


def begin_change(project: Project, change: SiteChange) -> None:
    """From here on the change is made, by this run or by the next."""
    place = Path(os.path.relpath(change.site, project.root))  # the next run may find both moved
    _kept(project).keep(_NAME, _VERSION, change._replace(site=place))


def mark_unfinished(site: Path) -> None:
    """Say in the site that it is being written, and by whom; a mark without a word is one, too."""
    text = f"{os.getpid()}\n网站正在写入，新旧网页混在一起，请勿使用。写完后本文件自动消失。\n"
    with naming(site / UNFINISHED_MARK):
        (site / UNFINISHED_MARK).write_text(text, "utf-8")


def unfinished_change(project: Project) -> SiteChange | None:
    """What an earlier run began and did not finish; sealed, so that nobody else's is ever made."""
    change = _kept(project).load(_NAME, _VERSION)
    if not isinstance(change, SiteChange):
        return None
    return change._replace(site=Path(os.path.normpath(project.root / change.site)))


def end_change(project: Project, change: SiteChange) -> None:
    """The site is whole."""
    (change.site / UNFINISHED_MARK).unlink(missing_ok=True)
    _kept(project).forget(_NAME)


def is_written_by_another(site: Path) -> bool:
    """Whether old and new pages lie together there, unless it is we who are writing them."""
    try:
        writer = (site / UNFINISHED_MARK).read_text("utf-8").partition("\n")[0]
    except OSError:
        return False
    return writer != str(os.getpid())


def check_finished(project: Project) -> tuple[Problem, ...]:
    """Nobody may copy a site of which a part is old."""
    if not (project.site / UNFINISHED_MARK).exists():
        return ()
    return (site_unfinished(project.site.name),)


def _kept(project: Project) -> Cache:
    return Cache(project.cache / "commit")
