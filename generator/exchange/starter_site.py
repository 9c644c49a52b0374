"""A few example records and, of each declaration, the name by which the engine knows it: a small working project."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.base.disk import naming
from generator.exchange.problems import folder_not_empty
from generator.model.problem import Problem

STARTER = "theme/starter"
_DECLARATION = "dataset.yaml"
_ORIGIN = re.compile(r"^  origin: (\w+)$", re.MULTILINE)
_EXTENSION = """\
# 引擎自带的声明，随引擎更新。本市要加的字段、要改的写法接着写在下面，见网站的“怎样声明一种数据”页。
name: {name}
extends: {name}
"""


def create_project(house: Path, folder: Path) -> tuple[Problem, ...]:
    """Fill an empty or new folder; a folder with anything in it is left as it is."""
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return (folder_not_empty(folder),)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _fill(house, fresh)
    except BaseException:  # a full disk keeps nothing of what was begun
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if folder.exists():
        folder.rmdir()
    fresh.rename(folder)
    return ()


def _fill(house: Path, fresh: Path) -> None:
    fresh.mkdir(parents=True)
    for source in sorted((house / STARTER).rglob("*")):
        target = fresh / source.relative_to(house / STARTER)
        with naming(target):  # `copytree` goes on after a failure, and tells of many at once without saying why
            target.mkdir() if source.is_dir() else target.write_bytes(source.read_bytes())
    for source in _shared_files(house):
        target = fresh / source.relative_to(house)
        with naming(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_EXTENSION.format(name=source.parent.name), "utf-8")


def _shared_files(house: Path) -> Iterator[Path]:
    """Every declaration but those that only this house's own city has."""
    for declaration in sorted((house / "data").rglob(_DECLARATION)):
        written = _ORIGIN.search(declaration.read_text("utf-8"))
        if not (written and written[1] == "city"):
            yield declaration
