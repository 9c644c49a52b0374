"""A search document to the card by which a result is shown, and a text to the excerpt on it."""

from __future__ import annotations

import json

from generator.render.search.search_document import SearchDocument

EXCERPT_LENGTH = 120
_KIND = "kind"
"""Name of the facet that says what kind of thing a result is."""


def excerpt(text: str) -> str:
    """The beginning of a text, as much of it as a card shows."""
    return text[:EXCERPT_LENGTH]


def card_json(document: SearchDocument) -> str:
    """The facets too: Pagefind lists filters of its own in another order each time, and we use none of them."""
    card = {
        "address": document.address,
        "title": document.title,
        "kind": document.kind,
        "excerpt": document.excerpt,
        "facts": list(document.meta.items()),
        "facets": {_KIND: (document.kind,), **document.filters, **document.traits},
        "order": document.order,
    }
    return json.dumps(card, ensure_ascii=False, separators=(",", ":"))
