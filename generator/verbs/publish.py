"""A project to a published release: every step before what visitors see can fail without their noticing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generator.build.machine import machine_problem
from generator.build.pipeline import Problems, Say, Way, build_held_site, read_catalogue
from generator.link.expired_consents import hide_expired
from generator.model.addresses import base_path
from generator.model.consent import consented
from generator.model.problem import Problem, has_errors
from generator.model.project import Project
from generator.publish.archives import file_sums, sign_archive, write_archive
from generator.publish.broken_links import find_broken_links
from generator.publish.hold import HOLD_FILE, drop_hold
from generator.publish.lock import hold_lock
from generator.publish.manifest import file_of, read_manifest
from generator.publish.release_problems import hold_ended, unwritable_folder
from generator.publish.releases import (
    check_folder,
    clear_interrupted,
    current_release,
    draft_release,
    find_unagreed,
    finish_release,
    hold_folder,
    next_release,
    prune_releases,
    read_file_sums,
    write_commit,
    write_consents,
)
from generator.publish.revisions import commit_of
from generator.publish.source_lines import add_lines
from generator.publish.unfinished import check_finished
from generator.verbs.hold import find_hold, open_held


def publish_release(project: Project, folder: Path, key: Path | None, say: Say, way: Way) -> Problems:
    """Check, audit, build, index, follow every link, pack, and only then let visitors see it."""
    folder = folder.resolve()
    problems = check_folder(folder)
    if has_errors(problems):
        return problems
    try:
        with hold_folder(folder) as publishing, hold_lock(project) as building:
            return (*publishing, *building) or _publish(project, _Target(folder, key, way), say)
    except OSError as error:
        if machine_problem(error):
            raise
        return (unwritable_folder(folder, error),)


class _Target(NamedTuple):
    """Where it goes, what signs the archive, and how the site is built."""

    folder: Path
    key: Path | None
    way: Way


def _publish(project: Project, target: _Target, say: Say) -> Problems:
    folder = target.folder
    hold = find_hold(project, folder)
    if isinstance(hold, Problem):
        return (hold,)
    if hold is None:
        problems = _show(project, target, say, commit_of(project.root))
        if not has_errors(problems):
            drop_hold(folder)
        return problems
    if not hold.commit:
        return _keep(project, folder, say)
    held = open_held(project, hold, say)
    return _show(held, target, say, hold.commit) if isinstance(held, Project) else held


def _keep(project: Project, folder: Path, say: Say) -> Problems:
    """A release of which nobody knows the commit stays as it is, unless somebody in it no longer agrees."""
    served = current_release(folder)
    agreed = consented(hide_expired(read_catalogue(project, say).catalogue, project.as_of))
    ended = find_unagreed(folder, served, project.as_of, agreed) if served else None
    if ended == ():
        say(f"按退回的决定，仍是 {served}")
        return ()
    return (hold_ended(folder.name, HOLD_FILE, served or "", ended),)


def _show(project: Project, target: _Target, say: Say, commit: str) -> Problems:
    folder = target.folder
    problems = build_finished(project, say, target.way)
    if has_errors(problems):
        return problems
    served = current_release(folder)
    if served and read_file_sums(folder, served) == file_sums(project.site):
        say(f"没有变化，仍是 {served}")
        return problems
    return (*problems, *_release(project, target, say, commit))


def build_finished(project: Project, say: Say, way: Way) -> Problems:
    """Check, audit, build, index, and follow every link, for whoever holds the project's lock."""
    problems = build_held_site(project, say, way)
    problems = (*problems, *check_finished(project))
    if has_errors(problems):
        return problems
    say("检查站内链接")
    digests = {file_of(address): entry.digest for address, entry in read_manifest(project).items()}
    base = base_path(project.settings.site_url)
    broken = find_broken_links(project.site, base, digests, project.cache / "links.json")
    return (*problems, *add_lines(broken, project.root))


def _release(project: Project, target: _Target, say: Say, commit: str) -> Problems:
    folder, key, _ = target
    name = next_release(folder, project.as_of)
    say(f"打包 {name}")
    shown = hide_expired(read_catalogue(project, say).catalogue, project.as_of, project.agreed)
    with draft_release(project.site, folder, name) as (release, archive):
        write_archive(release, archive, project.as_of, project.cache / "packed")
        write_consents(archive, consented(shown))
        write_commit(archive, commit)
        unsigned = sign_archive(archive, key) if key else ()
        if not unsigned:
            finish_release(folder, name)
    if unsigned:
        clear_interrupted(folder)
        return unsigned
    prune_releases(folder)
    say(f"已发布 {name}")
    return ()
