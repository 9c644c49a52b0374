"""A site of 10,000 projects to how long a phone with an empty cache waits for the first card of a search, in Chromium.

The profile: processor slowed down six times, 1.6 Mbit/s down, 0.75 up, 150 ms a request (Chrome's slow 4G), 360 × 720
pixels. The host packs what is text, as nginx and every static host do. `BENCH_PHONE_SITE` names a site that is built.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from bench.build import PROJECTS, SUPPLY_ROWS
from bench.figures import Figure, ratio, seconds
from bench.finder import ARGUMENTS
from bench.hosts import Packing, hosted
from bench.nation import LIST_PAGE
from bench.programs import run_python
from bench.records import write_site

SLOWER = 6
MEGABIT = 1_000_000 / 8
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * MEGABIT,
    "uploadThroughput": 0.75 * MEGABIT,
}
SCREEN = {"width": 360, "height": 720}
QUESTIONS = ("助学金", "上门照料", "河西区 医药费补助", "示例")
FIRST_CARD = "[data-search] .card__title a"
LONGEST = 120_000
"""Milliseconds after which nobody waits any more."""


class Searched(NamedTuple):
    """A first search: seconds to the first card, requests until then, and kilobytes on the line."""

    seconds: float
    requests: int
    kilobytes: float


def measure_phone(scale: float) -> Iterator[Figure]:
    """Each question once, from nothing; then how large the pages are that readers open."""
    with TemporaryDirectory() as place:
        site = Path(os.environ.get("BENCH_PHONE_SITE") or _built(Path(place), scale))
        with hosted(site, Packing) as home, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            found = [search(browser, home, question) for question in QUESTIONS]
            browser.close()
        pages = [file.stat().st_size for file in site.rglob("*.html")]
    yield Figure("pages of the site", len(pages), "")
    yield seconds(
        "first search on a slow phone (÷ 6, 1.6 Mbit/s, 150 ms): median", median(each.seconds for each in found)
    )
    yield seconds("first search on a slow phone, slowest", max(each.seconds for each in found), 6)
    yield Figure("requests until the first card, most", max(each.requests for each in found), "")
    yield Figure("on the line until the first card, most", max(each.kilobytes for each in found), "kB")
    yield ratio("largest page: bytes / those a list page may have", max(pages), LIST_PAGE, 1)


def _built(site: Path, scale: float) -> Path:
    write_site(site, max(20, round(PROJECTS * scale)), SUPPLY_ROWS)
    run_python("-m", "bench.staged", "build", site)
    return site / "site"


def search(browser: Browser, home: str, question: str) -> Searched:
    """Open the search page with a question in its address, on a phone that has never seen the site."""
    context = browser.new_context(viewport=SCREEN)  # type: ignore[arg-type] # a width and a height
    page = context.new_page()
    watch = context.new_cdp_session(page)
    lengths: list[float] = []
    watch.on("Network.loadingFinished", lambda event: lengths.append(event["encodedDataLength"]))
    watch.send("Network.enable")
    watch.send("Network.emulateNetworkConditions", SLOW_4G)
    watch.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(f"{home}search/#?q={question}", wait_until="commit", timeout=LONGEST)
    page.locator(FIRST_CARD).first.wait_for(timeout=LONGEST)
    took = page.evaluate("performance.now()") / 1000
    found = Searched(took, len(lengths), sum(lengths) / 1000)
    context.close()
    return found
