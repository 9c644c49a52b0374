"""The blocks that the home page is made of."""

from __future__ import annotations

from generator.features.home.blocks import BLOCKS
from generator.model.feature import Feature

FEATURE = Feature(
    name="home",
    blocks=BLOCKS,
)
