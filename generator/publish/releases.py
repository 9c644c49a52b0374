"""A finished site to a numbered release beside the earlier ones, and one step from what is served to another."""

from __future__ import annotations

import fcntl
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.base.durable import settle, settle_names
from generator.base.folders import copy_files
from generator.model.problem import Problem
from generator.publish.archives import ARCHIVES_FILES, CONSENTS
from generator.publish.manifest import fresh_name, replace_file
from generator.publish.release_problems import publish_running, strange_folder
from generator.publish.site_folder import SITE_FOLDER_MARK, UNFINISHED_MARK

CURRENT = "current"
"""What the web server shows: a link to one of the releases."""
RELEASES, ARCHIVES = "releases", "archives"
LOCK = ".lock"
BEGUN = ".publishing"
"""The release that is being given its name: until visitors see it, it is none."""
COMMIT = "commit"
KEPT = 3
"""Releases kept besides the one that is served."""
Consents = Mapping[str, str]
"""By record (`dataset/key`), the last day (ISO) on which what rests on a consent may be shown."""
_OURS = (SITE_FOLDER_MARK, UNFINISHED_MARK)
_NAME = re.compile(r"\d{4,}-\d{4}-\d{2}-\d{2}")


def current_release(folder: Path) -> str | None:
    """The name of the release that is served."""
    link = folder / CURRENT
    return link.readlink().name if link.is_symlink() else None


def list_releases(folder: Path) -> tuple[str, ...]:
    """All whole releases, oldest first."""
    found = (path.name for path in (folder / RELEASES).glob("*") if path.is_dir() and _NAME.fullmatch(path.name))
    return tuple(sorted(found, key=_number))


def next_release(folder: Path, as_of: date) -> str:
    """The name of a new release: it counts on, whatever was rolled back or deleted."""
    numbers = [_number(name) for name in (*list_releases(folder), current_release(folder) or "0-")]
    return f"{max(numbers) + 1:04}-{as_of.isoformat()}"


def _number(name: str) -> int:
    return int(name.partition("-")[0])


