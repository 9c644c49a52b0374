"""The demonstration's 268 windows to how long their packs take: all of them, and again after one window changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench.figures import Figure, ratio, seconds
from bench.records import REPOSITORY
from bench.staged import DAY
from generator.build.packing import draw_packs, open_press
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
            start = perf_counter()
            made = draw_packs(source, press, [(each, "") for each in wanted], Path(staging), unchanged, FEATURES)
            return perf_counter() - start, made

    clean, made = draw(source, {})
    again, same = draw(source, made)
    changed, fresh = draw(replace(source, catalogue=_with_another_telephone(source.catalogue)), made)
    set_again = sum(fresh[address] != made[address] for address in fresh)
    yield seconds(f"{places} packs of three files each, from nothing", clean)
    yield ratio("nothing changed / from nothing", again, clean, 0.1)
    yield seconds(f"one window changed: {set_again} files set again", changed)
    yield ratio("one window changed / from nothing", changed, clean, 0.1)
    if same != made:
        raise SystemExit("packs of the same data differ")


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
