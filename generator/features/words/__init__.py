"""Ordinary words: which offer meets which need, and what a browser needs to understand a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.words.browser_files import offers_file, words_file
from generator.features.words.findings import find_saying_problems, find_synonym_reminders
from generator.features.words.lexicon import synonyms
from generator.features.words.need_kinds import all_kinds
from generator.features.words.pages import plan_words
from generator.features.words.problems import RULES
from generator.features.words.roles import WORDS_OFFERS
from generator.features.words.traits import search_traits
from generator.model.context import NoNames
from generator.model.feature import Feature, FileKind, RecordPart
from generator.model.record import Record
from generator.model.source import Source


def _nothing(_source: Source, _record: Record) -> NoNames:
    return NoNames()


def _kinds(source: Source, _record: Record) -> Iterator[str]:
    """By these search finds every offer, so each is looked at again when they change, which hardly ever happens."""
    yield repr(all_kinds(source.catalogue))


FEATURE = Feature(
    name="words",
    downloads=plan_words,
    files={"words": FileKind(words_file), "word-offers": FileKind(offers_file)},
    records={role: (RecordPart(_nothing, _kinds),) for role in WORDS_OFFERS},
    rules=RULES,
    contradictions=(find_saying_problems,),
    reminders=(find_synonym_reminders,),
    search_traits=(search_traits,),
    synonyms=(synonyms,),
)
