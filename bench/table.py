"""Every bench by its name, and how much of its size is run where nobody asks for it by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from bench.build import measure_build
from bench.check import measure_check
from bench.duties import measure_duties
from bench.figures import Figure
from bench.find import measure_find
from bench.finder import measure_finder
from bench.hugo import measure_hugo
from bench.nation import measure_nation
from bench.packs import measure_packs
from bench.phone import measure_phone
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
    "phone": measure_phone,
    "preview": measure_preview,
    "privacy": measure_privacy,
    "publish": measure_publish,
    "startup": measure_startup,
    "suppression": measure_suppression,
    "taking": measure_taking,
    "workers": measure_workers,
}
"""Every bench by name; its function takes the scale, 1 for the sizes that the limits are made for."""
SHORTENED: Mapping[str, float] = {
    "build": 0.05,
    "check": 0.2,
    "duties": 0.2,
    "finder": 0.1,
    "hugo": 0.1,
    "nation": 0.005,
    "packs": 0.1,
    "phone": 0.1,
    "preview": 0.05,
    "suppression": 0.1,
    "taking": 0.1,
    "workers": 0.05,
}
"""Those that would take from ten minutes to hours on two cores."""
