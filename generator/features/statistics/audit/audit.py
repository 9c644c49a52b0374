"""Releases become findings: everything the public could work out and must not. Nothing knows how they were made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from generator.features.statistics.audit.cases import MeasureCase, build_cases
from generator.features.statistics.audit.findings import Demand, Finding, finding_order
from generator.features.statistics.audit.levels import find_by_history, find_by_marks, find_in_release
from generator.features.statistics.audit.single import (
    find_conflicts,
    find_money,
    find_revisions,
    find_small,
    find_wrong_sums,
)
from generator.features.statistics.stages import Stages, find_stages
from generator.features.statistics.tables import StatisticTable

Release = Sequence[StatisticTable]
"""All tables that were public at one time."""
Found = list[Finding]
Examine = Callable[[MeasureCase], Found]


def one_by_one(examine: Examine, cases: Sequence[MeasureCase]) -> Iterable[Found]:
    """Examine the measures one after the other."""
    return map(examine, cases)


def audit(
    releases: Sequence[Release],
    demand: Demand,
    examine_all: Callable[[Examine, Sequence[MeasureCase]], Iterable[Found]] = one_by_one,
) -> tuple[Finding, ...]:
    """All findings on the newest (last) release, given those before it; `examine_all` may examine side by side."""
    stages = find_stages(measure for release in reversed(releases) for table in release for measure in table.measures)
    cases = tuple(build_cases(releases, demand, stages))
    found = {_as_published(finding, stages) for each in examine_all(examine, cases) for finding in each}
    return tuple(sorted(found, key=finding_order))


def _as_published(finding: Finding, stages: Stages) -> Finding:
    given = tuple(stages.unfold(cell) for cell in finding.explained_by)
    return replace(finding, cell=stages.unfold(finding.cell), explained_by=given)


def examine(case: MeasureCase) -> Found:
    """One measure, which knows nothing of the others and may be examined beside them.

    The plain rules first, then the attacks; an attack adds only cells that no narrower one gave.
    """
    found = [*find_wrong_sums(case), *find_conflicts(case)]
    if case.measure.is_count:
        found += [*find_small(case), *find_revisions(case)]
    else:
        found += find_money(case)
    for attack in (find_in_release, find_by_history, find_by_marks):
        known = {finding.cell for finding in found}
        found += [finding for finding in attack(case) if finding.cell not in known]
    return found
