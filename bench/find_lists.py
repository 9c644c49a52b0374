"""The lists of sentences (`find_*.csv`) that are learnt from, and those that only tell what that is worth.

`find.py` says who wrote them.
"""

from __future__ import annotations

LEARNT_FROM = (
    "tuning",
    "third",
    "heldout",
    "danger",
    "voices",
    "seventh",
    "eighth",
    "written",
    "blind",
    "short",
    "ninth",
    "tenth",
    "eleventh",
    "thirteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty_first",
    "twenty_second",
    "twenty_third",
    "twenty_fourth",
    "twenty_fifth",
)
"""In this order: dangers are learnt from them so that the same bytes come out again."""
KEPT_ASIDE = ("twenty_sixth", "twelfth", "fourteenth", "sixth", "fifth", "fourth")
"""Nobody learns from these or reads them."""
