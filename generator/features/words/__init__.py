"""Ordinary words: which offer meets which need, and what a browser needs to understand a sentence."""

from __future__ import annotations

from generator.features.words.browser_files import offers_file, points_file, words_file
from generator.features.words.findings import find_saying_problems, find_synonym_reminders
from generator.features.words.lexicon import synonyms
from generator.features.words.pages import plan_words
from generator.features.words.problems import RULES
from generator.features.words.traits import search_traits
from generator.model.feature import Feature, FileKind

FEATURE = Feature(
    name="words",
    downloads=plan_words,
    files={"words": FileKind(words_file), "word-offers": FileKind(offers_file), "word-points": FileKind(points_file)},
    rules=RULES,
    contradictions=(find_saying_problems,),
    reminders=(find_synonym_reminders,),
    search_traits=(search_traits,),
    synonyms=(synonyms,),
)
