"""The plan of the files with which the search page understands sentences."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.words.roles import SAYINGS, WORDS_KINDS
from generator.model.addresses import ADDRESSES_OFFERS, ADDRESSES_POINTS, ADDRESSES_WORDS
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings


def plan_words(catalogue: Catalogue, _settings: Settings) -> Iterator[Download]:
    """Where the instance has words; the page is search's own."""
    if catalogue.with_role(WORDS_KINDS) and catalogue.with_role(SAYINGS):
        yield Download(ADDRESSES_WORDS, "words", ())
        yield Download(ADDRESSES_OFFERS, "word-offers", ())
        yield Download(ADDRESSES_POINTS, "word-points", ())
