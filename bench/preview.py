"""The running preview of a site to how long an editor waits: from the edit to the page on the disk, pages first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, sleep
from typing import NamedTuple
from urllib.request import urlopen

from bench.figures import Figure, seconds
from bench.records import write_site
from bench.staged import DAY
from generator.build.pipeline import open_project, serve_site
from generator.cli.options import read_day

PROJECTS, SUPPLY_ROWS = 10_000, 100
RUNS = 3
PORT = 8761
_PATIENCE = 1_800.0


class Edit(NamedTuple):
    """What somebody changes, the page that they look at meanwhile, and the most it may take."""

    name: str
    page: str
    file: str
    old: str
    new: str
    at_most: float


EDITS = (
    Edit("a record's text", "projects/p000007/", "data/projects/p000007.yaml", "summary: ", "summary: 改过{}。", 1.5),
    Edit("an article", "", "content/index.md", "这里的数据", "改过{}：这里的数据", 1.5),
    Edit("a setting", "projects/p000007/", "mkdocs.yml", "authority: ", "authority: 改过{}，", 3),
)


def measure_preview(scale: float) -> Iterator[Figure]:
    """Seconds on the clock, the best of some edits of each kind."""
    with TemporaryDirectory() as place:
        root = Path(place)
        write_site(root, max(20, round(PROJECTS * scale)), SUPPLY_ROWS)
        with_preview = _Preview(root)
        try:
            with_preview.wait_until_built()
            for edit in EDITS:
                taken = min(with_preview.measure(edit, run) for run in range(RUNS))
                yield seconds(f"the page after editing {edit.name}", taken, edit.at_most)
        finally:
            with_preview.end()


class _Preview:
    """One that runs in a thread of ours."""

    def __init__(self, root: Path) -> None:
        self._root, self._stop, self._built = root, Event(), Event()
        project, _ = open_project(root, read_day(DAY), None)
        self._thread = Thread(target=serve_site, args=(project, PORT, self._done, _silent, self._stop))
        self._thread.start()

    def wait_until_built(self) -> None:
        if not self._built.wait(_PATIENCE):
            raise SystemExit("the preview was never built")

    def measure(self, edit: Edit, run: int) -> float:
        """Edit, and wait for the page; then for the rest, which must not weigh on the next."""
        self._built.clear()
        with urlopen(f"http://127.0.0.1:{PORT}/{edit.page}") as looked_at:  # the page that is drawn first
            looked_at.read()
        shown, file = self._root / "site" / edit.page / "index.html", self._root / edit.file
        before, text = shown.read_bytes(), file.read_text("utf-8")
        start = perf_counter()
        file.write_text(text.replace(edit.old, edit.new.format(run), 1), "utf-8")
        _wait(lambda: shown.read_bytes() != before)
        taken = perf_counter() - start
        self.wait_until_built()
        return taken

    def end(self) -> None:
        self._stop.set()
        self._thread.join()

    def _done(self, *_told: object) -> None:
        self._built.set()


def _wait(is_so: Callable[[], bool]) -> None:
    end = perf_counter() + _PATIENCE
    while not is_so():
        if perf_counter() > end:
            raise SystemExit("the page never changed")
        sleep(0.01)


def _silent(_what: str) -> None:
    """Nobody listens."""
