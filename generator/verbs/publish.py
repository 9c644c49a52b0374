"""A project to a published release: every step before what visitors see can fail without their noticing."""

from __future__ import annotations

import errno
from datetime import date
from pathlib import Path

from generator.build.pipeline import Problems, Say, build_site, read_catalogue
from generator.link.hiding import hide_expired
from generator.model.addresses import base_path
from generator.model.consent import consented
from generator.model.problem import Location, Problem, has_errors
from generator.model.project import Project
from generator.publish.archives import file_sums, sign_archive, write_archive
from generator.publish.broken_links import find_broken_links
from generator.publish.problems import NO_SUCH_RELEASE, PUBLISH_FAILED, ROLLBACK_CONSENT
from generator.publish.releases import (
    check_folder,
    current_release,
    draft_release,
    find_ended,
    finish_release,
    hold_folder,
    list_releases,
    next_release,
    prune_releases,
    read_file_sums,
    serve_release,
    write_consents,
)
from generator.publish.source_lines import add_lines

_REASONS = {errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "磁盘是只读的"}


def publish_release(project: Project, folder: Path, key: Path | None, say: Say) -> Problems:
    """Check, audit, build, index, follow every link, pack, and only then let visitors see it."""
    folder = folder.resolve()
    problems = check_folder(folder)
    if has_errors(problems):
        return problems
    try:
        with hold_folder(folder) as busy:
            return busy or _publish(project, folder, key, say)
    except OSError as error:
        return (_unwritable(folder, error),)


def _publish(project: Project, folder: Path, key: Path | None, say: Say) -> Problems:
    problems = build_site(project, say)
    if not has_errors(problems):
        say("检查站内链接")
        broken = find_broken_links(project.site, base_path(project.settings.site_url))
        problems = (*problems, *add_lines(broken, project.root))
    if has_errors(problems):
        return problems
    served = current_release(folder)
    if served and read_file_sums(folder, served) == file_sums(project.site):
        say(f"没有变化，仍是 {served}")
        return problems
    return (*problems, *_release(project, folder, key, say))


def _release(project: Project, folder: Path, key: Path | None, say: Say) -> Problems:
    name = next_release(folder, project.as_of)
    say(f"打包 {name}")
    release, archive = draft_release(project.site, folder, name)
    write_archive(release, archive, project.as_of)
    unsigned = sign_archive(archive, key) if key else ()
    if unsigned:
        return unsigned
    shown = hide_expired(read_catalogue(project, say).catalogue, project.as_of)
    finish_release(folder, name)
    write_consents(folder, name, consented(shown))
    serve_release(folder, name)
    prune_releases(folder)
    say(f"已发布 {name}")
    return ()


def roll_back(folder: Path, name: str | None, day: date, say: Say) -> Problems:
    """Show an earlier release again: the one named, else the newest before the one that is shown.

    Never one with something that nobody agrees to any more: such a state is published anew from its revision.
    """
    folder = folder.resolve()
    served, releases = current_release(folder), list_releases(folder)
    before = releases[: releases.index(served)] if served in releases else ()
    wanted = name or (before[-1] if before else "")
    if wanted not in releases or wanted == served:
        return (_nothing_to_show(folder, wanted, releases),)
    ended = find_ended(folder, wanted, day)
    if ended is None or ended:
        return (_consent_ended(folder, wanted, ended),)
    try:
        with hold_folder(folder) as busy:
            if not busy:
                serve_release(folder, wanted)
                say(f"已从 {served} 退回 {wanted}")
            return busy
    except OSError as error:
        return (_unwritable(folder, error),)


def _unwritable(folder: Path, error: OSError) -> Problem:
    """A disk that is full or a folder that may not be written to; visitors still see the release they saw."""
    return Problem(
        PUBLISH_FAILED,
        Location(folder.name),
        f"发布目录写不进去（{_REASONS.get(error.errno or 0, '里面有东西挡着，或者磁盘出错')}），网站仍是原来的一版。",
        "检查磁盘空间和目录权限，然后重新发布。",
    )


def _consent_ended(folder: Path, wanted: str, ended: tuple[str, ...] | None) -> Problem:
    """An earlier release shows somebody whose consent has ended since, or may do so."""
    what = f"有本人同意已到期或已撤回的内容（{'、'.join(ended)}）" if ended else "没有登记有没有本人同意已到期的内容"
    return Problem(
        ROLLBACK_CONSENT,
        Location(folder.name),
        f"“{wanted}”这一版里{what}，没有退回。",
        "用 git 取回那时的数据，照今天的日期重新运行 mingshan publish：到期的内容会自动不显示。",
    )


def _nothing_to_show(folder: Path, wanted: str, releases: tuple[str, ...]) -> Problem:
    """There is no such release, or none before the one that is shown."""
    what = f"没有“{wanted}”这一版，或者它就是现在的一版" if wanted else "没有更早的一版"
    return Problem(
        NO_SUCH_RELEASE,
        Location(folder.name),
        f"{what}，没有改动。",
        f"现有：{'、'.join(releases) or '一版也没有'}。",
    )
