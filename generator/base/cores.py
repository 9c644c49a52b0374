"""This machine, or what of it we may use, to the number of processes that work side by side."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

WORKERS_VARIABLE = "MINGSHAN_WORKERS"
"""Whoever has less memory than processors asks for fewer processes with it."""


def count_cores() -> int:
    """As many as somebody asked for, else as the processors that the system and the container leave us."""
    asked = os.environ.get(WORKERS_VARIABLE, "")
    if asked.isascii() and asked.isdigit() and int(asked):
        return int(asked)
    return min((_processors(), *granted_cores(Path("/proc/self/cgroup"), Path("/sys/fs/cgroup"))))


def granted_cores(membership: Path, hierarchy: Path) -> list[int]:
    """What limits of time leave: a container with the time of one processor sees all of them.

    A limit may stand at any group above ours (a service's slice), and in either version of control groups; a
    container that is told its path on the host finds it at the top.
    """
    try:
        groups = [line.split(":", 2) for line in membership.read_text("utf-8", "surrogateescape").splitlines()]
    except OSError:  # another system
        return []
    limits = []
    for _, controllers, path in groups:
        if not controllers:
            limits += [_quota(folder / "cpu.max") for folder in _upwards(hierarchy, path)]
        elif "cpu" in controllers.split(","):
            for folder in _upwards(hierarchy / controllers, path):
                limits.append(_quota(folder / "cpu.cfs_quota_us", folder / "cpu.cfs_period_us"))
    return [limit for limit in limits if limit]


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _upwards(top: Path, path: str) -> Iterator[Path]:
    folder = Path(path.lstrip("/"))
    yield from (top / each for each in (folder, *folder.parents) if ".." not in each.parts)


def _quota(*files: Path) -> int:
    """Processors, rounded up; nothing where there is no limit ("max" and -1) or no such group."""
    try:
        quota, period = " ".join(file.read_text("ascii") for file in files).split()
        return max(0, -(-int(quota) // int(period)))
    except (OSError, ValueError, ZeroDivisionError):
        return 0
