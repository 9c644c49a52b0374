"""Ordinary words: which offer meets which need, and what a browser needs to understand a sentence."""

from __future__ import annotations

from generator.features.words.faults import find_saying_problems
from generator.features.words.problems import RULES
from generator.model.feature import Feature

FEATURE = Feature(name="words", rules=RULES, contradictions=(find_saying_problems,))
