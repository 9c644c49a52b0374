"""`examples.json` beside this module, which the tests write, to an example of each fault by its rule."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.example import Example, ExampleLine, Excerpt

EXAMPLES_FILE = Path(__file__).with_name("examples.json")


def read_examples() -> Mapping[str, Example]:
    """Every example that the tests have made."""
    return {rule: _example(each) for rule, each in json.loads(EXAMPLES_FILE.read_text("utf-8")).items()}


def _example(each: Mapping[str, Any]) -> Example:
    return Example(each["severity"], each["message"], each["hint"], _excerpt(each["bad"]), _excerpt(each["good"]))


def _excerpt(each: Mapping[str, Any] | None) -> Excerpt | None:
    return Excerpt(each["file"], tuple(ExampleLine(*line) for line in each["lines"])) if each else None
