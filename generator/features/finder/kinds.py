"""An offer's name and summary to the kinds of need it meets, finer than its category."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.record import Record


def kind_table(catalogue: Catalogue) -> Mapping[str, Record]:
    """The kinds of need by id; none where no table of them is shipped or kept."""
    return catalogue.with_role("need_kind")


def kinds_of(catalogue: Catalogue, record: Record) -> tuple[str, ...]:
    """The kinds whose words stand in the name; failing that, those in the summary."""
    return _kinds_in(catalogue, text_in(record, "name")) or _kinds_in(catalogue, text_in(record, "summary"))


def _kinds_in(catalogue: Catalogue, text: str) -> tuple[str, ...]:
    kinds = kind_table(catalogue).items()
    return tuple(key for key, each in kinds if any(word in text for word in words_in(each, "terms")))
