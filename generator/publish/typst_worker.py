"""Jobs on standard input to PDFs in a folder; run as a program of its own, `python -m generator.publish.typst_worker`.

Typst computes on threads that a forked process would wait for in vain, so that it must never run inside the builder.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

FONT_PACKAGE = "manimgx_fonts_cjk"
"""Noto Sans CJK as a wheel: pages look the same on every machine, whatever fonts it has."""


def main() -> None:
    """Each job is a source, its data and codes as JSON texts, a day, and the file to write."""
    for job in json.load(sys.stdin):
        inputs = {"data": job["data"], "codes": job["codes"]}
        moment = int(datetime.fromisoformat(job["day"]).replace(tzinfo=UTC).timestamp())
        _, warnings = _compiler(job["source"]).compile_with_warnings(
            output=job["target"], sys_inputs=inputs, timestamp=moment
        )
        if warnings:  # a font that is missing would print boxes for characters
            raise RuntimeError("; ".join(each.message for each in warnings))


@cache
def _compiler(source: str) -> Any:
    found = find_spec(FONT_PACKAGE)
    folders = list(found.submodule_search_locations or ()) if found else []
    return typst.Compiler(source, root=str(Path(source).parent), font_paths=folders, ignore_system_fonts=True)


if __name__ == "__main__":
    main()
