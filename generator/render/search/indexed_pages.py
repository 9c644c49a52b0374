"""What can be found to the HTML page that Pagefind indexes in its place; readers never see these pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.base.aliases import simplified, sounds
from generator.base.carried import carry
from generator.base.pairs import pairs

TITLE_WEIGHT = 8
RELATED_WEIGHT = 0.5
SOUND_WEIGHT = 0.2
_KIND = "kind"
"""Name of the facet that says what kind of thing a result is."""
BOUNDARY = "|"
"""A word of no letters: Pagefind counts its place but does not index it, so no phrase runs across."""


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page of the site as search knows it.

    `text_parts` are its words, `related` words of its surroundings (the district of a township), `filters` its values
    by facet, `excerpt` and `meta` (facts by label) what its result card shows. Lists that are narrowed by facets alone
    are sorted by `order`.
    """

    address: str
    title: str
    kind: str
    text_parts: tuple[str, ...]
    filters: Mapping[str, tuple[str, ...]]
    meta: Mapping[str, str]
    excerpt: str = ""
    related: tuple[str, ...] = ()
    order: str = ""
    traits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What nobody narrows by but ranking needs: kinds of need, places, whether it is past."""


def search_document(document: SearchDocument) -> str:
    """The page to index: its words as pairs, and its card as data that is carried but not searched."""
    return "".join(
        (
            '<!doctype html><html lang="en"><meta charset="utf-8"><main data-pagefind-body>',
            _words(TITLE_WEIGHT, (pairs(simplified(document.title)),)),
            _words(1, (pairs(simplified(part)) for part in document.text_parts)),
            _words(RELATED_WEIGHT, (pairs(simplified(part)) for part in document.related)),
            _words(SOUND_WEIGHT, sounds(simplified(document.title))),
            "</main>",
            f'<i data-pagefind-meta="card[data-value]" data-value="{carry(_card(document))}"></i></html>\n',
        )
    )


def _card(document: SearchDocument) -> str:
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


def _words(weight: float, parts: Iterable[tuple[str, ...]]) -> str:
    words = " ".join(f"{' '.join(part)} {BOUNDARY}" for part in parts if part)
    # Inline elements, because Pagefind ends the text of blocks with a full stop that would change the last word.
    return f'<span data-pagefind-weight="{weight}">{words} </span>' if words else ""
