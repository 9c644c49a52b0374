"""One verb on one site, in a process of its own, to the seconds of its stages.

`python -m bench.staged check|build DIR` prints a JSON list of [seconds since the start, what began then, seconds of
processors until then, of programs and workers that have ended too].
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter

from generator.build.pipeline import build_site, find_problems, open_project
from generator.cli.options import read_day
from generator.model.problem import has_errors

DAY = "2026-11-25"


def main() -> None:
    """Run the verb; a site with errors is not worth measuring. That nobody sees its history is no error."""
    verb, folder = sys.argv[1:]
    start = perf_counter()
    stages: list[tuple[float, str, float]] = []

    def say(what: str) -> None:
        stages.append((perf_counter() - start, what, sum(os.times()[:4])))

    project, problems = open_project(Path(folder), read_day(DAY), None)
    found = build_site(project, say) if verb == "build" else find_problems(project, say)
    if has_errors((*problems, *found)):
        raise SystemExit(f"{folder} has problems: {(*problems, *found)[:3]}")
    say("")
    print(json.dumps(stages, ensure_ascii=False), flush=True)
    os._exit(0)  # as `mingshan` does


if __name__ == "__main__":
    main()
