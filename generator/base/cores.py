"""This machine, or what of it we may use, to the number of processes that work side by side."""

from __future__ import annotations

import os
from pathlib import Path

WORKERS_VARIABLE = "MINGSHAN_WORKERS"
"""Whoever has less memory than processors asks for fewer processes with it."""
_QUOTA = Path("/sys/fs/cgroup/cpu.max")


def count_cores() -> int:
    """As many as somebody asked for, else as the processors that the system and the container leave us."""
    asked = os.environ.get(WORKERS_VARIABLE, "")
    return int(asked) if asked.isascii() and asked.isdigit() and int(asked) else min(_processors(), _granted())


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _granted() -> int:
    """A container with the time of one processor sees all of them; shared out, work would only take more memory."""
    try:
        quota, period = _QUOTA.read_text("ascii").split()
        return max(1, -(-int(quota) // int(period)))
    except (OSError, ValueError):  # another system, or no limit: "max"
        return _processors()
