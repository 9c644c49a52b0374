"""Releases become weaknesses: everything the public could work out and must not. Nothing knows how they were made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.features.statistics.audit.cases import MeasureCase, build_cases
from generator.features.statistics.audit.crossed import find_crossed
from generator.features.statistics.audit.joint import JointCase, examine_joint
from generator.features.statistics.audit.levels import find_by_history, find_by_stories, find_in_release
from generator.features.statistics.audit.past import find_past
from generator.features.statistics.audit.rounded import (
    RoundedCase,
    examine_rounded,
    find_rounding_faults,
    rounded_cases,
)
from generator.features.statistics.audit.rounded_past import PastCase, examine_past, past_cases
from generator.features.statistics.audit.rounded_together import TogetherCase, examine_together, together_cases
from generator.features.statistics.audit.single import (
    find_conflicts,
    find_marks,
    find_money,
    find_revisions,
    find_small,
    find_wrong_sums,
)
from generator.features.statistics.audit.sums import Sums
from generator.features.statistics.audit.weaknesses import Demand, Weakness, weakness_order
from generator.features.statistics.cells import Cell
from generator.features.statistics.stages import Stages, find_stages
from generator.features.statistics.tables import StatisticTable

Release = Sequence[StatisticTable]
"""All tables that were public at one time."""
Found = list[Weakness]
AuditCase = MeasureCase | RoundedCase | TogetherCase | PastCase | JointCase
Examine = Callable[[AuditCase], Found]


def one_by_one(examine: Examine, cases: Sequence[AuditCase]) -> Iterable[Found]:
    """Examine one case after the other."""
    return map(examine, cases)


def audit(
    releases: Sequence[Release],
    demand: Demand,
    examine_all: Callable[[Examine, Sequence[AuditCase]], Iterable[Found]] = one_by_one,
    least: Mapping[Cell, int] | None = None,
) -> tuple[Weakness, ...]:
    """All weaknesses of the newest (last) release, given those before it, and what these told that it tells no more.

    `examine_all` may examine side by side. The newest release may be empty: all was withdrawn.

    Other records of the site tell the `least` that some cells can be.
    """
    stages = find_stages(measure for release in reversed(releases) for table in release for measure in table.measures)
    exact = [[table for table in release if table.rounding is None] for release in releases]
    shown = [*(each for each in exact[:-1] if each), exact[-1]]
    measured = tuple(build_cases(shown, demand, stages, least or {})) if any(shown) else ()
    joint = _joint_cases(measured, stages)
    rounded: tuple[RoundedCase | TogetherCase, ...] = (
        *rounded_cases(releases[-1], stages, demand, least or {}),
        *together_cases(releases[-1], stages, demand, least or {}),
    )
    past = past_cases(releases, rounded, stages, demand, least or {})
    cases: tuple[AuditCase, ...] = (*measured, *joint, *rounded, *past)
    found = {_as_published(weakness, stages) for each in examine_all(examine, cases) for weakness in each}
    found.update(find_rounding_faults(releases, stages, demand))
    found.update(find_past(releases, demand))
    return tuple(sorted(found, key=weakness_order))


def _joint_cases(measured: Sequence[MeasureCase], stages: Stages) -> Iterator[JointCase]:
    """Every amount of money of which a standard speaks, with the counts behind it."""
    counts = {case.measure.name: case for case in measured if case.measure.is_count}
    for case in measured:
        behind = counts.get(stages.root(case.measure.counted_by or ""))
        if case.measure.standards and behind is not None:
            yield JointCase(behind, case, stages)


def audit_rounded(
    releases: Sequence[Release], demand: Demand, least: Mapping[Cell, int] | None = None
) -> tuple[Weakness, ...]:
    """As `audit`, of the rounded tables alone: exact ones beside them are only what they are held against."""
    stages = find_stages(measure for release in reversed(releases) for table in release for measure in table.measures)
    found = {
        each for case in rounded_cases(releases[-1], stages, demand, least or {}) for each in examine_rounded(case)
    }
    together = together_cases(releases[-1], stages, demand, least or {})
    found |= {each for case in together for each in examine_together(case)}
    found.update(find_rounding_faults(releases, stages, demand))
    return tuple(sorted(found, key=weakness_order))


def _as_published(weakness: Weakness, stages: Stages) -> Weakness:
    given = tuple(stages.unfold(cell) for cell in weakness.explained_by)
    return replace(weakness, cell=stages.unfold(weakness.cell), explained_by=given)


def examine(case: AuditCase) -> Found:
    """One measure, or a district's rounded columns: they know nothing of others and may be examined beside them.

    The plain rules first, then the attacks; an attack adds only cells that no narrower one gave.
    """
    if isinstance(case, RoundedCase):
        return examine_rounded(case)
    if isinstance(case, TogetherCase):
        return examine_together(case)
    if isinstance(case, PastCase):
        return examine_past(case)
    if isinstance(case, JointCase):
        return examine_joint(case)
    sums = Sums(case.axes, case.overlaps)
    found = [*find_wrong_sums(case, sums), *find_conflicts(case), *find_marks(case)]
    if case.measure.is_count:
        found += [*find_small(case), *find_revisions(case)]
    else:
        found += find_money(case)
    for attack in (find_in_release, find_by_history, find_by_stories):
        known = {weakness.cell for weakness in found}
        found += [weakness for weakness in attack(case, sums) if weakness.cell not in known]
    return [*found, *find_crossed(case)]
