"""Questions to git and what it prints; nothing a repository configures may run a program or change the answer."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.base.lost_work import refuse_killed

_TIMEOUT = 300
SAFE = (
    *("-c", "core.quotePath=false"),
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "log.showSignature=false"),
    *("-c", "diff.renames=false"),
    *("-c", "core.symlinks=false"),  # a link that was laid out as plain text is the link it stands for
)


def ask_git(root: Path, *words: str) -> str:
    """What git prints; nothing when there is no git, no repository or no such commit."""
    return ask_git_for_bytes(root, *words).decode("utf-8", "surrogateescape")


def ask_git_for_bytes(root: Path, *words: str, given: bytes = b"") -> bytes:
    """The same for content that may be in any encoding; `given` is what git reads from its standard input."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", "--no-pager", *SAFE, *words],  # noqa: S607 - whichever git the builder has
            cwd=root,
            env=environment,
            input=given,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return b""
    refuse_killed(f"查询 git（{words[0]}）", done.returncode)
    return done.stdout if done.returncode == 0 else b""
