"""A publishing folder to the same folder with an earlier release shown, unless somebody no longer agrees to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build.machine import machine_problem
from generator.build.pipeline import Problems, Say
from generator.publish.hold import HOLD_FILE, Hold, drop_hold, read_hold, write_hold
from generator.publish.release_problems import consent_ended_since, no_such_release, unwritable_folder
from generator.publish.releases import (
    current_release,
    find_ended,
    hold_folder,
    list_releases,
    read_commit,
    serve_release,
)


def roll_back(folder: Path, name: str | None, day: date, say: Say, until: str = "", mended_by: str = "") -> Problems:
    """Show an earlier release again: the one named, else the newest before the one that is shown.

    It is held: no publication shows what is new before the day `until` is over, the commit `mended_by` is part of it,
    or somebody ends it. Never one with something that nobody agrees to any more: such a state is published anew from
    its revision.
    """
    folder = folder.resolve()
    if not list_releases(folder):
        return (no_such_release(folder.name, name or "", ()),)
    try:
        with hold_folder(folder) as busy:
            return busy or _roll_back(folder, name, day, say, (until, mended_by))
    except OSError as error:
        if machine_problem(error):
            raise
        return (unwritable_folder(folder, error),)


def _roll_back(folder: Path, name: str | None, day: date, say: Say, ends: tuple[str, str]) -> Problems:
    served, releases = current_release(folder), list_releases(folder)
    wanted = name or _earlier(folder, served, releases)
    if wanted not in releases:
        return (no_such_release(folder.name, wanted, releases),)
    ended = find_ended(folder, wanted, day)
    if ended is None or ended:
        return (consent_ended_since(folder.name, wanted, ended),)
    if wanted == releases[-1]:
        serve_release(folder, wanted)
        drop_hold(folder)
        say(f"显示最新的 {wanted}；以后照常发布")
        return ()
    write_hold(folder, Hold(read_commit(folder, wanted), *ends, wanted))
    if wanted != served:
        serve_release(folder, wanted)
        say(f"已从 {served} 退回 {wanted}")
    say(f"以后每次发布仍显示这一版的内容，到 {HOLD_FILE} 里写的日子或者改正的提交为止；删去它就照常发布")
    return ()


def _earlier(folder: Path, served: str | None, releases: tuple[str, ...]) -> str:
    """The release before the one that is shown, or before the one that somebody already went back to.

    What was left then is never come back to; a step that was interrupted is taken again.
    """
    hold, shown = read_hold(folder), served or ""
    if isinstance(hold, Hold) and hold.release in releases:
        if shown != hold.release and (not hold.commit or read_commit(folder, shown) != hold.commit):
            return hold.release
        shown = hold.release
    before = releases[: releases.index(shown)] if shown in releases else ()
    return before[-1] if before else ""
