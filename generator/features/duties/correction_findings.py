"""Corrections that correct nothing, something else, or the future become findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.features.duties.findings import contradiction
from generator.features.duties.problems import (
    CORRECTION_BEFORE_ORIGINAL,
    CORRECTION_OF_NOTHING,
    CORRECTION_OF_OTHER_KIND,
    CORRECTION_WITHOUT_NOTE,
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
            message, hint = "更正没有写更正说明。", "写明改了什么、为什么改。"
            yield contradiction(CORRECTION_WITHOUT_NOTE, correction, "correction_note", message, hint, parent)


def _corrections(catalogue: Catalogue, parent: Record) -> tuple[Sequence[Record], Sequence[Record]]:
    """All that is written down with a record, and what of it is a correction."""
    siblings = catalogue.pointing(parent, _WRITTEN_IN[catalogue.role_of(parent.dataset)])
    return siblings, [one for one in siblings if text_in(one, "correction_of")]


def _faults(correction: Record, corrected: Record | None, parent: Record) -> Iterator[Finding]:
    if corrected is None or corrected.key == correction.key:
        message, hint = "要更正的那一条找不到。", "写同一文件中被更正记录的编号；原记录不要删除。"
        yield contradiction(CORRECTION_OF_NOTHING, correction, "correction_of", message, hint, parent)
        return
    if text_in(corrected, "kind") != text_in(correction, "kind"):
        message, hint = "更正和被更正的不是同一种公开内容。", "两条写成同一种，或者改正被更正记录的编号。"
        yield contradiction(CORRECTION_OF_OTHER_KIND, correction, "kind", message, hint, corrected)
    first, later = day_in(corrected, "published_on"), day_in(correction, "published_on")
    if first and later and later < first:
        message, hint = "更正的日期早于被更正的那一条。", "核对两条的公布日期，改正写错的一个。"
        yield contradiction(CORRECTION_BEFORE_ORIGINAL, correction, "published_on", message, hint, corrected)
