"""An organisation's obligations and figures to its transparency profile and its ratios, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.features.duties.obligations import Obligation
from generator.features.duties.profile import (
    Completeness,
    Timeliness,
    explain_completeness,
    explain_timeliness,
    measure_completeness,
    measure_timeliness,
)
from generator.features.duties.ratios import explain_ratio, find_ratios
from generator.model.record import Record
from generator.model.source import Source


class ProfileView(NamedTuple):
    """Both measures with the sentences that say how they came about; no rank and no score."""

    timeliness: Timeliness
    timeliness_words: str
    completeness: tuple[tuple[str, Completeness, str], ...]
    """One for each dataset looked at: what it is called, the measure, its sentence."""


class RatioView(NamedTuple):
    """One ratio beside its limit, and the anchor of the report whose figures it comes from."""

    words: str
    anchor: str


def profile_view(
    source: Source, record: Record, projects: Sequence[Record], obligations: Iterable[Obligation]
) -> ProfileView:
    """Both measures of one organisation; `obligations` are its own and its projects'."""
    timeliness = measure_timeliness(obligations, source.as_of)
    looked_at = [(records[0].dataset, records) for records in ((record,), projects) if records]
    measured = [(name, measure_completeness(source.catalogue.datasets[name], records)) for name, records in looked_at]
    completeness = tuple(
        (source.catalogue.datasets[name].title, each, explain_completeness(each)) for name, each in measured
    )
    return ProfileView(timeliness, explain_timeliness(timeliness), completeness)


def ratio_views(source: Source, record: Record) -> tuple[RatioView, ...]:
    """The ratios of one organisation beside their limits."""
    found = find_ratios(source.catalogue, record)
    return tuple(RatioView(explain_ratio(each), each.record.rpartition("/")[2]) for each in found)
