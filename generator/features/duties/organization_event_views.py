"""What was decided about an organisation, to what its page shows: with source and end, and room for its reply."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.cells import day_in, text_in
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
    dataset = source.catalogue.dataset_with(EVENT_ROLE)
    labels = dataset.columns["kind"].labels if dataset else {}
    found = source.catalogue.pointing(organization, f"{EVENT_ROLE}.organization")
    views = (_view(each, labels.get(text_in(each, "kind"), ""), source.as_of) for each in found)
    hidden = {labels.get(kind) for kind in _GONE_WITH_THEIR_END}
    return DecisionsContext(tuple(each for each in views if not (each.is_over and each.kind in hidden)))


def _view(record: Record, kind: str, as_of: date) -> DecisionView:
    ends = day_in(record, "ends_on")
    return DecisionView(
        kind,
        text_in(record, "title"),
        day_in(record, "decided_on"),
        ends,
        ends is not None and ends < as_of,
        text_in(record, "decided_by"),
        text_in(record, "number"),
        text_in(record, "url"),
        text_in(record, "reply"),
        day_in(record, "replied_on"),
    )
