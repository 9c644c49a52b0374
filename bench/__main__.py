"""`python -m bench [NAME …] [--scale S]`: runs benches and prints their figures beside what they may be."""

from __future__ import annotations

import argparse

from bench.figures import Figure, render_figure, render_summary
from bench.running import Ran, run_bench
from bench.table import BENCHES, SHORTENED

PATIENCE = 600
"""Seconds on the clock that a bench may take where nobody asked for it by name."""


def main() -> None:
    """Run the named benches, or all; at the end every figure that has a limit, and whether it is met."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="measure speed as ratios")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHES)}; default all")
    parser.add_argument("--scale", type=float, default=1.0, help="0.01 runs in seconds; limits hold for 1 only")
    parser.add_argument("--patience", type=float, help=f"seconds for each bench; default {PATIENCE}, named ones any")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    patience = wanted.patience or (None if wanted.names else PATIENCE)
    ran: list[Ran] = []
    for name in wanted.names or BENCHES:
        scale = wanted.scale * (1 if wanted.names else SHORTENED.get(name, 1))
        print(name if scale == 1 else f"{name}, at {scale:g} of its size", flush=True)
        done = run_bench(name, scale, patience, _show)
        print(f"  {done.seconds:.0f} s on the clock{f'; FAILED: {done.failure}' if done.failure else ''}", flush=True)
        ran.append(done)
    print(render_summary((each.name, each.scale, each.figures, each.failure) for each in ran))


def _show(figure: Figure) -> None:
    print(render_figure(figure), flush=True)


if __name__ == "__main__":
    main()
