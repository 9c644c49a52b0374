"""The name and summary of an offer to the kinds of need that it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.base.pairs import fold
from generator.features.words.roles import WORDS_KINDS
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record


class Kind(NamedTuple):
    """A kind of need within its category; `terms` are words by which an offer of this kind is recognised."""

    id: str
    category: str
    name: str
    terms: tuple[str, ...]


class _Hit(NamedTuple):
    start: int
    end: int
    kind: Kind


def kinds_of(name: str, summary: str, category: str, kinds: Iterable[Kind]) -> tuple[str, ...]:
    """What the name says within the offer's own category; else what the summary says; else what the name says at all.

    A term inside a longer one of another kind does not count: 出院 in 出院过渡照料.
    """
    kinds = tuple(kinds)
    own = tuple(kind for kind in kinds if kind.category == category)
    return _named(name, own) or _named(summary, own) or _named(name, kinds)


def _named(text: str, kinds: Sequence[Kind]) -> tuple[str, ...]:
    hits = tuple(_hits(fold(text), kinds))
    firm = sorted(hit for hit in hits if not any(_covers(other, hit) for other in hits))
    return tuple(dict.fromkeys(hit.kind.id for hit in firm))


def _hits(text: str, kinds: Iterable[Kind]) -> Iterator[_Hit]:
    for kind in kinds:
        for term in map(fold, kind.terms):
            start = text.find(term)
            while start >= 0:
                yield _Hit(start, start + len(term), kind)
                start = text.find(term, start + 1)


def _covers(one: _Hit, other: _Hit) -> bool:
    is_longer = one.end - one.start > other.end - other.start
    return is_longer and one.start <= other.start and other.end <= one.end


@once_a_subject
def all_kinds(catalogue: Catalogue) -> tuple[Kind, ...]:
    """Every kind of need, in order; none where the instance cannot name any."""
    records = catalogue.with_role(WORDS_KINDS).values()
    return tuple(_kind(each) for each in records)


def _kind(record: Record) -> Kind:
    terms = record.values["terms"]
    return Kind(
        record.key, text_in(record, "category"), text_in(record, "name"), terms if isinstance(terms, tuple) else ()
    )
