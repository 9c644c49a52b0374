"""A part of a page that stands on many pages, drawn for the first of them and kept for the rest."""

from __future__ import annotations

from jinja2.runtime import Macro

from generator.base.reads import Reads, ask, note_all


class Once:
    """For templates: `once(macro, shown, …)` is `macro(shown, …)`, and the same HTML when all of that comes again.

    `shown` is told by identity, for hashing a card takes as long as drawing it; it is kept, so that it stays itself.
    A macro's words are all it may depend on; those of `components.html` look nothing up.
    """

    def __init__(self) -> None:
        self._drawn: dict[tuple[object, ...], tuple[object, str, Reads]] = {}

    def __call__(self, macro: Macro, shown: object, *words: str | int) -> str:
        """What the macro draws of this, drawn at the first call."""
        key = (macro, id(shown), *words)
        known = self._drawn.get(key)
        if known is None:
            known = self._drawn[key] = shown, *ask(macro, shown, *words)
        note_all(known[2])
        return known[1]
