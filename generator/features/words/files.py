"""The catalogue to the files with which the search page understands a sentence and finds what offers say of it."""

from __future__ import annotations

import json
from typing import Any

from generator.features.words.lexicon import lexicon, offers
from generator.model.page import Download
from generator.model.source import Source


def words_file(source: Source, _download: Download) -> str:
    """Sayings, kinds of need, places and sounds, as compact as JSON can be."""
    return _dump(lexicon(source.catalogue))


def offers_file(source: Source, _download: Download) -> str:
    """Names and summaries of all offers."""
    return _dump(list(offers(source.catalogue)))


def _dump(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"
