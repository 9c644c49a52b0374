"""A publishing folder to the same folder with an earlier release shown, unless somebody no longer agrees to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build.pipeline import Problems, Say
from generator.model.problem import Location, Problem
from generator.publish.problems import NO_SUCH_RELEASE, ROLLBACK_CONSENT, unwritable_folder
from generator.publish.releases import (
    current_release,
    find_ended,
    hold_folder,
    list_releases,
    serve_release,
)


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
        return (unwritable_folder(folder, error),)


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
