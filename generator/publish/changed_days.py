"""Git history to the date on which each file last changed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from generator.base.git import ask_git
from generator.publish.manifest import replace_file

_FILE = "changes.json"
CHINA = timezone(timedelta(hours=8))


def read_changes(root: Path, cache: Path) -> Mapping[str, date]:
    """The day (in China) of the last commit that touched each file under `root`; empty without git.

    Only commits since the last call are walked. Of a shallow copy only what it knows: its oldest commits seem to add
    every file, so they say nothing.
    """
    head = ask_git(root, "rev-parse", "--verify", "--quiet", "HEAD").strip()
    if not head:
        return {}
    known_head, known = _read_cache(cache / _FILE)
    if head != known_head:
        older = known if _is_ancestor(root, known_head, head) else {}
        newer = dict(_walk(root, f"{known_head}..{head}" if older else head))
        known = {**older, **newer}
        replace_file(cache / _FILE, json.dumps({"head": head, "dates": known}, ensure_ascii=False))
    return {path: date.fromisoformat(day) for path, day in known.items()}


def _read_cache(file: Path) -> tuple[str, dict[str, str]]:
    try:
        document = json.loads(file.read_bytes())
        return document["head"], dict(document["dates"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", {}


def _is_ancestor(root: Path, old: str, new: str) -> bool:
    """A rewritten history must be walked again from its start."""
    return bool(old) and ask_git(root, "merge-base", old, new).strip() == old


def _walk(root: Path, commits: str) -> Iterator[tuple[str, str]]:
    """Oldest first, so that in a mapping the last commit of each file stands."""
    shallow = _shallow_commits(root)
    # -z puts NUL between commits and paths alike; SOH tells which is a commit.
    text = ask_git(
        root, "log", "--reverse", "--relative", "--name-only", "-z", "--format=%x01%H %ct", commits, "--", "."
    )
    day = ""
    for part in text.split("\0"):
        word = part.strip("\n")
        if word.startswith("\x01"):
            commit, seconds = word[1:].split()
            day = (
                ""
                if commit in shallow
                else datetime.fromtimestamp(int(seconds), UTC).astimezone(CHINA).date().isoformat()
            )
        elif word and day:
            yield word, day


def _shallow_commits(root: Path) -> frozenset[str]:
    name = ask_git(root, "rev-parse", "--git-path", "shallow").strip()
    file = root / name
    return frozenset(file.read_text("ascii").split()) if name and file.is_file() else frozenset()
