"""A record to what ranking must know of it beside its words: kinds of need, places, whether it can be had."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.fnv import fnv_1a
from generator.features.words.need_kinds import all_kinds, kinds_of
from generator.features.words.reach import places_of
from generator.features.words.roles import WINDOWS, WORDS_OFFERS
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.past import CLOSED_FOR_NOW, is_past
from generator.model.record import Record
from generator.render.cards import record_summary

INTRUSIONS = ("comes_home", "calls_home")
"""What somebody who lives with a violent person must be spared, wherever it is not ruled out."""


def is_quiet(record: Record) -> bool:
    """Whether somebody said that an entry neither comes to the home nor calls the household."""
    return all(record.values.get(name) is False for name in INTRUSIONS)


def search_traits(catalogue: Catalogue, record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names begin with a sign that no label of a filter has; `search/traits.js` knows them."""
    yield "_place", places_of(catalogue, record)
    if is_past(catalogue.datasets[record.dataset], record):
        yield "_past", ("1",)
    role = catalogue.role_of(record.dataset)
    if role == WINDOWS:
        yield "_window", ("1",)
    if role in WORDS_OFFERS:
        title, summary = record_title(catalogue, record), record_summary(catalogue, record)
        yield "_offer", (str(WORDS_OFFERS.index(role)),)
        yield "_need", kinds_of(title, summary, text_in(record, "category"), all_kinds(catalogue))
        yield "_same", (mark_of(title),)
        if text_in(record, "status") in CLOSED_FOR_NOW:
            yield "_shut", ("1",)
        if is_quiet(record):
            yield "_quiet", ("1",)


def mark_of(title: str) -> str:
    """What offers of one name have in common, in few letters: FNV-1a, which `search/offers.js` can tell as well."""
    return f"{fnv_1a(title):x}"
