"""Whether a build may write into the site's folder: it is ours, and no other build is at work."""

from __future__ import annotations

from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.manifest import replace_file
from generator.publish.site_folder_problems import site_not_ours

SITE_FOLDER_MARK = ".mingshan"
"""This file in the site's folder says that everything in it is ours to replace and delete."""
UNFINISHED_MARK = ".mingshan-unfinished"
"""While this file is there, old and new pages lie together."""
MARK_TEXT = "本目录由“明善”自动生成，每次生成都会覆盖或删除其中的文件，请勿手工修改。\n"


def check_site(project: Project) -> tuple[Problem, ...]:
    """The site's folder must be empty, absent or one that we wrote: nothing of anybody else's is deleted."""
    site = project.site
    if not site.exists() or (site / SITE_FOLDER_MARK).is_file() or (site.is_dir() and not any(site.iterdir())):
        return ()
    return (site_not_ours(site.name),)


def claim_site(project: Project) -> None:
    """Make the folder and mark it as ours."""
    project.site.mkdir(parents=True, exist_ok=True)
    if not (project.site / SITE_FOLDER_MARK).exists():
        replace_file(project.site / SITE_FOLDER_MARK, MARK_TEXT)
