"""The demonstration's 268 windows to how long their packs take: all of them, and again after one window changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook

from bench.figures import Figure, ratio, seconds
from bench.records import REPOSITORY
from bench.staged import DAY
from generator.build.packing import Part, Press, WrittenPart, make_files, open_press, stage_packs
from generator.build.pipeline import check_project, open_project
from generator.features import FEATURES
from generator.link.references import link_records
from generator.model.catalogue import Catalogue
from generator.model.feature import pack_kinds
from generator.model.page import Download
from generator.model.problem import Location
from generator.model.record import Record
from generator.model.source import Source
from generator.publish.manifest import Manifest

_NONE = Path()
CHANGED = "120103007-01"
"""The window that gets another telephone."""


def measure_packs(scale: float) -> Iterator[Figure]:
    """Handbooks, posters and workbooks, in one process; a build shares them out among its children."""
    project, _ = open_project(REPOSITORY, date.fromisoformat(DAY), None)
    settings = replace(project.settings, window_packs=True)
    project = replace(project, settings=settings)
    checked = check_project(project, lambda _: None)
    source = Source(checked.catalogue, checked.plan, settings, project.as_of, {}, checked.pictures)
    wanted = _downloads(source, scale)
    places = len({each.key for each in wanted})
    press = open_press(project, FEATURES)

    def draw(source: Source, unchanged: Manifest) -> tuple[float, Manifest]:
        with TemporaryDirectory() as staging:
            start = _cpu()
            parts = [WrittenPart(each.address, "", Part(each.format, _write(source, each))) for each in wanted]
            made = stage_packs(press, parts, Path(staging), unchanged)
            return _cpu() - start, made

    clean, made = draw(source, {})
    again, same = draw(source, made)
    changed, fresh = draw(replace(source, catalogue=_with_another_telephone(source.catalogue)), made)
    set_again = sum(fresh[address] != made[address] for address in fresh)
    yield seconds(f"{places} packs of three files each, from nothing", clean)
    yield ratio("nothing changed / from nothing", again, clean, 0.1)
    yield seconds(f"one window changed: {set_again} files set again", changed)
    yield ratio("one window changed / from nothing", changed, clean, 0.1)
    yield from _measure_files(press, [(each.format, _write(source, each)) for each in wanted])
    if same != made:
        raise SystemExit("packs of the same data differ")


def _measure_files(press: Press, written: Sequence[tuple[str, str]]) -> Iterator[Figure]:
    """What one file costs: most of a handbook stands in its neighbours', and most cells of a workbook look alike."""
    some = [Part(format_, text) for format_, text in written if press.sources.get(format_, _NONE).stem == "handbook"]
    books = [Part(format_, text) for format_, text in written if format_ not in press.sources]
    together = _timed(lambda: make_files(press, some)) / len(some)
    alone = min(_timed(lambda: make_files(press, some[-1:])) for _ in range(3))
    yield seconds("one handbook, set in a program of its own", alone)
    yield ratio(f"one of {len(some)} handbooks set together / in a program of its own", together, alone, 0.3)
    styled = _timed(lambda: make_files(press, books)) / len(books)
    plain = _timed(lambda: [_plain_workbook(each.text) for each in books]) / len(books)
    yield ratio("a workbook / its cells in one without any look", styled, plain, 2.0)


def _plain_workbook(text: str) -> bytes:
    book, saved = Workbook(), BytesIO()
    sheet: Any = book.create_sheet()
    for row in json.loads(text)["rows"]:
        sheet.append(row)
    book.save(saved)
    return saved.getvalue()


def _write(source: Source, download: Download) -> str:
    return pack_kinds(FEATURES)[download.format].write(source, download)


def _timed(work: Callable[[], object]) -> float:
    start = _cpu()
    work()
    return _cpu() - start


def _cpu() -> float:
    """Seconds of a processor, with those of the programs that set pages: what else a machine does counts less."""
    return sum(sum(getrusage(who)[:2]) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))


def _downloads(source: Source, scale: float) -> list[Download]:
    found = [each for each in source.plan.downloads if each.format in pack_kinds(FEATURES)]
    places = list(dict.fromkeys(each.key for each in found))
    chosen = {CHANGED.partition("-")[0], *places[: max(1, round(len(places) * scale))]}
    return [each for each in found if each.key in chosen]


def _with_another_telephone(catalogue: Catalogue) -> Catalogue:
    records = {name: tuple(found.values()) for name, found in catalogue.records.items()}
    records["windows"] = tuple(_telephoned(each) if each.key == CHANGED else each for each in records["windows"])
    datasets = tuple(catalogue.datasets.values())
    return link_records(datasets, records, lambda origin, _: Location(origin.file), lambda *_: True)[0]


def _telephoned(window: Record) -> Record:
    return window._replace(values={**window.values, "phone": "022-示例号码0009"}, digest="changed")
