"""A preview of one site to how long each kind of edit takes until the page that shows it lies on disk.

`python -m bench.previewed DIR` prints a JSON object: by edit, seconds on the clock to the page, those of processors
until then, and seconds on the clock to the end of the round.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from time import perf_counter, sleep, time_ns
from typing import NamedTuple
from urllib.request import urlopen

from bench.records import CITY, SUPPLY
from bench.staged import DAY
from generator.build.pipeline import open_project, serve_site
from generator.cli.options import read_day
from generator.model.problem import Problem, has_errors

_PATIENCE = 1800.0
_SETTLED = 2.5
"""Seconds after a round in which files grow old enough to be told apart by their times, as between a person's edits."""


class Edit(NamedTuple):
    """What somebody edits, and where on the site it is to be seen."""

    make: Callable[[Path, str], None]
    seen: str


def edit_record(site: Path, words: str) -> None:
    """Another summary of a project."""
    _put(site / "data" / "projects" / "p000007.yaml", "^summary: .*$", f"summary: {words}。")


def edit_cell(site: Path, words: str) -> None:
    """Another summary of the first entry of the city's catalogue."""
    file = site / SUPPLY / f"{CITY}.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    rows[0]["summary"] = f"{words}。"
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def edit_article(site: Path, words: str) -> None:
    """Another sentence on the home page."""
    _put(site / "content" / "index.md", "^这里的数据.*$", f"这里的数据都是程序生成的，{words}。")


def edit_setting(site: Path, words: str) -> None:
    """Another name of the site, which stands on every page."""
    _put(site / "mkdocs.yml", "^site_name: .*$", f"site_name: {words}")


def edit_codelist(site: Path, words: str) -> None:
    """Another name of a district, which stands wherever it is served."""
    _put(site / "data" / "codes" / "divisions" / "divisions.csv", "^120103,[^,]*", f"120103,{words}")


EDITS: Mapping[str, Edit] = {
    "a record": Edit(edit_record, "projects/p000007/index.html"),
    "a cell": Edit(edit_cell, f"supply/{SUPPLY.name}/{CITY}-000001/index.html"),
    "an article": Edit(edit_article, "index.html"),
    "a setting": Edit(edit_setting, "divisions/120103/index.html"),
    "a codelist": Edit(edit_codelist, "divisions/120103/index.html"),
}
"""By what is edited. The last two change thousands of pages: seen is the one that somebody has open."""


def main() -> None:
    """Preview, edit, look, end."""
    site, rounds, stop = Path(sys.argv[1]), SimpleQueue[str](), threading.Event()
    project, _ = open_project(site, read_day(DAY), None)

    def announce(address: str, problems: tuple[Problem, ...]) -> None:
        if has_errors(problems):
            raise SystemExit(f"{site} has problems: {problems[:3]}")
        rounds.put(address)

    threading.Thread(target=_edit_all, args=(site, rounds), daemon=True).start()
    serve_site(project, 0, announce, lambda _: None, stop)


def _edit_all(site: Path, rounds: SimpleQueue[str]) -> None:
    try:
        home = rounds.get(timeout=_PATIENCE)
        found = {}
        for name, edit in EDITS.items():
            with _open_in_a_browser(home, edit.seen.removesuffix("index.html")):
                sleep(_SETTLED)
                found[name] = _measure(site, edit, f"示例改动{time_ns()}", rounds)
        print(json.dumps(found, ensure_ascii=False), flush=True)
        os._exit(0)
    except Empty:
        os._exit(1)


def _measure(site: Path, edit: Edit, words: str, rounds: SimpleQueue[str]) -> tuple[float, float, float]:
    start, spent, page = perf_counter(), sum(os.times()[:4]), site / "site" / edit.seen
    edit.make(site, words)
    while not (page.is_file() and words in page.read_text("utf-8")):
        sleep(0.02)
        if perf_counter() - start > _PATIENCE:
            raise Empty
    shown, spent = perf_counter() - start, sum(os.times()[:4]) - spent
    rounds.get(timeout=_PATIENCE)
    return shown, spent, perf_counter() - start


@contextmanager
def _open_in_a_browser(home: str, page: str) -> Iterator[None]:
    """A page that listens, as one does that stands open somewhere."""
    with urlopen(f"{home}.live/events?page=/{page}") as listening:
        listening.readline()
        yield


def _put(file: Path, where: str, what: str) -> None:
    written = file.read_text("utf-8")
    edited, times = re.subn(where, what, written, count=1, flags=re.MULTILINE)
    if not times:
        raise ValueError(f"nothing in {file} is like {where}")
    file.write_text(edited, "utf-8")


if __name__ == "__main__":
    main()
