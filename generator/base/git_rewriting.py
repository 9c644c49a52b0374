"""A repository to the same repository without some files and words, in every commit there is, and nothing kept back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import quote

from generator.base.git import SAFE, ask_git

GONE = "〔已删除〕"
_EXPORT = ("fast-export", "--all", "--signed-tags=strip", "--tag-of-filtered-object=rewrite", "--reencode=no")

_CODES = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda word: json.dumps(word)[1:-1],
    lambda word: json.dumps(word)[1:-1].upper().replace("\\U", "\\u"),
    quote,
    lambda word: quote(word).lower(),
    lambda word: "".join(f"&#{ord(sign)};" for sign in word),
    lambda word: "".join(f"&#x{ord(sign):x};" for sign in word),
    lambda word: "".join(f"&#x{ord(sign):X};" for sign in word),
)
"""As JSON, addresses and pages write what is not ASCII."""
_LEFTOVERS = (
    *("FETCH_HEAD", "ORIG_HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "AUTO_MERGE"),
    *("COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG", "NOTES_EDITMSG"),
)
"""What git keeps of the last thing that somebody did."""
_FOLDERS = ("rr-cache", "lost-found", "rebase-merge", "rebase-apply")

_PEOPLE = (b"author ", b"committer ", b"tagger ")


class Unwanted(NamedTuple):
    """Files by their paths from the top, and words; whatever stands below a named folder goes with it."""

    paths: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def written(self) -> tuple[bytes, ...]:
        """The words as files may hold them; the longest first, so that a part of one does not spare the rest."""
        return _written(self.words)

    def is_in(self, content: bytes) -> bool:
        """Whether one of the words stands in some bytes."""
        return any(word in content for word in self.written)

    def names(self, path: str) -> bool:
        """Whether a path is one of these."""
        return any(path == each or path.startswith(f"{each.rstrip('/')}/") for each in self.paths)


@cache
def _written(words: tuple[str, ...]) -> tuple[bytes, ...]:
    encoded = {word.encode(code) for word in words for code in _CODES}
    spelled = {spell(word).encode() for word in words for spell in _SPELLINGS}
    return tuple(sorted(encoded | spelled, key=len, reverse=True))


def rewrite_history(root: Path, unwanted: Unwanted) -> bool:
    """Rewrite every reference there is, remote ones too, and let go of what nothing leads to any more."""
    exported = subprocess.Popen(_git(*_EXPORT), cwd=root, env=environment(), stdout=subprocess.PIPE)  # noqa: S603
    words = _git("fast-import", "--quiet", "--force")
    imported = subprocess.Popen(words, cwd=root, env=environment(), stdin=subprocess.PIPE)  # noqa: S603
    assert exported.stdout is not None and imported.stdin is not None
    with exported.stdout as source, imported.stdin as target:
        _copy(source, target, unwanted)
    failed = exported.wait() or imported.wait()
    if failed:
        return False
    ask_git(root, "reset", "--quiet", "--hard")
    _let_go(root)
    return True


def holds_commit(root: Path, commit: str) -> bool:
    """Whether a commit is still part of what some reference leads to."""
    return bool(commit and ask_git(root, "for-each-ref", f"--contains={commit}").strip())


def _copy(source: IO[bytes], target: IO[bytes], unwanted: Unwanted) -> None:
    while line := source.readline():
        if line.startswith(b"data "):
            content = _without(source.read(int(line[5:])), unwanted.written)
            target.write(b"data %d\n" % len(content) + content)
        elif line.startswith(_PEOPLE):
            target.write(_without(line, unwanted.written))
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
    for name in _LEFTOVERS:
        (folder / name).unlink(missing_ok=True)
    for name in _FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    ask_git(root, "reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    ask_git(root, "gc", "--quiet", "--prune=now")


def _git(*words: str) -> list[str]:
    return ["git", "--no-pager", *SAFE, *words]


def environment() -> dict[str, str]:
    """For git that rewrites or lists: without what a surrounding git call may have set."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"LC_ALL": "C"}
