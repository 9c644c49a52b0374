"""The files of a work tree to the raw data that slipped in among them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from generator.base.limits import LimitedProcess
from generator.check.personal.problems import raw_data_in_tree
from generator.check.personal.raw_headers import looks_personal
from generator.exchange.workbook_grids import decode_workbook
from generator.model.catalogue import Catalogue
from generator.model.feature import Features
from generator.model.problem import Problem
from generator.model.project import Project
from generator.read.grids import decode_grid
from generator.read.sent_files import read_sent_file

SHEETS = (".csv", ".tsv", ".xlsx", ".xlsm")
NOT_OURS = frozenset({"node_modules", "__pycache__"})
HIDDEN_AND_TRACKED = frozenset({".github", ".gitea", ".schemas", ".vscode", ".githooks", ".ci"})
_HEAD = 64 * 1024
"""Of a text so much is read: its header is at its beginning."""


def find_strays(
    project: Project, catalogue: Catalogue, declared: Collection[str], features: Features
) -> tuple[Problem, ...]:
    """Sheets that look like raw data and that no dataset has `declared`; those are checked as what they are."""
    is_raw = tuple(make(catalogue) for feature in features for make in feature.raw_sheets)
    with LimitedProcess() as process:
        return tuple(
            raw_data_in_tree(file)
            for file in _sheets(project)
            if file not in declared
            and (header := _header(process, project.root / file, file))
            and _is_stray(header, is_raw)
        )


def _is_stray(header: tuple[str, ...], is_raw: Iterable[Callable[[Sequence[str]], bool]]) -> bool:
    return looks_personal(header) or any(each(header) for each in is_raw)


def _sheets(project: Project) -> Iterator[str]:
    for folder, folders, files in os.walk(project.root):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not is_skipped(here / name, project))
        for name in sorted(files):
            if name.lower().endswith(SHEETS):
                yield (here / name).relative_to(project.root).as_posix()


def is_skipped(folder: Path, project: Project) -> bool:
    """Whether nothing in a folder is of interest: it is hidden, another program's, or made by us."""
    is_hidden = folder.name.startswith(".") and folder.name not in HIDDEN_AND_TRACKED
    return is_hidden or folder.name in NOT_OURS or folder in (project.site, project.cache)


def _header(process: LimitedProcess, path: Path, name: str) -> tuple[str, ...]:
    """Of a workbook the whole is needed, of a text its first lines."""
    is_text = path.suffix.lower() in (".csv", ".tsv")
    data = _beginning(path) if is_text else read_sent_file(path, name)
    if isinstance(data, Problem):
        return ()
    grid, _ = decode_grid(data, name) if is_text else decode_workbook(process, data, name)
    return grid.header if grid else ()


def _beginning(path: Path) -> bytes:
    """Whole lines only: half a line may look like anything."""
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except OSError:
        return b""
    return data[: data.rfind(b"\n") + 1] if len(data) == _HEAD else data
