"""Jobs on standard input to pickled PDFs on standard output: `python -m generator.publish.typst_worker`.

Typst computes on threads that a forked process would wait for in vain, so that it must never run inside the builder.
"""

from __future__ import annotations

import json
import pickle
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import typst

FONTS = str(pylopdf_fonts_zh_cn.serif_path().parent)
"""Noto Sans and Serif SC in a wheel: pages look the same on every machine, whatever fonts it has."""
STANDARD = "ua-1"
"""A reader who cannot see the page is told its order and its pictures."""


def main() -> None:
    """Each job is a source, its data and codes as JSON texts, and a day; a folder of files would outlive a kill."""
    pages = []
    for job in json.load(sys.stdin):
        inputs = {"data": job["data"], "codes": job["codes"]}
        moment = int(datetime.fromisoformat(job["day"]).replace(tzinfo=UTC).timestamp())
        page, warnings = _compiler(job["source"]).compile_with_warnings(
            sys_inputs=inputs, timestamp=moment, pdf_standards=STANDARD
        )
        if warnings:  # a font that is missing would print boxes for characters
            raise RuntimeError("; ".join(each.message for each in warnings))
        pages.append(page)
    pickle.dump(pages, sys.stdout.buffer, protocol=5)


@cache
def _compiler(source: str) -> Any:
    return typst.Compiler(source, root=str(Path(source).parent), font_paths=[FONTS], ignore_system_fonts=True)


if __name__ == "__main__":
    main()
