"""A table of 10,000 projects to what one change of its filters costs in Chromium, drawing included."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import CDPSession, sync_playwright

from bench.figures import Figure
from bench.finder import ARGUMENTS
from bench.hosts import hosted
from bench.programs import run_python
from bench.records import write_site

PROJECTS, ENTRIES = 10_000, 200
CHANGES = 19
CHANGE = """(turn) => {
  const field = document.querySelector('[data-axis="category"]');
  field.selectedIndex = 1 + (turn % (field.options.length - 1));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  document.body.getBoundingClientRect();
}"""


def measure_taking(scale: float) -> Iterator[Figure]:
    """The processor's time of a change, and what the rows weigh before they are packed."""
    with TemporaryDirectory() as place:
        write_site(Path(place), max(20, round(PROJECTS * scale)), ENTRIES)
        run_python("-m", "bench.staged", "build", place)
        rows = Path(place, "site/take/projects/rows.json").stat().st_size
        with hosted(Path(place, "site")) as home, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            page = browser.new_page()
            page.goto(f"{home}take/projects/")
            page.locator('[data-taking] [data-part="status"]', has_text="条").wait_for()
            watch = page.context.new_cdp_session(page)
            watch.send("Performance.enable", {"timeDomain": "threadTicks"})
            costs = []
            for turn in range(CHANGES):
                before = _spent(watch)
                page.evaluate(CHANGE, turn)
                costs.append((_spent(watch) - before) * 1000)
            browser.close()
    yield Figure("one change of a filter, median, CPU", sorted(costs)[CHANGES // 2], "ms", 100)
    yield Figure("one change of a filter, slowest, CPU", max(costs), "ms")
    yield Figure("rows that are loaded once, not packed", rows / 1000, "kB")


def _spent(watch: CDPSession) -> float:
    """Seconds that the page's own thread has been busy."""
    found = watch.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in found if each["name"] == "TaskDuration"))
