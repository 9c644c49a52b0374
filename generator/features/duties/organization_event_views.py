"""What was decided about an organisation, to what its page shows: with source and end, and room for its reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.labelled_lines import plain_text
from generator.model.record import Record
from generator.model.source import Source

EVENT_ROLE = "organization_event"
_GONE_WITH_THEIR_END = frozenset({"penalty", "abnormal", "distrusted"})
"""What nobody is reminded of once its time is over."""


class DecisionView(NamedTuple):
    """One decision; `is_over`: its time has passed."""

    kind: str
    title: str
    decided_on: date | None
    ends_on: date | None
    is_over: bool
    decided_by: str
    number: str
    url: str
    reply: str
    replied_on: date | None


@dataclass(frozen=True, slots=True)
class DecisionsContext:
    """What an organisation's page may name of what was decided about it."""

    decisions: tuple[DecisionView, ...]
    """The newest first; without penalties and lists whose time is over."""


def decisions_context(source: Source, organization: Record) -> DecisionsContext:
    """Name changes, mergers, removal, sanctions, evaluations."""
    catalogue, as_of = source.catalogue, source.as_of
    found = catalogue.pointing(organization, f"{EVENT_ROLE}.organization")
    shown = (each for each in found if not (_is_over(each, as_of) and text_in(each, "kind") in _GONE_WITH_THEIR_END))
    return DecisionsContext(tuple(_view(catalogue, each, as_of) for each in shown))


def _is_over(record: Record, as_of: date) -> bool:
    ends = day_in(record, "ends_on")
    return ends is not None and ends < as_of


def _view(catalogue: Catalogue, record: Record, as_of: date) -> DecisionView:
    return DecisionView(
        plain_text(catalogue, record, catalogue.datasets[record.dataset].columns["kind"]),
        text_in(record, "title"),
        day_in(record, "decided_on"),
        day_in(record, "ends_on"),
        _is_over(record, as_of),
        text_in(record, "decided_by"),
        text_in(record, "number"),
        text_in(record, "url"),
        text_in(record, "reply"),
        day_in(record, "replied_on"),
    )
