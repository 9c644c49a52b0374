"""A catalogue of 20,000 entries to how soon the finder answers in Chromium, and how much it loads for that; thirty
persons to what they find in the demonstration and how often they touch the screen.

The persons (`finder_persons.yaml`) were thought of by somebody who had not looked at its offers; nothing is mended by
them. `BENCH_SITE` names a built demonstration; without it they stay at home.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, Response, sync_playwright

from bench.figures import Figure
from bench.hosts import hosted
from bench.microdata import ROOT
from bench.persons import read_persons, walk
from bench.programs import run_python
from bench.records import write_site

ENTRIES, PROJECTS = 20_000, 20
ANSWERS = (
    "#?district=120103&township=120103006&need=medical&need=care&who=elder&age=78&group=serious-illness&home=none",
    "#?district=120103&township=120103007&need=education&who=child&age=9&group=subsistence-allowance&home=none",
)
"""Two families in one district."""
ROUNDS = 10
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SHOWN = "[data-part=results] h2"
ASK_AGAIN = """(answers) => new Promise((done) => {
  const start = performance.now();
  const results = document.querySelector("[data-part=results]");
  new MutationObserver((_, observer) => { observer.disconnect(); done(performance.now() - start); })
    .observe(results, { childList: true });
  location.hash = answers;
})"""
"""Milliseconds from other answers in the address to the new results on the page."""


def measure_finder(scale: float) -> Iterator[Figure]:
    """What is loaded for the first answer, how long that takes, and how long every later one takes."""
    entries = max(200, round(ENTRIES * scale))
    with TemporaryDirectory() as place:
        write_site(Path(place), PROJECTS, entries)
        run_python("-m", "bench.staged", "build", place)
        with hosted(Path(place, "site")) as home, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            page = browser.new_page()
            answered: list[Response] = []
            page.on("response", lambda response: answered.append(response))
            page.goto(f"{home}find/{ANSWERS[0]}")
            page.locator(SHOWN).first.wait_for()
            first = page.evaluate("performance.now()")
            page.wait_for_load_state("networkidle")
            loaded = [(each.url, len(each.body())) for each in answered]
            times = _ask(page)
            browser.close()
    everything, data = sum(size for _, size in loaded), sum(size for url, size in loaded if "/data/" in url)
    yield Figure(f"first answer of {entries:,} entries, with all that is loaded", first, "ms")
    yield Figure("data loaded for it", data / 1000, "kB", 300)
    yield Figure("everything loaded for it (page, styles, scripts, data)", everything / 1000, "kB")
    yield Figure("every later answer, median", sorted(times)[len(times) // 2], "ms", 100)
    yield Figure("every later answer, slowest", max(times), "ms")
    if site := os.environ.get("BENCH_SITE"):
        yield from _persons(Path(site))


def _persons(site: Path) -> Iterator[Figure]:
    """Whether each finds something that can be applied for and a number to call, on a small phone."""
    persons = read_persons(ROOT / "bench" / "finder_persons.yaml")
    with hosted(site) as home, sync_playwright() as driver:
        context = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS).new_context(
            viewport={"width": 360, "height": 740}
        )
        found = []
        for person in persons:
            page = context.new_page()
            page.goto(f"{home}find/")
            found.append(walk(page, person))
            page.close()
        context.close()
    yield Figure(f"{len(persons)} persons, without an open offer", sum(not each.open for each in found), "", 0)
    yield Figure(f"{len(persons)} persons, without a window or number", sum(not each.window for each in found), "", 0)
    yield Figure(f"{len(persons)} persons, touches, median", median(each.taps for each in found), "", 6)
    yield Figure(f"{len(persons)} persons, touches, most", max(each.taps for each in found), "")


def _ask(page: Page) -> list[float]:
    """The families in turn; the first round loads what the second family needs and does not count."""
    times = [page.evaluate(ASK_AGAIN, ANSWERS[(number + 1) % len(ANSWERS)]) for number in range(ROUNDS + 2)]
    return times[2:]
