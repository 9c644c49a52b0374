"""Edits of an instance's files to rebuilt pages in an open browser."""

from __future__ import annotations

import threading
from collections.abc import Callable
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

Rebuild = Callable[[], tuple[Problem, ...]]
Announce = Callable[[str, tuple[Problem, ...]], None]
"""Called after every build with the address of the preview and what the build found."""


def serve_site(
    project: Project, rebuild: Rebuild, port: int, announce: Announce, stop: threading.Event
) -> tuple[Problem, ...]:
    """Build, serve, rebuild on every edit until `stop`; while a build fails the last good site is served."""
    live = LiveSite()
    try:
        server = PreviewServer(port, project.site, base_path(project.settings.site_url), live)
    except OSError:
        return (port_taken(port),)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _rebuild_on_edits(project, lambda: _rebuild(rebuild, live, server, announce), stop)
    finally:
        stop.set()
        live.close()
        server.shutdown()
        server.server_close()
    return ()


def _rebuild(rebuild: Rebuild, live: LiveSite, server: PreviewServer, announce: Announce) -> None:
    problems = rebuild()
    live.publish(problems)
    announce(server.address, problems)


def _rebuild_on_edits(project: Project, rebuild: Callable[[], None], stop: threading.Event) -> None:
    """Edits are noticed in a thread of their own: those made while a build runs must not be lost."""
    edited = threading.Event()
    edited.set()
    threading.Thread(target=_watch, args=(project, edited, stop), daemon=True).start()
    while not stop.is_set():
        if edited.wait(0.2):
            edited.clear()
            rebuild()


def _watch(project: Project, edited: threading.Event, stop: threading.Event) -> None:
    from watchfiles import watch  # only for a preview: it is slow to come

    while not stop.is_set():
        places = _places(project)
        for changes in watch(*places, stop_event=stop, debounce=DEBOUNCE, step=50, raise_interrupt=False):
            edited.set()
            # A file that an editor replaced is no longer watched, and a new folder not yet: look again.
            if _places(project) != places or any(Path(path).name == _SETTINGS for _, path in changes):
                break


def _places(project: Project) -> tuple[Path, ...]:
    wanted = dict.fromkeys((*(project.root / name for name in WATCHED), project.theme))
    return tuple(path for path in wanted if path.exists())
