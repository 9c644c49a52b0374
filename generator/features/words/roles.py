"""What ordinary words are about, by role, and the kinds of need that are treated in a way of their own."""

from __future__ import annotations

WORDS_KINDS = "need_kind"
SAYINGS = "saying"
WORDS_OFFERS = ("offer", "project")
"""What can be applied for, the most direct first."""
WINDOWS = "window"
"""Where somebody can ask in person."""
GENERAL = ("casework",)
"""Kinds of need that anybody speaks of who does not know whom to ask: they count less beside any other."""
