"""A program to what it cost: seconds from start to exit, and the most memory it or a child of it held."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from time import perf_counter
from typing import NamedTuple

KILOBYTES_A_MEGABYTE = 1024
_KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"


class Cost(NamedTuple):
    """`seconds` on the clock, `megabytes` held at most by any one process, and what the program printed.

    `cpu` are seconds of a processor, of the program and all that it waited for: what else a machine does counts less.
    """

    seconds: float
    megabytes: float
    printed: str
    cpu: float


def run_python(*words: str | Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run `python WORDS`; a program that fails ends the bench with what it said."""
    return run_program(sys.executable, *words, environment=environment)


def run_program(*words: str | Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a program; one that fails ends the bench with what it said.

    Python keeps what it compiled, as it does wherever `mingshan` is installed: some machines of ours tell it not to.
    """
    given = {name: value for name, value in (environment or os.environ).items() if name != _KEEPS_NOTHING}
    with TemporaryFile("w+", encoding="utf-8") as told, TemporaryFile("w+", encoding="utf-8") as complained:
        start = perf_counter()
        process = subprocess.Popen(
            [*map(str, words)],
            stdout=told,
            stderr=complained,
            env={**given, "PYTHONUTF8": "1"},
        )
        _, status, usage = os.wait4(process.pid, 0)
        cost = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        complained.seek(0)
        if process.returncode:
            raise SystemExit(f"{' '.join(map(str, words))} failed:\n{told.read()}{complained.read()}")
        spent = usage.ru_utime + usage.ru_stime
        return Cost(cost, usage.ru_maxrss / KILOBYTES_A_MEGABYTE, told.read(), spent)


def set_aside(path: Path) -> None:
    """Make way for a fresh start without deleting.

    For minutes after thousands of files were deleted, ext4 takes forty times as long to make one.
    """
    if path.exists():
        path.rename(Path(mkdtemp(prefix="aside-", dir=path.parent), path.name))


def best(run: Callable[[], Cost], times: int) -> Cost:
    """The quickest of several runs: whatever else the machine does can only make a run slower."""
    return min((run() for _ in range(times)), key=lambda cost: cost.seconds)
