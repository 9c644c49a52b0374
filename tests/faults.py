"""Faults that git cannot keep as files, or that only one verb meets: what a case's `prepare` and `verb` name."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

from generator.base.cache import owner_mark
from generator.base.house import house_folder
from generator.build.pipeline import Way, open_project, serve_site
from generator.exchange.starter_site import create_example
from generator.model.problem import Problem
from generator.publish.broken_links import find_broken_links
from generator.verbs.diff import compare_revisions
from generator.verbs.publish import publish_release
from generator.verbs.rollback import roll_back
from tests.instances import DAY, build, check, silent, write
from tests.repositories import commit, git

Problems = tuple[Problem, ...]


@contextmanager
def prepare(root: Path, case: Mapping[str, Any]) -> Iterator[None]:
    """Do to a copied site what its case asks for, and undo what would outlive it."""
    for file in case.get("remove", ()):
        remove(root / file)
    for file in ("case.json", "expected.json"):
        (root / file).unlink(missing_ok=True)
    with ExitStack() as stack:
        for name, target in case.get("prepare", {}).items():
            stack.enter_context(PREPARATIONS[name](root, target))
        if (root / ".mingshan").is_dir():  # what lies in a cache is our own doing; a stranger's would be emptied unread
            (root / ".mingshan/owner").write_text(owner_mark(), "ascii")
        yield


def remove(path: Path) -> None:
    """A file or a folder."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def _links(root: Path, links: Mapping[str, str]) -> Iterator[None]:
    for link, target in links.items():
        (root / link).symlink_to(target)
    yield


@contextmanager
def _pipes(root: Path, files: list[str]) -> Iterator[None]:
    for file in files:
        os.mkfifo(root / file)
    yield


@contextmanager
def _texts(root: Path, texts: Mapping[str, str]) -> Iterator[None]:
    """Files whose names, bytes or sizes do not belong in a repository; `bytes` are written as Latin-1."""
    for file, text in texts.items():
        write(root, file, text.encode("latin-1"))
    yield


@contextmanager
def _large(root: Path, sizes: Mapping[str, int]) -> Iterator[None]:
    for file, size in sizes.items():
        with (root / file).open("wb") as opened:
            opened.truncate(size)
    yield


@contextmanager
def _running(root: Path, given: str | None) -> Iterator[None]:
    """Another build (or whoever else locks the given file) is at work."""
    file = given or ".mingshan/lock"
    write(root, file, "")
    with (root / file).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _before(root: Path, texts: Mapping[str, Mapping[str, str]]) -> Iterator[None]:
    """What git remembers: the site with other words in some files, or with files that are gone now (old text empty)."""
    now = {file: (root / file).read_text("utf-8") if (root / file).exists() else None for file in texts}
    for file, words in texts.items():
        text = now[file] or ""
        for new, old in words.items():
            text = text.replace(new, old) if new else text + old
        write(root, file, text)
    git(root, "init", "-q", "-b", "main")
    commit(root, "before")
    for file, text in now.items():
        remove(root / file) if text is None else write(root, file, text)
    yield


PREPARATIONS: Mapping[str, Callable[[Path, Any], AbstractContextManager[None]]] = {
    "links": _links,
    "pipes": _pipes,
    "texts": _texts,
    "large": _large,
    "running": _running,
    "before": _before,
}


def _serve(root: Path) -> Problems:
    """A preview on a port that somebody else already has."""
    project, _ = open_project(root, DAY, None)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        problems = serve_site(project, port, lambda *_: None, silent, Event())
    return tuple(replace(each, message=each.message.replace(str(port), "8000")) for each in problems)


def _follow_links(root: Path) -> Problems:
    problems = build(root)
    return (*problems, *find_broken_links(root / "site"))


def _compare(root: Path, base: str = "main") -> Problems:
    project, _ = open_project(root, DAY, None)
    compared = compare_revisions(project, base, None, silent)
    return (compared,) if isinstance(compared, Problem) else compared.problems


def _publish(root: Path) -> Problems:
    project, _ = open_project(root, DAY, None)
    return publish_release(project, root / "www", None, silent, Way())


def _publish_signed(root: Path) -> Problems:
    project, _ = open_project(root, DAY, None)
    return publish_release(project, root / "www", root / "no-such-key", silent, Way())


VERBS: Mapping[str, Callable[[Path], Problems]] = {
    "check": check,
    "build": build,
    "serve": _serve,
    "init": lambda root: create_example(house_folder(), root),
    "links": _follow_links,
    "diff": _compare,
    "publish": _publish,
    "publish-signed": _publish_signed,
    "rollback": lambda root: roll_back(root / "www", None, DAY, silent),
}
