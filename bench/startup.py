"""`mingshan version` to what starting costs: nothing is read, so all of it is Python and what a verb imports."""

from __future__ import annotations

from collections.abc import Iterator

from bench.figures import Figure, seconds
from bench.programs import run_python

_RUN = "from generator.cli import run; run()"
RUNS = 5


def start_up() -> float:
    """Seconds of a processor until a verb that does nothing has ended."""
    return min(run_python("-c", _RUN, "version").cpu for _ in range(RUNS))


def measure_startup(_scale: float) -> Iterator[Figure]:
    """The best of some runs."""
    yield seconds("mingshan version, of the processor", start_up(), 0.3)
