"""What can be found to the HTML page that Pagefind indexes in its place; readers never see these pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.base.aliases import simplified, sounds
from generator.base.carried import carry
from generator.base.pairs import pairs
from generator.render.search.result_card import card_json
from generator.render.search.search_document import SearchDocument

TITLE_WEIGHT = 8
RELATED_WEIGHT = 0.5
SOUND_WEIGHT = 0.2
_SHORT = 40
"""A longer text seldom stands in two documents."""
BOUNDARY = "|"
"""A word of no letters: Pagefind counts its place but does not index it, so no phrase runs across."""


def search_document(document: SearchDocument) -> str:
    """The page to index: its words as pairs, and its card as data that is carried but not searched."""
    return "".join(
        (
            '<!doctype html><html lang="en"><meta charset="utf-8"><main data-pagefind-body>',
            _words(TITLE_WEIGHT, (_found_by(document.title),)),
            _words(1, map(_found_by, document.text_parts)),
            _words(RELATED_WEIGHT, map(_found_by, document.related)),
            _words(SOUND_WEIGHT, map(" ".join, sounds(simplified(document.title)))),
            "</main>",
            f'<i data-pagefind-meta="card[data-value]" data-value="{carry(card_json(document))}"></i></html>\n',
        )
    )


def _found_by(text: str) -> str:
    return _kept_words(text) if len(text) <= _SHORT else _taken_apart(text)


def _taken_apart(text: str) -> str:
    return " ".join(pairs(simplified(text)))


_kept_words = lru_cache(maxsize=1 << 14)(_taken_apart)
"""Names of places, bodies, codes and kinds stand in thousands of documents, and are taken apart once."""


def _words(weight: float, parts: Iterable[str]) -> str:
    words = " ".join(f"{part} {BOUNDARY}" for part in parts if part)
    # Inline elements, because Pagefind ends the text of blocks with a full stop that would change the last word.
    return f'<span data-pagefind-weight="{weight}">{words} </span>' if words else ""
