"""Checking a schema brings no grammars with it that nobody asks about."""

from __future__ import annotations

import subprocess
import sys

CHECKED = """
import sys
from generator.check.frictionless_import import Schema
Schema.from_descriptor({"fields": [{"name": "a", "type": "string", "format": "uri"}]})
print(sorted({"lark", "jsonschema", "rfc3987_syntax"} & set(sys.modules)))
"""


def test_a_schema_is_validated_without_the_grammars_of_addresses() -> None:
    done = subprocess.run([sys.executable, "-c", CHECKED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['jsonschema']"


def test_the_grammars_are_still_there_for_others() -> None:
    import generator.check.frictionless_import as home

    assert home.Schema
    assert sys.modules.get("rfc3987_syntax", home) is not None
