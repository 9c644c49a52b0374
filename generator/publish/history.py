"""Git history to the earlier versions of some files: what the public saw of them, commit by commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path

from generator.base.git import ask_git, ask_git_for_bytes


@dataclass(frozen=True, slots=True)
class Version:
    """The files as one commit left them: the names git keeps their contents under, by path below the root, and when."""

    commit: str
    blobs: Mapping[str, str]
    day: str


def read_versions(root: Path, paths: Sequence[str], most: int) -> tuple[Version, ...]:
    """The last `most` different states of everything under `paths` (files or folders), oldest first; none without git.

    Of a shallow copy only what it holds.
    """
    if most < 1 or not paths:
        return ()
    # --full-history: a weak release that was taken back on a branch was public all the same.
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    words = (
        "log",
        "--full-history",
        "--date-order",
        "--format=%H %cs",
        f"--max-count={4 * most}",
        "HEAD",
        "--",
        *paths,
    )
    kept: list[Version] = []
    for line in ask_git(root, *words).splitlines():
        commit, _, day = line.partition(" ")
        version = Version(commit, dict(_blobs(root, commit, paths, prefix)), day)
        if version.blobs and (not kept or kept[-1].blobs != version.blobs):
            kept.append(version)
        if len(kept) == most:
            break
    return tuple(reversed(kept))


def _blobs(root: Path, commit: str, paths: Sequence[str], prefix: str) -> Iterator[tuple[str, str]]:
    """Paths are relative to the root, which may be the folder `prefix` of the repository."""
    listed = ask_git(root, "ls-tree", "-r", "-z", "--full-name", commit, "--", *paths)
    for entry in listed.split("\0"):
        about, _, path = entry.partition("\t")
        if about.startswith("100"):
            yield path.removeprefix(prefix), about.split()[2]


def is_whole(root: Path) -> bool:
    """Whether all that was ever committed is here: in git, and neither a shallow copy nor one without old contents."""
    shallow = ask_git(root, "rev-parse", "--is-shallow-repository").strip()
    return shallow == "false" and not ask_git(root, "config", "--get-regexp", r"^remote\..*\.promisor$").strip()


def read_blob_names(root: Path, paths: Sequence[str]) -> Mapping[str, str]:
    """Everything that any commit ever left under `paths`: the path each content stood at last, by git's name for it."""
    if not paths:
        return {}
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    words = ("log", "--full-history", "-m", "--raw", "--no-abbrev", "--no-renames", "-z", "--format=", "HEAD", "--")
    parts = iter(ask_git(root, *words, *paths).split("\0"))
    found: dict[str, str] = {}
    for about in parts:
        words_of = about.split()
        if len(words_of) == 5 and words_of[0].startswith(":"):
            path = next(parts, "")
            if words_of[1].startswith("100"):
                found.setdefault(words_of[3], path.removeprefix(prefix))
    return found


def was_committed(root: Path, path: str, data: bytes) -> bool:
    """Whether any commit ever left these bytes at a path."""
    name = sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
    return name in read_blob_names(root, (path,))


def find_work_tree(folder: Path) -> Path | None:
    """The top of the git work tree that holds a folder."""
    top = ask_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    return Path(top) if top else None


def read_blobs(root: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The contents that git keeps under these names."""
    wanted = tuple(dict.fromkeys(names))
    output = ask_git_for_bytes(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for name in wanted:
        head, _, _ = output[at : at + 200].partition(b"\n")
        words = head.split()
        if len(words) != 3:
            break
        start, size = at + len(head) + 1, int(words[2])
        found[name] = output[start : start + size]
        at = start + size + 1
    return found
