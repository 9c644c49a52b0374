"""The groups of words that the phrases of the sayings name: `小孩.` stands for any word of its group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.base.packed import stemmed
from generator.base.pairs import fold
from generator.model.catalogue import Catalogue
from generator.model.cells import words_in

_NAME = re.compile(r"([^\s_-]+)\.")


def names_in(phrase: str) -> tuple[str, ...]:
    """The groups that a phrase names."""
    return tuple(_NAME.findall(phrase))


def word_groups(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The words of each group, by its name."""
    return {name: tuple(map(fold, words_in(each, "words"))) for name, each in catalogue.with_role("word_group").items()}


def groups_named(catalogue: Catalogue, phrases: Iterable[str]) -> Mapping[str, str]:
    """The groups that these phrases name, packed as a browser reads them."""
    named = {name for phrase in phrases for name in names_in(phrase)}
    return {name: stemmed(words) for name, words in word_groups(catalogue).items() if name in named}
