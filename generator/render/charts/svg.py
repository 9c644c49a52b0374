"""A drawn chart becomes a part of the page: its colours follow the theme, its words the page's own typeface."""

from __future__ import annotations

import json
import re
from hashlib import blake2b

from generator.model.chart import Chart
from generator.render.charts.marks import COLOURS
from generator.render.charts.specs import chart_spec
from generator.render.charts.tile_spec import TILE_COLOURS

_COLOURS = {**COLOURS, **TILE_COLOURS}
_COLOUR = re.compile("|".join(_COLOURS))
_DROPPED = re.compile(
    r' (?:font-family|role|aria-[a-z]+|pointer-events|class|xmlns:xlink|version|stroke-miterlimit)="[^"]*"'
)
_EMPTY = re.compile(r'<path(?: d="")?(?: display="none"| d="")+/>|<path d="M0,0h0v0h0Z"/>')
_LONG_NUMBER = re.compile(r"(\d+\.\d{2})\d+")


def chart_digest(chart: Chart) -> str:
    """What the drawing of a chart is kept under."""
    return blake2b(chart_source(chart).encode(), digest_size=16).hexdigest()


def chart_source(chart: Chart) -> str:
    """The specification as text, the same for the same chart."""
    return json.dumps(chart_spec(chart), ensure_ascii=False, sort_keys=True)


def themed(drawn: str) -> str:
    """The drawing without anything the page knows better; `fill` and `stroke` name the theme's own colours."""
    plain = _EMPTY.sub("", _LONG_NUMBER.sub(r"\1", _DROPPED.sub("", drawn)))
    coloured = _COLOUR.sub(lambda found: f"var(--{_COLOURS[found[0]]})", plain)
    return re.sub(r' width="\d+" height="\d+"', "", coloured, count=1)
