"""The catalogue to the files with which the search page understands a sentence and finds what offers say of it."""

from __future__ import annotations

from generator.base.packed import packed
from generator.features.words.lexicon import lexicon, offers
from generator.features.words.need_kinds import all_kinds
from generator.features.words.need_points import need_marks
from generator.model.page import Download
from generator.model.source import Source


def words_file(source: Source, _download: Download) -> bytes:
    """Sayings, kinds of need, places and sounds, as compact as JSON can be."""
    return packed(lexicon(source.catalogue))


def points_file(source: Source, _download: Download) -> bytes:
    """The points by which needs are heard, in bits."""
    return need_marks({kind.id for kind in all_kinds(source.catalogue)})


def offers_file(source: Source, _download: Download) -> bytes:
    """Names and summaries of all offers."""
    return packed(list(offers(source.catalogue)))
