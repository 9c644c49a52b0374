"""Edits of an instance's files to rebuilt pages in an open browser."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.model.addresses import base_path
from generator.model.problem import Problem
from generator.model.project import Project
from generator.publish.preview.live_reload import LiveSite
from generator.publish.preview.server import PreviewServer
from generator.publish.preview_problems import port_taken

_SETTINGS = "mkdocs.yml"
WATCHED = ("data", "content", "theme", _SETTINGS)
DEBOUNCE = 300
"""Milliseconds of quiet after an edit: editors write a file in several steps."""


@dataclass(frozen=True, slots=True)
class Round:
    """One time that the site is built for a preview.

    `edited` are files that changed since the last round that was finished, `looked_at` the addresses of pages that
    stand open somewhere.
    """

    edited: frozenset[Path]
    looked_at: frozenset[str]
    tell: Callable[[frozenset[str], frozenset[str]], None]
    """Told the addresses where something else lies from now on, and those where something is still to be made."""
    is_over: Callable[[], bool]
    """Whether somebody edited again, so that all that is not in its place yet would be made in vain."""


Rebuild = Callable[[Round], tuple[Problem, ...]]
Announce = Callable[[str, tuple[Problem, ...]], None]
"""Called after every build with the address of the preview and what the build found."""


class _Edits:
    """Files that somebody edited and nobody has built yet: a thread waits for the first, another goes on collecting."""

    def __init__(self) -> None:
        self._some = threading.Event()
        self._lock = threading.Lock()
        self._files: frozenset[Path] = frozenset()
        self._some.set()  # the site is built once before anybody edits

    def add(self, files: Iterable[Path]) -> None:
        with self._lock:
            self._files |= frozenset(files)
            self._some.set()

    def wait(self, seconds: float) -> bool:
        return self._some.wait(seconds)

    def are_there(self) -> bool:
        return self._some.is_set()

    def take(self) -> frozenset[Path]:
        with self._lock:
            taken, self._files = self._files, frozenset()
            self._some.clear()
            return taken


def serve_site(
    project: Project, rebuild: Rebuild, port: int, announce: Announce, stop: threading.Event
) -> tuple[Problem, ...]:
    """Build, serve, rebuild on every edit until `stop`; while a build fails the last good site is served."""
    base = base_path(project.settings.site_url)
    live = LiveSite(base)
    try:
        server = PreviewServer(port, project.site, base, live)
    except OSError:
        return (port_taken(port),)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _rebuild_on_edits(project, rebuild, server, announce, stop)
    finally:
        stop.set()
        live.close()
        server.shutdown()
        server.server_close()
    return ()


def _rebuild_on_edits(
    project: Project, rebuild: Rebuild, server: PreviewServer, announce: Announce, stop: threading.Event
) -> None:
    """Edits are noticed in a thread of their own: those made while a build runs must not be lost.

    A round during which somebody edited again is over before its end; the next one does what it left.
    """
    edits, live, unbuilt = _Edits(), server.live, frozenset[Path]()
    threading.Thread(target=_watch, args=(project, edits, stop), daemon=True).start()
    while not stop.is_set():
        if edits.wait(0.2):
            unbuilt |= edits.take()
            problems = rebuild(Round(unbuilt, live.looked_at(), live.tell, edits.are_there))
            if not edits.are_there():
                unbuilt = frozenset()
                live.finish(problems)
                announce(server.address, problems)


def _watch(project: Project, edits: _Edits, stop: threading.Event) -> None:
    from watchfiles import watch  # only for a preview: it is slow to come

    while not stop.is_set():
        places = _places(project)
        for changes in watch(*places, stop_event=stop, debounce=DEBOUNCE, step=50, raise_interrupt=False):
            edits.add(Path(path) for _, path in changes)
            # A file that an editor replaced is no longer watched, and a new folder not yet: look again.
            if _places(project) != places or any(Path(path).name == _SETTINGS for _, path in changes):
                break


def _places(project: Project) -> tuple[Path, ...]:
    wanted = dict.fromkeys((*(project.root / name for name in WATCHED), project.theme))
    return tuple(path for path in wanted if path.exists())
