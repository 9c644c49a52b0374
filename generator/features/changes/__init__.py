"""What a person is told of a change: what it does for the public, and what has to be mended first."""

from __future__ import annotations

from generator.features.changes.problems import RULES
from generator.model.feature import Feature

FEATURE = Feature(name="changes", rules=RULES)
