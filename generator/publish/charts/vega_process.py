"""Vega-Lite specifications on standard input to drawings on standard output; run as a program of its own.

The library behind it runs a JavaScript engine with threads, which a process that forks must not have inside.
"""

from __future__ import annotations

import json
import sys

import vl_convert

VEGA_LITE = "5.21"


def main() -> None:
    """Read `{name: specification}` and write `{name: drawing}`."""
    specs = json.load(sys.stdin)
    drawn = {name: vl_convert.vegalite_to_svg(json.loads(spec), vl_version=VEGA_LITE) for name, spec in specs.items()}
    json.dump(drawn, sys.stdout)


if __name__ == "__main__":
    main()
