"""Jobs on standard input to pickled PDFs on standard output: `python -m generator.publish.typst_worker`.

Typst computes on threads that a forked process would wait for in vain, so that it must never run inside the builder.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Mapping
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
    """Each job is a source, its data and codes as JSON texts, and a day.

    The texts are laid beside the source: Typst lays out again only what reads something else than last time.
    """
    pages = []
    for job in json.load(sys.stdin):
        source = Path(job["source"])
        for name in ("data", "codes"):
            source.with_name(f"{name}.json").write_text(job[name], "utf-8")
        moment = int(datetime.fromisoformat(job["day"]).replace(tzinfo=UTC).timestamp())
        page, warnings = _compiler(source).compile_with_warnings(
            sys_inputs=_inputs(source.parent, job), timestamp=moment, pdf_standards=STANDARD
        )
        if warnings:  # a font that is missing would print boxes for characters
            raise RuntimeError("; ".join(each.message for each in warnings))
        pages.append(page)
    pickle.dump(pages, sys.stdout.buffer, protocol=5)


def _inputs(folder: Path, job: Mapping[str, str]) -> dict[str, str]:
    """An instance's own files, made for an earlier edition, may ask for the texts themselves."""
    return {name: job[name] for name in ("data", "codes")} if _asks_for_inputs(folder) else {}


@cache
def _asks_for_inputs(folder: Path) -> bool:
    return any("sys.inputs" in each.read_text("utf-8") for each in folder.glob("*.typ"))


@cache
def _compiler(source: Path) -> Any:
    return typst.Compiler(str(source), root=str(source.parent), font_paths=[FONTS], ignore_system_fonts=True)


if __name__ == "__main__":
    main()
