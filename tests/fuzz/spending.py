"""This process and the limited one to the computing and the memory they took: a busy machine changes neither."""

from __future__ import annotations

import os
from pathlib import Path

from generator.base.limits import LimitedProcess


def cpu_seconds(process: LimitedProcess | None = None) -> float:
    """Of this process, of those that it has waited for, and of the limited one that still runs."""
    spent = os.times()
    return sum(spent[:4]) + (_running_seconds(process) if process else 0.0)


def most_megabytes(process: LimitedProcess) -> float:
    """The most memory that the process ever had; a new one begins where the last was ended."""
    return _megabytes(f"/proc/{process._process.pid}/status") if process._process else 0.0


def own_megabytes() -> float:
    """The most memory that this process ever had, pytest and all."""
    return _megabytes("/proc/self/status")


def _megabytes(status: str) -> float:
    try:
        lines = Path(status).read_text().splitlines()
    except OSError:  # a system without such a folder
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _running_seconds(process: LimitedProcess) -> float:
    if process._process is None:
        return 0.0
    try:
        fields = Path(f"/proc/{process._process.pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
