"""A decision to show an earlier state to the file that says so, until a day or until a commit that mends it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.base.durable import settle_names
from generator.base.git import ask_git
from generator.model.problem import Problem
from generator.publish.manifest import replace_file
from generator.publish.release_problems import hold_unreadable

HOLD_FILE = "held.json"
"""In the folder that is published to, where `rollback` writes it, or in the instance's, where a person commits it."""


class Hold(NamedTuple):
    """`commit` is shown, with all days as they are today; empty where nobody knows from which commit a release came.

    It ends after the day `until` (ISO), or when the commit `mended_by` is part of what would be published; without
    either it lasts until somebody ends it.
    """

    commit: str
    until: str = ""
    mended_by: str = ""
    release: str = ""
    """To which one somebody went back."""

    def is_over(self, root: Path, day: date) -> bool:
        """Whether what the instance says now may be shown again."""
        return bool(self.until and day.isoformat() > self.until) or _is_part(root, self.mended_by)


def _is_part(root: Path, commit: str) -> bool:
    full = ask_git(root, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}").strip() if commit else ""
    return bool(full) and ask_git(root, "merge-base", full, "HEAD").strip() == full


def read_hold(folder: Path) -> Hold | Problem | None:
    """What the file in a folder says; None where there is none."""
    if not (folder / HOLD_FILE).is_file():
        return None
    try:
        written = json.loads((folder / HOLD_FILE).read_text("utf-8"))
        hold = Hold(**{name: str(value) for name, value in written.items()})
        if hold.until:
            date.fromisoformat(hold.until)
    except (OSError, ValueError, TypeError, AttributeError):
        return hold_unreadable(HOLD_FILE)
    return hold


def write_hold(folder: Path, hold: Hold) -> None:
    """Remember a decision where every publication looks."""
    replace_file(folder / HOLD_FILE, f"{json.dumps(hold._asdict(), ensure_ascii=False, indent=1)}\n")
    settle_names(folder)


def drop_hold(folder: Path) -> None:
    """What the instance says now is shown again."""
    (folder / HOLD_FILE).unlink(missing_ok=True)
