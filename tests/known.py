"""What one site worked out that holds for others: compiled templates, what MkDocs drew of the same articles, what large
files are made of (mostly the engine's own sayings), and what an attacker found in the same figures.

It is kept beside what pytest keeps, so that the parts of `make test` need not each work it out; another engine or theme
begins anew. The engine judges by content whether any of it holds; all else of a site's memory is its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator.base.cache import engine_digest, owner_mark
from generator.base.house import house_folder

MEMORY, TEMPLATES, PIECES, FRAMES, OWNER = ".mingshan", "templates", "pieces", "shell", "owner"
AUDITS = ("audit", "neighbours")
WRITTEN = ("mkdocs.yml", "content", "theme/overrides")
FIGURES = ("data",)
KEPT = Path(__file__).parents[1] / ".pytest_cache" / "known"


def lay_what_is_known(root: Path) -> None:
    """Give a site without a memory what others left."""
    memory = root / MEMORY
    if not _may_look() or memory.exists() or not root.is_dir() or not (_known() / OWNER).exists():
        return
    memory.mkdir()
    shutil.copy2(_known() / OWNER, memory / OWNER)
    places = ((_known() / name, name) for name in (TEMPLATES, PIECES))
    for known, name in (*places, (_known() / _digest(root, WRITTEN), FRAMES)):
        if known.exists():
            shutil.copytree(known, memory / name, ignore=_UNFINISHED)


def lay_audits(root: Path) -> None:
    """Also what was found in these very figures."""
    lay_what_is_known(root)
    found = _known() / _digest(root, FIGURES)
    if (root / MEMORY).is_dir() and found.exists():
        shutil.copytree(found, root / MEMORY, dirs_exist_ok=True)


def learn_from(root: Path) -> None:
    """Keep of a site that was built what is not kept already."""
    memory = root / MEMORY
    if not _may_look() or not (memory / OWNER).is_file():
        return
    _keep_files(memory, (OWNER,))
    for name in (TEMPLATES, PIECES):
        _keep_files(memory, (f"{name}/{file.name}" for file in (memory / name).glob("*.pickle")))
    if (memory / FRAMES).is_dir():
        _keep_whole(memory, {FRAMES: "."}, _digest(root, WRITTEN))


def learn_audits(root: Path) -> None:
    """Keep what was found in the figures of a site that was checked."""
    _keep_files(root / MEMORY, (OWNER,))
    _keep_whole(root / MEMORY, {name: name for name in AUDITS}, _digest(root, FIGURES))


_UNFINISHED = shutil.ignore_patterns("*.new")


def _keep_files(memory: Path, names: Iterable[str]) -> None:
    """Of two processes at once either may be the last."""
    for name in names:
        known = _known() / name
        if not known.exists():
            known.parent.mkdir(parents=True, exist_ok=True)
            fresh = known.with_name(f"{known.name}.{os.getpid()}.new")
            shutil.copy2(memory / name, fresh)
            fresh.replace(known)


def _keep_whole(memory: Path, folders: dict[str, str], name: str) -> None:
    """Folders together under one name; who comes second has worked for nothing."""
    if (_known() / name).exists():
        return
    fresh = _known() / f"{name}.{os.getpid()}.new"
    for folder, inside in folders.items():
        if (memory / folder).is_dir():
            shutil.copytree(memory / folder, fresh / inside, dirs_exist_ok=True)
    with suppress(OSError):
        fresh.rename(_known() / name)
    shutil.rmtree(fresh, ignore_errors=True)


def _known() -> Path:
    """Nobody believes what was written with another key."""
    folder = _of_this_engine() / owner_mark()
    with suppress(PermissionError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


@cache
def _of_this_engine() -> Path:
    """Gone is what another engine or theme left."""
    theme = (path for path in sorted((house_folder() / "theme").rglob("*")) if path.is_file())
    digest = blake2b(engine_digest().encode(), digest_size=16)
    for path in theme:
        digest.update(path.name.encode() + path.read_bytes())
    folder = KEPT / digest.hexdigest()
    for other in KEPT.glob("*"):
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
    return folder


def _may_look() -> bool:
    """Not while a test is nobody."""
    return os.access(_known(), os.R_OK | os.W_OK | os.X_OK, effective_ids=True)


def _digest(root: Path, names: Iterable[str]) -> str:
    """What a site's frames or figures are made from, near enough to find those of its likes."""
    files = (path for name in names for path in sorted({root / name, *(root / name).rglob("*")}) if path.is_file())
    digest = blake2b(digest_size=16)
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
