"""Corrections that correct nothing, something else, or the future become findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.features.duties.correction_problems import (
    correction_before_original,
    correction_of_nothing,
    correction_of_other_kind,
    correction_without_note,
)
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.finding import Finding
from generator.model.record import Record

_WRITTEN_IN = {"project": "disclosure.project", "organization": "report.organization"}


def find_bad_corrections(catalogue: Catalogue, parent: Record) -> Iterator[Finding]:
    """A correction names an earlier record of the same kind beside it; the earlier one stays."""
    siblings, corrections = _corrections(catalogue, parent)
    if corrections:
        by_id = {text_in(one, "id"): one for one in siblings}
        for correction in corrections:
            yield from _faults(correction, by_id.get(text_in(correction, "correction_of")), parent)


def find_unexplained_corrections(catalogue: Catalogue, parent: Record) -> Iterator[Finding]:
    """A correction says what was changed and why (Order 81, article 16)."""
    for correction in _corrections(catalogue, parent)[1]:
        if not text_in(correction, "correction_note"):
            yield correction_without_note(correction, parent)


def _corrections(catalogue: Catalogue, parent: Record) -> tuple[Sequence[Record], Sequence[Record]]:
    """All that is written down with a record, and what of it is a correction."""
    siblings = catalogue.pointing(parent, _WRITTEN_IN[catalogue.role_of(parent.dataset)])
    return siblings, [one for one in siblings if text_in(one, "correction_of")]


def _faults(correction: Record, corrected: Record | None, parent: Record) -> Iterator[Finding]:
    if corrected is None or corrected.key == correction.key:
        yield correction_of_nothing(correction, parent)
        return
    if text_in(corrected, "kind") != text_in(correction, "kind"):
        yield correction_of_other_kind(correction, corrected)
    first, later = day_in(corrected, "published_on"), day_in(correction, "published_on")
    if first and later and later < first:
        yield correction_before_original(correction, corrected)
