"""Files that other machines check give the same records, problems and places as files that are checked here."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from generator.base.cache import Cache
from generator.base.lent import lend
from generator.base.workers import Workers
from generator.build.loading import Loaded, load_records
from generator.check.declarations import check_declarations
from generator.read.declarations import read_declarations
from generator.read.positions import locator
from tests.instances import make_site, write

FILES = 230
FAULTS = {7: "name: 示例\nname: 两遍\n", 111: "name:\n", 222: "name: 示例\nnobody: 没有这一项\n", 229: "name: [\n"}


class Posting(ThreadPoolExecutor):
    """Hands over what can be posted: bytes there, bytes back."""

    def submit(self, function: Callable[..., Any], /, *given: Any, **_: Any) -> Future[Any]:
        return super().submit(posted, pickle.dumps((function, given)))


def posted(letter: bytes) -> Any:
    """What is done over there."""
    function, given = pickle.loads(letter)
    return pickle.loads(pickle.dumps(function(*given)))


def load(root: Path, cache: str, workers: Workers | None) -> Loaded:
    """Everything, by a cache of its own."""
    datasets, _ = check_declarations(read_declarations(root)[0], locator(root))
    return load_records(root, datasets, Cache(root.parent / cache), workers)


def test_what_others_check_is_what_is_checked_here(tmp_path: Path) -> None:
    root, lost = make_site(tmp_path / "site", "minimal"), []
    for number in range(FILES):
        write(root, f"data/notes/m{number:03d}.yaml", FAULTS.get(number, f"name: 示例{number}\n"))
    with Posting(2) as executor:
        workers = Workers(executor, lambda: 2, lend, lambda: "", lambda error: lost.append(error) or "")
        there = load(root, "there", workers)
    here = load(root, "here", None)
    assert len(here.records["notes"]) == FILES + 1 - len(FAULTS)
    assert {problem.location.file for problem in here.problems} == {f"data/notes/m{each:03d}.yaml" for each in FAULTS}
    assert there == here
    assert load(root, "there", None) == here
