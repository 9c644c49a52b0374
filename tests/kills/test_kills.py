"""Verbs killed before each change they make: readers see the old or the new, whole, and the next run mends all.

Thirty points here; `make kills` tries a thousand and more (KILLS says how many, KILLS_LOG where it tells).
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from generator.base.cores import WORKERS_VARIABLE
from tests.cli.instances import HOUSE, make_instance, mingshan
from tests.instances import files_of, make_site, write
from tests.kills.killing import KILLED, run_killed
from tests.known import lay_what_is_known
from tests.repositories import edit

DAY = "2026-11-25"
POINTS = int(os.environ.get("KILLS", "30"))
NOTE = "data/notes/n1.yaml"
RAW = "period,division,waiting,helped,helped_households\n2026-01,120101,within-7,40,40\n2026-02,120101,within-15,2,2\n"
CACHED = ".pickle"
"""What is kept under names that say nothing; an older one is never read."""
VERDICT = "i/.mingshan/verdict"
"""Kept only of files that nobody has just written, so it depends on how long a run took."""

Shown = Mapping[str, bytes]


@dataclass(frozen=True)
class Scene:
    """`prepare` fills a folder and gives the verb's words; `shown` is what must be old or new, if it is finished."""

    prepare: Callable[[Path], tuple[str, ...]]
    shown: Callable[[Path], Shown | None]
    share: int
    """How many of sixty points: what changes more things gets more."""


def _run(*words: str) -> None:
    """In this process: what it has loaded, each fork finds in memory."""
    done = mingshan(*words)
    assert done.returncode == 0, done.stdout + done.stderr


def _made(world: Path) -> tuple[Path, tuple[str, ...]]:
    """A small site as it is after a build; built once, for its cache knows where it lies."""
    root, built = world / "i", world.with_name("built")
    words = ("build", "--root", str(root), "--as-of", DAY)
    if built.exists():
        shutil.copytree(built, root, symlinks=True)
    else:
        write(make_site(root, "minimal"), "data/notes/n8.yaml", "id: n8\nname: 示例旧记事\n")
        lay_what_is_known(root)
        _run(*words)
        shutil.copytree(root, built, symlinks=True)
    return root, words


def _built(world: Path) -> tuple[str, ...]:
    root, words = _made(world)
    _change(root)
    return words


def _change(root: Path) -> None:
    """One page more, one less, one that is another; and what a stranger left."""
    edit(root, NOTE, "name: ", "name: 改过的")
    (root / "data/notes/n8.yaml").unlink()
    write(root, "data/notes/n9.yaml", "id: n9\nname: 示例新记事\n")
    write(root, "site/stranger/index.html", "strange")


def _published(world: Path) -> tuple[str, ...]:
    root, _ = _made(world)
    words = ("publish", str(world / "www"), "--root", str(root), "--as-of", DAY)
    _run(*words)
    _change(root)
    return words


def _published_twice(world: Path) -> tuple[str, ...]:
    _run(*_published(world))
    return "rollback", str(world / "www"), f"0001-{DAY}", "--as-of", DAY


def _import(world: Path) -> tuple[str, ...]:
    root = make_site(world / "i", "minimal")
    (world / "sent.csv").write_text("编号,名称\nn1,示例改名\nn5,示例五\n", "utf-8")
    return "import", "notes", str(world / "sent.csv"), "--root", str(root), "--as-of", DAY, "--write"


def _protect(world: Path) -> tuple[str, ...]:
    root = make_instance(world / "i")
    (world / "raw.csv").write_text(RAW, "utf-8")
    (world / "out.csv").write_text("period,division\n", "utf-8")
    return (
        "protect",
        str(world / "raw.csv"),
        "--root",
        str(root),
        "--table",
        "aid_waiting",
        "--key",
        str(HOUSE / "bench/demonstration_key.txt"),
        "-o",
        str(world / "out.csv"),
    )


def _site(world: Path) -> Shown | None:
    if (world / "i/site/.mingshan-unfinished").exists():
        return None
    return {name: text for name, text in files_of(world / "i/site").items() if not name.startswith(".mingshan")}


