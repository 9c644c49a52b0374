import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from queue import Queue

import pytest

from generator.model.project import Project
from generator.publish.preview.rebuild_on_edit import serve_site
from tests.publish.conftest import SETTINGS, write

WAIT = 20


@pytest.fixture
def builds(project: Project) -> Iterator["Queue[str]"]:
    """The preview of an instance at work; each build announces its address here."""
    done: Queue[str] = Queue()
    stop = threading.Event()
    write(project.root, {"data/a.csv": "1"})
    local = replace(project, settings=replace(SETTINGS, site_url=""))
    thread = threading.Thread(
        target=serve_site, args=(local, lambda _round: (), 0, lambda address, _problems: done.put(address), stop)
    )
    thread.start()
    yield done
    stop.set()
    thread.join(WAIT)
    assert not thread.is_alive()


def test_the_site_is_built_at_once_and_again_after_an_edit(project: Project, builds: "Queue[str]") -> None:
    assert builds.get(timeout=WAIT).startswith("http://127.0.0.1:")
    for name in ("data/a.csv", "content/index.md", "mkdocs.yml", "engine/overrides/main.html"):
        threading.Event().wait(0.5)
        write(project.root, {name: "2"})
        builds.get(timeout=WAIT)


def test_settings_replaced_by_an_editor_are_still_watched(project: Project, builds: "Queue[str]") -> None:
    builds.get(timeout=WAIT)
    for text in ("a: 1", "a: 2"):
        threading.Event().wait(0.5)
        write(project.root, {"mkdocs.new": text})
        (project.root / "mkdocs.new").rename(project.root / "mkdocs.yml")
        builds.get(timeout=WAIT)


def test_a_port_that_is_taken_is_a_problem(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        problems = serve_site(project, lambda _round: (), port, lambda _address, _problems: None, threading.Event())
    assert [problem.rule.code for problem in problems] == ["port-taken"]
