"""A rewritten clone to what is still to be found in it: objects, names, what git leaves lying, files beside it."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, NamedTuple

from generator.base.git import SAFE, ask_git
from generator.base.git_rewriting import Unwanted, environment
from generator.base.lost_work import WorkLost, refuse_killed

_NAMES = ("log", "--all", "--format=%x00", "--name-only", "-z", "-m")
_SEARCH = "查找历史里还剩下什么"
Unpack = Callable[[bytes], Iterable[bytes]]
"""What is packed inside of some bytes; only a caller who may open documents knows."""


class _Object(NamedTuple):
    name: str
    data: bytes


def find_remains(root: Path, unwanted: Unwanted, unpack: Unpack) -> tuple[str, ...]:
    """Every place where it still is, whether anything leads there or not; a path where there is one.

    `WorkLost` where git does not answer: what nobody has looked at is not gone.
    """
    holds = _finder(unwanted, unpack)
    paths = _paths(root)
    named = {each for each in _listed(root) if unwanted.names(each) or unwanted.is_in(each.encode())}
    within = {paths.get(each.name, each.name) for each in _objects(root) if holds(each.data)}
    references = (each for each in _lines(root, "for-each-ref", "--format=%(refname)") if unwanted.is_in(each.encode()))
    beside = (*_left_by_git(root), *_files_beside(root))
    return (
        *sorted(named | within),
        *references,
        *(name for name, path in beside if unwanted.is_in(name.encode()) or holds(path.read_bytes())),
    )


def _finder(unwanted: Unwanted, unpack: Unpack) -> Callable[[bytes], bool]:
    plain = tuple("".join(unicodedata.normalize("NFKC", word).split()).encode() for word in unwanted.words)

    def says(content: bytes) -> bool:
        """Type-set words come back with signs of other forms: compare what they stand for."""
        text = unicodedata.normalize("NFKC", content.decode("utf-8", "ignore")).encode()
        return unwanted.is_in(content) or any(word in text for word in plain)

    def holds(content: bytes) -> bool:
        return unwanted.is_in(content) or (bool(unwanted.words) and any(map(says, unpack(content))))

    return holds


def _paths(root: Path) -> Mapping[str, str]:
    """Each object's name to a path under which its content stood."""
    raw = _lines(root, "log", "--all", "--format=%H", "--raw", "--no-abbrev", "--root", "-m")
    parted = (line.partition("\t") for line in raw)
    return {name: path for names, _, path in parted for name in names.split(" ")[2:4]}


def _listed(root: Path) -> Iterator[str]:
    return (each.strip("\n") for each in _answer(root, *_NAMES).split("\0"))


def _objects(root: Path) -> Iterator[_Object]:
    """All at once, in one run of git: a house of ten years has hundreds of thousands."""
    words = ["git", "--no-pager", *SAFE, "cat-file", "--batch", "--batch-all-objects", "--unordered"]
    asked = subprocess.Popen(words, cwd=root, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
    assert asked.stdout is not None
    with asked.stdout as source:
        yield from _read_objects(source)
    refuse_killed(_SEARCH, asked.wait())
    if asked.returncode:
        raise WorkLost(_SEARCH, "git 没有读完全部对象")


def _read_objects(source: IO[bytes]) -> Iterator[_Object]:
    while line := source.readline():
        name, *found = line.decode().split()
        if len(found) < 2:
            raise WorkLost(_SEARCH, f"git 读不出对象 {name}")
        yield _Object(name, source.read(int(found[1])))
        source.read(1)


def _left_by_git(root: Path) -> Iterator[tuple[str, Path]]:
    """Messages begun, logs, hooks, settings, other indexes: all but the objects, which are asked for by themselves."""
    folder = Path(_answer(root, "rev-parse", "--path-format=absolute", "--git-common-dir").strip())
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and inside.parts[0] != "objects":
            yield f".git/{inside.as_posix()}", path


def _files_beside(root: Path) -> Iterator[tuple[str, Path]]:
    """What lies in the folder without being in the repository: workbooks that somebody sent, sites that were built."""
    for name in ask_git(root, "ls-files", "--others", "-z").split("\0"):
        if name and (root / name).is_file():
            yield name, root / name


def _lines(root: Path, *words: str) -> Iterator[str]:
    return (line for line in _answer(root, *words).split("\n") if line)


def _answer(root: Path, *words: str) -> str:
    """What git prints where it always prints something."""
    answer = ask_git(root, *words)
    if not answer:
        raise WorkLost(_SEARCH, f"git {words[0]} 没有回答")
    return answer