@contextmanager
def draft_release(site: Path, folder: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Copy the site beside the earlier releases; gives the copy and the place for its archive.

    Until both are whole they have no release's name; what fails before leaves nothing.
    """
    release, archive = (folder / place / f".{name}" for place in (RELEASES, ARCHIVES))
    try:
        copy_files(site, release, _OURS)
        yield release, archive
    except BaseException:
        for path in (release, archive):
            shutil.rmtree(path, ignore_errors=True)
        raise


def finish_release(folder: Path, name: str) -> None:
    """Give a whole draft its name and show it; a cut of power or a kill leaves what was shown before, or this."""
    for place in (RELEASES, ARCHIVES):
        settle(folder / place)
    replace_file(folder / BEGUN, name)
    settle_names(folder)
    for place in (ARCHIVES, RELEASES):
        (folder / place / f".{name}").replace(folder / place / name)
        settle_names(folder / place)
    serve_release(folder, name)
    (folder / BEGUN).unlink()


def serve_release(folder: Path, name: str) -> None:
    """Let the link point at another release, in one step: every visitor gets the old site or the new one, whole."""
    fresh = folder / f".{CURRENT}"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(RELEASES) / name, target_is_directory=True)
    fresh.replace(folder / CURRENT)
    settle_names(folder)


def clear_interrupted(folder: Path) -> None:
    """What a run that was killed left behind: what was never shown is taken away, and so are drafts and half deletions.

    An archive without its release has never been one, or is no longer: both are given their names, and lose them,
    one right after the other.
    """
    for path in (path for place in (RELEASES, ARCHIVES) for path in (folder / place).glob(".*")):
        if path.is_dir():
            shutil.rmtree(path)
    begun = (folder / BEGUN).read_text("utf-8") if (folder / BEGUN).is_file() else ""
    never_shown = {begun} - {current_release(folder), ""}
    whole = set(list_releases(folder)) - never_shown
    for name in never_shown:
        _delete(folder / RELEASES / name)
    for path in (folder / ARCHIVES).glob("*"):
        if _NAME.fullmatch(path.name) and path.name not in whole:
            _delete(path)
    for path in (folder / f".{CURRENT}", fresh_name(folder / BEGUN), folder / BEGUN):
        if path.is_symlink() or path.is_file():
            path.unlink()


def list_archived(folder: Path) -> tuple[str, ...]:
    """All releases and archives there are, also those of which only one is left."""
    found = (path.name for place in (RELEASES, ARCHIVES) for path in (folder / place).glob("*"))
    return tuple(sorted({name for name in found if _NAME.fullmatch(name)}, key=_number))


def delete_release(folder: Path, name: str) -> None:
    """Delete a release and its archive, whatever was promised to be kept."""
    for place in (folder / RELEASES, folder / ARCHIVES):
        _delete(place / name)


def _delete(path: Path) -> None:
    """Take the name away first: half a release must not be one."""
    if path.is_dir():
        doomed = path.with_name(f".{path.name}")
        path.replace(doomed)
        shutil.rmtree(doomed)


def read_file_sums(folder: Path, name: str) -> str:
    """What a release consists of, as its archive says; nothing where somebody took the archive away."""
    file = folder / ARCHIVES / name / ARCHIVES_FILES
    return file.read_text("utf-8") if file.is_file() else ""


def write_consents(archive: Path, consents: Consents) -> None:
    """Keep beside a release's archive what in it rests on a consent."""
    text = json.dumps(dict(sorted(consents.items())), ensure_ascii=False, indent=1)
    replace_file(archive / CONSENTS, f"{text}\n")


def write_commit(archive: Path, commit: str) -> None:
    """Keep beside a release's archive from which commit it came; empty: from files that nobody committed."""
    replace_file(archive / COMMIT, f"{commit}\n")


def read_commit(folder: Path, name: str) -> str:
    """From which commit a release came; empty where nobody knows."""
    file = folder / ARCHIVES / name / COMMIT
    return file.read_text("utf-8").strip() if file.is_file() else ""


def find_ended(folder: Path, name: str, day: date) -> tuple[str, ...] | None:
    """What a release shows that may not be shown on a day; None where nobody wrote down what it shows.

    A consent counts as the newest release knows it: what is not shown there (withdrawn, ended early) is over.
    """
    return find_unagreed(folder, name, day, _consents(folder, list_releases(folder)[-1]))


def find_unagreed(folder: Path, name: str, day: date, known: Consents | None) -> tuple[str, ...] | None:
    """The same against who is known to agree, and until when."""
    shown = _consents(folder, name)
    if shown is None or known is None:
        return None
    return tuple(each for each in shown if each not in known or min(shown[each], known[each]) < day.isoformat())


def _consents(folder: Path, name: str) -> Consents | None:
    file = folder / ARCHIVES / name / CONSENTS
    return json.loads(file.read_text("utf-8")) if file.is_file() else None


def prune_releases(folder: Path) -> None:
    """Delete what is neither served nor one of the newest others."""
    served = current_release(folder)
    others = [name for name in list_releases(folder) if name != served]
    kept = {served, *others[-KEPT:]}
    for place in (folder / RELEASES, folder / ARCHIVES):
        for path in place.glob("*"):
            if path.name not in kept:
                _delete(path)


def check_folder(folder: Path) -> tuple[Problem, ...]:
    """The folder must be new, empty or one that we publish into: `current` is a link of ours or not there."""
    link = folder / CURRENT
    is_new = not folder.exists() or (folder.is_dir() and all(path.name == LOCK for path in folder.iterdir()))
    is_ours = is_new or (folder / RELEASES).is_dir()
    if is_ours and (link.is_symlink() or not link.exists()):
        return ()
    return (strange_folder(folder.name, CURRENT),)


@contextmanager
def hold_folder(folder: Path) -> Iterator[tuple[Problem, ...]]:
    """Let one publication at a time run; gives the problem to report when another one is running.

    What an earlier one that was killed left behind is cleared away first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield (publish_running(folder.name),)
        else:
            clear_interrupted(folder)
            yield ()
