"""`python -m bench [NAME …] [--scale S]`: runs benches and prints their figures beside what they may be."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping

from bench.build import measure_build
from bench.check import measure_check
from bench.duties import measure_duties
from bench.figures import Figure, render_figures
from bench.find import measure_find
from bench.finder import measure_finder
from bench.hugo import measure_hugo
from bench.nation import measure_nation
from bench.packs import measure_packs
from bench.preview import measure_preview
from bench.privacy import measure_privacy
from bench.publish import measure_publish
from bench.startup import measure_startup
from bench.suppression import measure_suppression
from bench.taking import measure_taking
from bench.workers import measure_workers

BENCHES: Mapping[str, Callable[[float], Iterable[Figure]]] = {
    "build": measure_build,
    "check": measure_check,
    "duties": measure_duties,
    "find": measure_find,
    "finder": measure_finder,
    "hugo": measure_hugo,
    "nation": measure_nation,
    "packs": measure_packs,
    "preview": measure_preview,
    "privacy": measure_privacy,
    "publish": measure_publish,
    "startup": measure_startup,
    "suppression": measure_suppression,
    "taking": measure_taking,
    "workers": measure_workers,
}
"""Every bench by name; its function takes the scale, 1 for the sizes that the limits are made for."""
SHORTENED = {"nation": 0.005, "workers": 0.1}
"""Those that would take hours, and how much of their size is run where nobody asks for them by name."""


def main() -> None:
    """Run the named benches, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="measure speed as ratios")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHES)}; default all")
    parser.add_argument("--scale", type=float, default=1.0, help="0.01 runs in seconds; limits hold for 1 only")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    for name in wanted.names or BENCHES:
        scale = wanted.scale * (1 if wanted.names else SHORTENED.get(name, 1))
        title = name if scale == 1 else f"{name}, at {scale:g} of its size"
        print(render_figures(title, BENCHES[name](scale)), flush=True)


if __name__ == "__main__":
    main()
