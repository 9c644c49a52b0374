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
from bench.suppression import measure_suppression
from bench.taking import measure_taking

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
    "suppression": measure_suppression,
    "taking": measure_taking,
}
"""Every bench by name; its function takes the scale, 1 for the sizes that the limits are made for."""


def main() -> None:
    """Run the named benches, or all."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="measure speed as ratios")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(BENCHES)}; default all")
    parser.add_argument("--scale", type=float, default=1.0, help="0.01 runs in seconds; limits hold for 1 only")
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(BENCHES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    for name in wanted.names or BENCHES:
        print(render_figures(name, BENCHES[name](wanted.scale)), flush=True)


if __name__ == "__main__":
    main()
