"""Disks made for a test: only an administrator may put them somewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

AS_ROOT = () if os.geteuid() == 0 else ("sudo", "-n")


def mount(*words: str) -> bool:
    """Whether this machine let us."""
    return _succeeds("mount", *words)


def unmount(at: Path) -> bool:
    """No process writes there any more, which would keep it busy."""
    return _succeeds("umount", str(at))


def _succeeds(*words: str) -> bool:
    command = [*AS_ROOT, *words]
    return bool(shutil.which(command[0])) and not subprocess.run(command, capture_output=True, check=False).returncode
