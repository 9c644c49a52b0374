"""The files of a work tree to the raw data that slipped in among them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from generator.build.auditing import read_sheet
from generator.check.personal.raw_headers import looks_raw, stray
from generator.features.statistics.layouts import find_layouts
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.project import Project

SHEETS = (".csv", ".tsv", ".xlsx", ".xlsm")
NOT_OURS = frozenset({"node_modules", "__pycache__"})
HEAD = 64 * 1024
"""Of a text so much is read: its header is at its beginning."""


def find_strays(project: Project, catalogue: Catalogue, declared: Collection[str]) -> tuple[Problem, ...]:
    """Sheets that look like raw data and that no dataset has `declared`; those are checked as what they are."""
    layouts = find_layouts(catalogue)
    return tuple(
        stray(file)
        for file in _sheets(project)
        if file not in declared and (header := _header(project.root / file, file)) and looks_raw(header, layouts)
    )


def _sheets(project: Project) -> Iterator[str]:
    for folder, folders, files in os.walk(project.root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not is_skipped(here / name, project))
        for name in sorted(files):
            if name.lower().endswith(SHEETS):
                yield (here / name).relative_to(project.root).as_posix()


def is_skipped(folder: Path, project: Project) -> bool:
    """Whether nothing in a folder is of interest: it is hidden, another program's, or made by us."""
    return folder.name.startswith(".") or folder.name in NOT_OURS or folder in (project.site, project.cache)


def _header(path: Path, name: str) -> tuple[str, ...]:
    """Of a workbook the whole is needed, of a text its first lines."""
    is_text = path.suffix.lower() in (".csv", ".tsv")
    try:
        with path.open("rb") as file:
            data = file.read(HEAD if is_text else -1)
    except OSError:
        return ()
    whole = data[: data.rfind(b"\n") + 1] if is_text and len(data) == HEAD else data
    grid, _ = read_sheet(whole, name)
    return grid.header if grid else ()
