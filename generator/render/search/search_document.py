"""A page of the site as search knows it: its words, and what its result card shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One page of the site, a record's or one that people wrote.

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
