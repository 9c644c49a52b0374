"""A city to a small working project: settings, first articles, its divisions, and declarations of two lines each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from generator.base.csv_writing import data_csv
from generator.base.disk import naming
from generator.exchange.new_record_problems import folder_not_empty
from generator.model.problem import Problem

STARTER = "theme/starter"
_DECLARATION = "dataset.yaml"
_SETTINGS, _NO_NAMESPACE = "mkdocs.yml", b'namespace: ""'
"""What every new site fills with a value of its own, once."""
_ORIGIN = re.compile(r"^  origin: (\w+)$", re.MULTILINE)
_EXTENSION = """\
# 引擎自带的声明，随引擎更新。本市要加的字段、要改的写法接着写在下面，见网站的“怎样声明一种数据”页。
name: {name}
extends: {name}
"""
_EXAMPLE_CITY, _EXAMPLE_AUTHORITY = "示例市", "authority: 示例市民政局"
_SINCE_EVER = "duties_since: {}"
_SINCE = "duties_since: {{organization: {day}, project: {day}, place: {day}}}"
_DEMONSTRATION = re.compile(r"demonstration: true.*")
_PLACES = "code,name,level,parent"
"""The header of the one table that is filled from the start."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class City:
    """Whose site it is: its name, who answers for the site, and rows of code, name, level and parent."""

    name: str
    authority: str
    places: tuple[tuple[str, str, str, str], ...]
    begun: date
    """The day from which it can know what was made public: nothing that fell due before is called missing."""


def create_example(house: Path, folder: Path) -> tuple[Problem, ...]:
    """The project of an invented city, with a few invented records."""
    return _create(folder, lambda: {**_declarations(house), **_starter(house)})


def create_project(house: Path, folder: Path, city: City) -> tuple[Problem, ...]:
    """The project of a city, with its divisions and no record that is not its own."""
    return _create(folder, lambda: {**_declarations(house), **_own(_starter(house), city)})


def _create(folder: Path, files: Callable[[], Files]) -> tuple[Problem, ...]:
    """Fill an empty or new folder; a folder with anything in it is left as it is."""
    folder = folder.resolve()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return (folder_not_empty(folder),)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        _write(fresh, files())
    except BaseException:  # a full disk keeps nothing of what was begun
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if folder.exists():
        folder.rmdir()
    fresh.rename(folder)
    return ()


def _write(fresh: Path, files: Files) -> None:
    fresh.mkdir(parents=True)
    for name, content in files.items():
        with naming(fresh / name):
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(content)


def _starter(house: Path) -> Files:
    top = house / STARTER
    files = {file.relative_to(top).as_posix(): file.read_bytes() for file in sorted(top.rglob("*")) if file.is_file()}
    settings = files[_SETTINGS].replace(_NO_NAMESPACE, f'namespace: "{uuid4()}"'.encode())
    return {**files, _SETTINGS: settings}


def _own(starter: Files, city: City) -> Files:
    """Settings and articles of the starter in the city's name, its places, and no invented record."""
    texts = {name: text.decode("utf-8") for name, text in starter.items()}
    since = _SINCE.format(day=city.begun.isoformat())
    renamed = {
        name: _DEMONSTRATION.sub(
            "demonstration: false",
            text.replace(_EXAMPLE_AUTHORITY, f"authority: {city.authority}")
            .replace(_EXAMPLE_CITY, city.name)
            .replace(_SINCE_EVER, since),
        )
        for name, text in texts.items()
        if not name.startswith("data/")
    }
    tables = {name: _table(text.partition("\n")[0], city) for name, text in texts.items() if _is_whole_dataset(name)}
    return {name: text.encode() for name, text in {**renamed, **tables}.items()}


def _is_whole_dataset(name: str) -> bool:
    """A dataset of one file has it even where nothing is entered yet."""
    file = Path(name)
    return file.parts[0] == "data" and file.stem == file.parent.name


def _table(header: str, city: City) -> str:
    return data_csv([header.split(","), *(city.places if header == _PLACES else ())])


def _declarations(house: Path) -> Files:
    """Every declaration of the house but those that only its own city has, as an extension of it."""
    return {
        source.relative_to(house).as_posix(): _EXTENSION.format(name=source.parent.name).encode()
        for source in _shared_files(house)
    }


def _shared_files(house: Path) -> Iterator[Path]:
    for declaration in sorted((house / "data").rglob(_DECLARATION)):
        written = _ORIGIN.search(declaration.read_text("utf-8"))
        if not (written and written[1] == "city"):
            yield declaration
