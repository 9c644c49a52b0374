"""Git history to the earlier versions of some files: what the public saw of them, commit by commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.base.git import ask_git, ask_git_for_bytes


@dataclass(frozen=True, slots=True)
class Version:
    """The files as one commit left them: the names git keeps their contents under, by path below the root."""

    commit: str
    blobs: Mapping[str, str]


def read_versions(root: Path, paths: Sequence[str], most: int) -> tuple[Version, ...]:
    """The last `most` different states of everything under `paths` (files or folders), oldest first; none without git.

    Of a shallow copy only what it holds.
    """
    if most < 1 or not paths:
        return ()
    # --full-history: a weak release that was taken back on a branch was public all the same.
    prefix = ask_git(root, "rev-parse", "--show-prefix").rstrip("\n")
    words = ("log", "--full-history", "--date-order", "--format=%H", f"--max-count={4 * most}", "HEAD", "--", *paths)
    kept: list[Version] = []
    for commit in ask_git(root, *words).split():
        version = Version(commit, dict(_blobs(root, commit, paths, prefix)))
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


def read_last_change(root: Path, paths: Sequence[str]) -> str:
    """The last commit that touched anything under `paths`; empty without git."""
    return ask_git(root, "log", "--full-history", "-1", "--format=%H", "HEAD", "--", *paths).strip()


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
