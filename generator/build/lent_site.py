"""All that a site is drawn with to plain values that another machine is sent once, and back to a drawing there."""

from __future__ import annotations

import gc
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.base.cache import Cache, pack, unpack
from generator.base.folders import lay_file
from generator.base.house import house_folder
from generator.base.lent import Loan, lent, make_loan
from generator.base.memoising import forget_answers
from generator.base.reads import Read
from generator.build.drawing_jobs import Drawing
from generator.build.packing import open_press
from generator.build.staleness import base_digest, template_folders
from generator.features import FEATURES
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.noted import CHANGED_ON, PICTURE_IN, NotedFiles, declarations, noted, plain
from generator.model.noted_settings import noted_settings, plain_settings
from generator.model.page import Download, Page, Plan
from generator.model.passage import Picture
from generator.model.project import Project, Settings
from generator.model.record import Record
from generator.model.source import Source
from generator.publish.frames import Frame
from generator.render.compiled import CompiledTemplates
from generator.render.templates import template_environment
from generator.store.memory import Memory
from generator.store.values import Values

_THEME = "theme"
_QUICK = 1
"""Of zlib: half the bytes for a twentieth of the time that drawing takes."""


@dataclass(frozen=True, slots=True)
class LentSite:
    """What is drawn from, without what notes who reads it; `theme` are the instance's own templates and Typst files."""

    datasets: Mapping[str, Dataset]
    records: Mapping[str, Mapping[str, Record]]
    backlinks: Mapping[str, Mapping[str, tuple[Record, ...]]]
    plan: Plan
    settings: Settings
    day: date
    changes: Mapping[str, date]
    pictures: Mapping[str, Picture]
    frames: Mapping[str, Frame]
    known: frozenset[Read]
    theme: Mapping[str, bytes]
    others: dict[str, Any]


_OTHERS = ("examples", "open_formats", "rules", "releases", "templates")
"""Of a source, what is handed on as it is."""


def lend_site(drawing: Drawing) -> Loan:
    """The drawing, packed, without what lies on the disk of this machine alone."""
    source, folder = drawing.source, drawing.project.root / _THEME
    records, backlinks = plain(source.catalogue)
    own = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    site = LentSite(
        dict(declarations(source.catalogue)),
        records,
        backlinks,
        source.plan,
        Settings(**plain_settings(source.settings)),
        source.day,
        dict(source.changes),
        dict(source.pictures),
        drawing.frames,
        drawing.known,
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in own},
        {name: getattr(source, name) for name in _OTHERS},
    )
    return make_loan(zlib.compress(pack(site), _QUICK))


@dataclass(frozen=True, slots=True)
class OpenedSite:
    """A drawing on this machine, what is planned at each address, and the folder that it lives in."""

    drawing: Drawing
    planned: Mapping[str, Page | Download]
    folder: TemporaryDirectory[str]


@lru_cache(maxsize=1)
def open_lent_site(digest: str) -> OpenedSite:
    """What was lent to this process, ready to draw; opened once."""
    forget_answers()
    site = unpack(zlib.decompress(lent(digest)))
    assert isinstance(site, LentSite)
    folder = TemporaryDirectory(prefix="mingshan-drawing-")
    root = Path(folder.name)
    for name, content in site.theme.items():
        lay_file(root / _THEME / name, content)
    project = Project(root, house_folder() / _THEME, root / "site", root / "cache", site.day, site.settings)
    source = _source(site)
    values = Values(source)
    memory = Memory(project.cache, base_digest(source), values)
    templates = template_environment(template_folders(project), CompiledTemplates(Cache(project.cache / "templates")))
    staging = root / "staging"
    press = open_press(project, FEATURES)
    drawing = Drawing(templates, source, site.frames, staging, {}, project, press, FEATURES, memory, values, site.known)
    gc.freeze()  # it lives as long as the process: the collector need not look through it
    planned: tuple[Page | Download, ...] = (*site.plan.pages, *site.plan.downloads)
    return OpenedSite(drawing, {each.address: each for each in planned}, folder)


def _source(site: LentSite) -> Source:
    source = Source(
        noted(Catalogue(site.datasets, site.records, site.backlinks)),
        site.plan,
        noted_settings(site.settings),
        site.day,
        NotedFiles(CHANGED_ON, site.changes),
        pictures=NotedFiles(PICTURE_IN, site.pictures),
    )
    return replace(source, **site.others)
