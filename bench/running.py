"""A bench by name to its figures, in a process of its own that is ended where it takes too long: a run always ends.

`python -m bench.running NAME SCALE` is that process: one line of JSON a figure, as soon as it is known.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from time import perf_counter
from typing import NamedTuple

from bench.figures import Figure

_LAST_WORDS = 400
"""So many characters of what a bench complained of are shown: errors stand at the end."""


class Ran(NamedTuple):
    """A bench that was run: how much of its size, its figures, the seconds it took, and why it gave no more."""

    name: str
    scale: float
    figures: tuple[Figure, ...]
    seconds: float
    failure: str = ""


def run_bench(name: str, scale: float, patience: float | None, show: Callable[[Figure], None]) -> Ran:
    """Each figure is shown as it comes; after `patience` seconds the bench and all that it began is ended."""
    start, figures, is_late = perf_counter(), list[Figure](), list[bool]()
    with TemporaryDirectory(prefix="mingshan-bench-") as place, Path(place, "complaints").open("w+") as complaints:
        bench = subprocess.Popen(
            [sys.executable, "-m", __name__, name, str(scale)],
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            env={**os.environ, "TMPDIR": place},  # what a bench that is ended leaves behind goes with it
            start_new_session=True,
        )

        def end() -> None:
            is_late.append(True)
            _end_group(bench.pid)

        timer = Timer(patience, end) if patience else None
        if timer:
            timer.start()
        try:
            for figure in _figures(bench):
                figures.append(figure)
                show(figure)
            status = bench.wait()
        finally:
            if timer:
                timer.cancel()
            _end_group(bench.pid)
        complaints.seek(0)
        said = complaints.read().strip()[-_LAST_WORDS:]
    failure = f"not done within {patience:g} s" if is_late else said or f"exit {status}" if status else ""
    return Ran(name, scale, tuple(figures), perf_counter() - start, failure)


def _figures(bench: subprocess.Popen[str]) -> Iterator[Figure]:
    assert bench.stdout
    for line in bench.stdout:
        with suppress(ValueError, TypeError):  # programs that a bench runs may print something, too
            yield Figure(*json.loads(line))


def _end_group(leader: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def main() -> None:
    """Run one bench here."""
    from bench.table import BENCHES  # which imports every bench

    name, scale = sys.argv[1:]
    for figure in BENCHES[name](float(scale)):
        print(json.dumps(figure), flush=True)


if __name__ == "__main__":
    main()
