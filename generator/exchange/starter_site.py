"""The generator's own declarations and a few example records to a small working project for another city."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from generator.base.disk import naming
from generator.exchange.new_record_problems import folder_not_empty
from generator.model.problem import Problem

STARTER = "theme/starter"
_DECLARATION = "dataset.yaml"
_NO_NAMESPACE = 'namespace: ""'
"""What every new site fills with a value of its own, once."""
_ORIGIN = re.compile(r"^  origin: (\w+)$", re.MULTILINE)
_EXPECTED_SIZE = re.compile(r"^  records:.*\n", re.MULTILINE)


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
            target.write_text(_EXPECTED_SIZE.sub("", source.read_text("utf-8")), "utf-8")
    settings = fresh / "mkdocs.yml"
    with naming(settings):
        settings.write_text(settings.read_text("utf-8").replace(_NO_NAMESPACE, f'namespace: "{uuid4()}"'), "utf-8")


def _shared_files(house: Path) -> Iterator[Path]:
    """Every declaration but the city's own, without the number of records expected there."""
    for declaration in sorted((house / "data").rglob(_DECLARATION)):
        written = _ORIGIN.search(declaration.read_text("utf-8"))
        if not (written and written[1] == "city"):
            yield declaration
