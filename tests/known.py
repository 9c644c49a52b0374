"""What one site worked out that holds for others: compiled templates, what MkDocs drew of the same articles, and what
large files are made of, which is mostly the engine's own sayings."""

from __future__ import annotations

import os
import shutil
from atexit import register
from functools import cache
from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp

MEMORY, TEMPLATES, PIECES, FRAMES, OWNER = ".mingshan", "templates", "pieces", "shell", "owner"
"""The engine judges by content whether any of it holds; all else of a site's memory is its own."""
WRITTEN = ("mkdocs.yml", "content", "theme/overrides")


def lay_what_is_known(root: Path) -> None:
    """Give a site without a memory what others left."""
    memory = root / MEMORY
    if not _may_look() or memory.exists() or not root.is_dir() or not (_known() / OWNER).exists():
        return
    memory.mkdir()
    shutil.copy2(_known() / OWNER, memory / OWNER)
    places = ((_known() / name, name) for name in (TEMPLATES, PIECES))
    for known, name in (*places, (_known() / _look(root), FRAMES)):
        if known.exists():
            shutil.copytree(known, memory / name)


def learn_from(root: Path) -> None:
    """Keep of a site that was built what is not kept already."""
    memory = root / MEMORY
    if not _may_look():
        return
    places = ((name, _known() / name) for name in (OWNER, TEMPLATES, PIECES))
    for name, known in (*places, (FRAMES, _known() / _look(root))):
        if (memory / name).is_dir() and not known.exists():
            shutil.copytree(memory / name, known)
        elif (memory / name).is_file():
            shutil.copy2(memory / name, known)


@cache
def _known() -> Path:
    folder = Path(mkdtemp(prefix="known-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _may_look() -> bool:
    """Not while a test is nobody."""
    return os.access(_known(), os.R_OK | os.W_OK | os.X_OK, effective_ids=True)


def _look(root: Path) -> str:
    """What a site's articles and frames are made from, near enough to find those of its likes."""
    files = (path for name in WRITTEN for path in sorted({root / name, *(root / name).rglob("*")}) if path.is_file())
    digest = blake2b(digest_size=16)
    for path in files:
        digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
