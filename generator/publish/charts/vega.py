"""Specifications of charts to drawings, by an outside program."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version

from generator.base.lost_work import refuse_killed

_TIMEOUT = 600
_PROGRAM = "generator.publish.charts.vega_process"


def drawing_program() -> str:
    """The program and its version: another one may draw another picture."""
    return f"vl-convert-python {version('vl-convert-python')}"


def draw_specs(specs: Mapping[str, str]) -> Mapping[str, str]:
    """A drawing for each specification, by the same names."""
    if not specs:
        return {}
    done = subprocess.run(  # noqa: S603 - our own module, no shell
        [sys.executable, "-m", _PROGRAM],
        input=json.dumps(specs),
        capture_output=True,
        text=True,
        timeout=_TIMEOUT,
        check=False,
    )
    refuse_killed(f"绘制 {len(specs)} 张图表", done.returncode)
    if done.returncode:
        raise RuntimeError(f"charts could not be drawn: {done.stderr[-2000:]}")
    drawn: dict[str, str] = json.loads(done.stdout)
    return drawn
