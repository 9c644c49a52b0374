"""The import of Frictionless without the grammars of addresses that it never asks about."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from frictionless import Field as StandardField
from frictionless import Schema
from frictionless.exception import FrictionlessException

_GRAMMARS = "rfc3987_syntax"
"""Where another tool brought them, jsonschema compiles all 38 when it is imported: 1.2 s of a rebuild's second."""

__all__ = ["FrictionlessException", "Schema", "StandardField"]


def _import_jsonschema() -> None:
    """Formats are not asserted when Frictionless validates a schema; whoever wants the grammars may import them."""
    modules: dict[str, Any] = sys.modules
    if _GRAMMARS in modules:
        import_module("jsonschema")
        return
    modules[_GRAMMARS] = None  # an import of it fails
    try:
        import_module("jsonschema")
    finally:
        del modules[_GRAMMARS]


_import_jsonschema()
