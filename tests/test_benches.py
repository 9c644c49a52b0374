"""Benches are run seldom: what they import of the engine is looked at with every change."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import bench


def test_every_bench_can_be_imported() -> None:
    names = [each.name for each in iter_modules(bench.__path__) if each.name != "__main__"]
    assert names and all(import_module(f"bench.{name}") for name in names)
