"""Data of handbooks and posters to PDFs, many at a time, through Typst as a program of its own."""

from __future__ import annotations

import json
import pickle
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from generator.base.lost_work import refuse_killed

_TIMEOUT = 900
WORKER = "generator.publish.typst_worker"
WORKER_FILE = str(Path(__file__).with_name("typst_worker.py"))


class Manuscript(NamedTuple):
    """`source` is the Typst file that sets it; `text` is JSON whose `codes` are to become QR codes, dated `date`."""

    source: Path
    text: str


def typeset(manuscripts: Sequence[Manuscript]) -> list[bytes]:
    """One PDF each, the same bytes for the same text; all sources lie in one folder."""
    with TemporaryDirectory() as made:
        folder = shutil.copytree(manuscripts[0].source.parent, Path(made, "sources"))
        jobs = [_job(each, folder) for each in manuscripts]
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [sys.executable, "-P", "-m", WORKER],
            input=json.dumps(jobs).encode(),
            stdout=subprocess.PIPE,
            check=False,
            timeout=_TIMEOUT,
        )
    refuse_killed(f"排版 {len(jobs)} 份文件（{manuscripts[0].source.name}）", done.returncode)
    done.check_returncode()
    pages: list[bytes] = pickle.loads(done.stdout)  # noqa: S301 - from the program we started
    return pages


def _job(manuscript: Manuscript, folder: Path) -> dict[str, str]:
    data = json.loads(manuscript.text)
    return {
        "source": str(folder / manuscript.source.name),
        "data": manuscript.text,
        "codes": json.dumps({text: qr_code(text) for text in data["codes"]}),
        "day": data["date"],
    }


@lru_cache(maxsize=4096)
def qr_code(text: str) -> str:
    """An SVG; a quarter of it may be dirty or torn and it is still read."""
    import segno  # only when a code is drawn: it is slow to come

    picture = BytesIO()
    segno.make(text, error="q", micro=False).save(picture, kind="svg", border=2, xmldecl=False, svgns=True)
    return picture.getvalue().decode()
