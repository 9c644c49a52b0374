"""A repository to the same repository without some files and words, in every commit there is, and nothing kept back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple

from generator.base.git import SAFE, ask_git, ask_git_for_bytes

GONE = "〔已删除〕"
_EXPORT = ("fast-export", "--all", "--signed-tags=strip", "--tag-of-filtered-object=rewrite", "--reencode=no")

_PEOPLE = (b"author ", b"committer ", b"tagger ")


class Unwanted(NamedTuple):
    """Files by their paths from the top, and words; whatever stands below a named folder goes with it."""

    paths: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def bytes(self) -> tuple[bytes, ...]:
        """The words as files may hold them; the longest first, so that a part of one does not spare the rest."""
        written = {word.encode(code) for word in self.words for code in ("utf-8", "gb18030", "utf-16-le")}
        return tuple(sorted(written, key=len, reverse=True))

    def names(self, path: str) -> bool:
        """Whether a path is one of these."""
        return any(path == each or path.startswith(f"{each.rstrip('/')}/") for each in self.paths)


def rewrite_history(root: Path, unwanted: Unwanted) -> bool:
    """Rewrite every reference there is, remote ones too, and let go of what nothing leads to any more."""
    exported = subprocess.Popen(_git(*_EXPORT), cwd=root, env=_environment(), stdout=subprocess.PIPE)  # noqa: S603
    words = _git("fast-import", "--quiet", "--force")
    imported = subprocess.Popen(words, cwd=root, env=_environment(), stdin=subprocess.PIPE)  # noqa: S603
    assert exported.stdout is not None and imported.stdin is not None
    with exported.stdout as source, imported.stdin as target:
        _copy(source, target, unwanted)
    failed = exported.wait() or imported.wait()
    if failed:
        return False
    ask_git(root, "reset", "--quiet", "--hard")
    _let_go(root)
    return True


def find_remains(root: Path, unwanted: Unwanted) -> tuple[str, ...]:
    """What is still there of it in any object, reachable or not: names of objects and paths."""
    listed = ask_git(root, "log", "--all", "--format=", "--name-only", "-z").split("\0")
    paths = sorted({each.strip("\n") for each in listed if unwanted.names(each.strip("\n"))})
    return (*paths, *_objects_with(root, unwanted.bytes))


def holds_commit(root: Path, commit: str) -> bool:
    """Whether a commit is still part of what some reference leads to."""
    return bool(commit and ask_git(root, "for-each-ref", f"--contains={commit}").strip())


def _copy(source: IO[bytes], target: IO[bytes], unwanted: Unwanted) -> None:
    while line := source.readline():
        if line.startswith(b"data "):
            content = _without(source.read(int(line[5:])), unwanted.bytes)
            target.write(b"data %d\n" % len(content) + content)
        elif line.startswith(_PEOPLE):
            target.write(_without(line, unwanted.bytes))
        elif not _is_dropped(line, unwanted):
            target.write(line)


def _without(content: bytes, words: Sequence[bytes]) -> bytes:
    for word in words:
        content = content.replace(word, GONE.encode())
    return content


def _is_dropped(line: bytes, unwanted: Unwanted) -> bool:
    """`M 100644 :12 path` and `D path`; a path with a quote or a line break in it is written quoted."""
    kind = line[:2]
    if kind not in (b"M ", b"D "):
        return False
    path = line.rstrip(b"\n").split(b" ", 3 if kind == b"M " else 1)[-1].decode("utf-8", "surrogateescape")
    return unwanted.names(path.strip('"'))


def _let_go(root: Path) -> None:
    folder = Path(ask_git(root, "rev-parse", "--absolute-git-dir").strip())
    for name in ("FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD"):
        (folder / name).unlink(missing_ok=True)
    ask_git(root, "reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    ask_git(root, "gc", "--quiet", "--prune=now")


def _objects_with(root: Path, words: Sequence[bytes]) -> Iterator[str]:
    listed = ask_git(root, "cat-file", "--batch-check", "--batch-all-objects").split("\n")
    for name in (line.split(" ", 1)[0] for line in listed if line):
        kind = ask_git(root, "cat-file", "-t", name).strip() if words else ""
        if kind in ("blob", "commit", "tag"):
            content = ask_git_for_bytes(root, "cat-file", kind, name)
            if any(word in content for word in words):
                yield name


def _git(*words: str) -> list[str]:
    return ["git", "--no-pager", *SAFE, *words]


def _environment() -> dict[str, str]:
    """Without what a surrounding git call may have set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"LC_ALL": "C"}
