"""For how long it holds in every city that somebody rang the number of an offer and it was answered."""

from __future__ import annotations

OFFER_FRESH_MONTHS = 3
"""Whole months from the check; a number nobody rang for longer is told to be doubtful."""