def _new(world: Path) -> Shown:
    """A new site, without the identity that is drawn for each."""
    files = files_of(world / "new")
    settings = files.get("mkdocs.yml")
    return files if settings is None else {**files, "mkdocs.yml": re.sub(rb'namespace: "[-0-9a-f]{36}"', b"", settings)}


def _current(world: Path) -> Shown:
    return files_of(world / "www/current/")


SCENES = {
    "build": Scene(_built, _site, 14),
    "publish": Scene(_published, _current, 14),
    "rollback": Scene(_published_twice, _current, 8),
    "import": Scene(_import, lambda world: files_of(world / "i/data"), 8),
    "protect": Scene(_protect, lambda world: {"out": (world / "out.csv").read_bytes()}, 8),
    "init": Scene(lambda world: ("init", "--with-examples", str(world / "new")), _new, 8),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kills")


@pytest.fixture(autouse=True)
def one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that every change is made by the process that is killed."""
    monkeypatch.setenv(WORKERS_VARIABLE, "1")


def names(world: Path) -> set[str]:
    found = {path.relative_to(world).as_posix() for path in world.rglob("*") if path.suffix != CACHED}
    return found - {VERDICT}


@pytest.mark.parametrize("verb", SCENES)
def test_whenever_a_verb_is_killed_old_or_new_is_shown_and_the_next_run_mends_it(verb: str, folder: Path) -> None:
    scene, world, kept = SCENES[verb], folder / "world", folder / f"kept-{verb}"
    shutil.rmtree(world, ignore_errors=True)
    world.mkdir()
    words = scene.prepare(world)
    shutil.copytree(world, kept, symlinks=True)
    old = scene.shown(world)
    _run(*words)
    _restore(world, kept)
    code, total = run_killed(words, (world,))
    assert code == 0
    new = scene.shown(world)
    assert old is not None and new is not None and old != new
    again = [*words[:-1], str(world / "again")] if verb == "init" else words
    assert run_killed(again, (world,))[0] == 0
    clean = names(world)
    points = max(2, POINTS * scene.share // 60)
    chosen = sorted({1 + (total - 1) * point // (points - 1) for point in range(points)})
    found = {}
    for at in Random(points).sample(chosen, len(chosen)):  # whoever stops early has been everywhere
        found[at] = _killed_at(at, scene, words, (world, kept), (old, new), clean)
        tell(f"{verb}: {len(found)} of {len(chosen)}, before change {at} of {total}: {found[at] or 'well'}")
    assert {at: what for at, what in found.items() if what} == {}


def tell(line: str) -> None:
    """KILLS_LOG names a file that can be read while it runs."""
    if file := os.environ.get("KILLS_LOG"):
        with Path(file).open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")


def _restore(world: Path, kept: Path) -> None:
    shutil.rmtree(world)
    shutil.copytree(kept, world, symlinks=True)


def _killed_at(
    at: int,
    scene: Scene,
    words: tuple[str, ...],
    places: tuple[Path, Path],
    states: tuple[Shown, Shown],
    clean: set[str],
) -> str:
    world, kept = places
    _restore(world, kept)
    code, _ = run_killed(words, (world,), at)
    if code not in (KILLED, 0):  # the last of two thousand calls may not come in every run
        return f"failed: {code}"
    seen = scene.shown(world)
    if words[0] == "import":  # each file is whole; a second run brings the rest, before anybody publishes them
        mixed = [name for name, text in (seen or {}).items() if text not in [state.get(name) for state in states]]
        if [name for name in mixed if not name.endswith(".new")]:
            return f"mixed: {mixed}"
    elif seen is not None and seen not in states:
        return "mixed"
    if seen == states[1] and words[0] == "init":
        return ""  # it is there: to begin it again is refused
    code, _ = run_killed(words, (world,))
    if code:
        return f"blocked: {code}"
    if scene.shown(world) != states[1]:
        return "not mended"
    left = {name for name in names(world) - clean if not name.startswith("again")}
    return f"left: {sorted(left)}" if left else ""
