"""The demonstration to what publishing it costs: from nothing, and on another machine that was given the cache."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, ratio, seconds
from bench.programs import run_python
from bench.records import REPOSITORY
from bench.staged import DAY
from generator.base.cache import KEY_VARIABLE
from generator.base.git import ask_git

_RUN = "from generator.cli import main; main()"
_PARTS = ("content", "data", "theme/overrides", "mkdocs.yml")


def measure_publish(_scale: float) -> Iterator[Figure]:
    """Check, audit, build, index, links and archive, in seconds of a processor; the demonstration has but one size."""
    with TemporaryDirectory() as place:
        first, second = Path(place, "here", "site"), Path(place, "elsewhere", "another")
        _check_out(first)
        cold = _publish(first, 0)
        _restore(first, second)
        warm = _publish(second, 0)
        _restore(first, second)
        tomorrow = _publish(second, 1)
    yield seconds("published from nothing", cold)
    yield ratio("in a fresh checkout elsewhere with the cache / from nothing", warm, cold, 0.15)
    yield ratio("the same on the next day / from nothing", tomorrow, cold, 0.25)


def _check_out(folder: Path) -> None:
    for part in _PARTS:
        origin = REPOSITORY / part
        copy = shutil.copytree if origin.is_dir() else shutil.copyfile
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        copy(origin, folder / part)
    _commit(folder)


def _commit(folder: Path) -> None:
    person = ("-c", "user.name=bench", "-c", "user.email=bench@localhost")
    for words in (("init", "-q", "-b", "main"), ("add", "content", "data", "theme", "mkdocs.yml")):
        ask_git(folder, *words)
    ask_git(folder, *person, "commit", "-q", "-m", "demonstration", "--date", f"{DAY}T00:00:00Z")


def _restore(origin: Path, folder: Path) -> None:
    """What a job finds: files of another time in another place, the history, and the two folders that were kept."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(origin, folder, ignore=shutil.ignore_patterns("www"), copy_function=shutil.copyfile)


def _publish(folder: Path, days: int) -> float:
    day = date.fromisoformat(DAY) + timedelta(days=days)
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    given = {"HOME": str(home), "XDG_CACHE_HOME": str(home), KEY_VARIABLE: "bench"}
    words = ("-c", _RUN, "publish", folder / "www", "--root", folder, "--as-of", day.isoformat())
    return run_python(*words, environment={**os.environ, **given}).cpu
