"""An organisation's obligations and records become its transparency profile: counts first, shares only where fair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.features.duties.obligations import Obligation, Status
from generator.model.calendar import ONE_DAY, add_months, chinese_date
from generator.model.dataset import Dataset
from generator.model.record import Record

_MONTHS = 12
FEWEST = 4
"""Below this many counted obligations no percentage is given: one late paper of two would read as 50 %."""

DUTIES_METHOD = (
    "按时率：最近十二个月内到期的公开事项中，按时公开的占多少，小数舍去；只数有法律或者文件依据、条文已经核对的事项，"
    f"不适用的、还没到期的不数。到期不足 {FEWEST} 项的只列项数，不算比例，免得小组织因为一项就显得很差；"
    "有的事项本站没有记录、也还没有到别处查过的，只列项数，同样不算比例。",
    "完整度：下列可填可不填、公众用得着而不花钱的栏目填了多少；没有网站和公众号不算缺。",
    "两个数都不用来排名次；每一项的依据、起算日和到期日都可以在页面上查到。",
)
"""How both measures are computed, in the words of the method page."""

_COUNTED = (Status.MET, Status.MET_LATE, Status.OVERDUE, Status.NO_RECORD)


@dataclass(frozen=True, slots=True)
class Timeliness:
    """Of the obligations that fell due between `first` and `last`: met on time, met late, not met, not known."""

    first: date
    last: date
    on_time: int
    late: int
    missing: int
    unknown: int = 0
    """Of which the site has no record and nobody has looked elsewhere: no share can be told."""

    @property
    def counted(self) -> int:
        """How many fell due."""
        return self.on_time + self.late + self.missing + self.unknown

    @property
    def percent(self) -> int | None:
        """The share met on time, rounded down; None where there are too few, or of some nobody knows."""
        return self.on_time * 100 // self.counted if self.counted >= FEWEST and not self.unknown else None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the optional fields are filled in, and the titles of those that are not."""

    filled: int
    total: int
    missing: tuple[str, ...]


def measure_timeliness(obligations: Iterable[Obligation], as_of: date) -> Timeliness:
    """The last twelve months, by due date. Only what the law or a policy asks and somebody has verified is counted."""
    return timeliness_between(obligations, add_months(as_of, -_MONTHS), as_of - ONE_DAY)


def timeliness_between(obligations: Iterable[Obligation], first: date, last: date) -> Timeliness:
    """The same for what fell due from one day to another."""
    found = [one.status for one in obligations if one.due and first <= one.due <= last and _counts(one)]
    return Timeliness(first, last, *(sum(status is wanted for status in found) for wanted in _COUNTED))


def measure_completeness(dataset: Dataset, records: Sequence[Record]) -> Completeness:
    """Filled fields of all records together, of those that the declaration says are worth filling in."""
    columns, looked_at = dataset.columns, dataset.directory.completeness
    missing = [name for record in records for name in looked_at if record.values.get(name) in (None, "", ())]
    titles = tuple(columns[name].title for name in dict.fromkeys(missing))
    total = len(looked_at) * len(records)
    return Completeness(total - len(missing), total, titles)


def explain_timeliness(measured: Timeliness) -> str:
    """The measure in one sentence, with its inputs; no ranking, and no percentage of very few."""
    span = f"{chinese_date(measured.first)}至{chinese_date(measured.last)}"
    if not measured.counted:
        return f"{span}，没有到期的公开事项。"
    parts = f"按时 {measured.on_time} 项，迟 {measured.late} 项，逾期未公开 {measured.missing} 项"
    unknown = f"，本站无记录 {measured.unknown} 项" if measured.unknown else ""
    described = f"{span}，到期 {measured.counted} 项：{parts}{unknown}"
    if measured.unknown and measured.counted >= FEWEST:
        return f"{described}。本站无记录的可能已经在别处公开，不计算比例。"
    if measured.percent is None:
        return f"{described}。项数少于 {FEWEST}，不计算比例。"
    return f"{described}；按时率 {measured.percent}%。"


def explain_completeness(measured: Completeness) -> str:
    """The measure in one sentence; what is missing is named so that it can be filled in."""
    described = f"可填可不填的 {measured.total} 栏填了 {measured.filled} 栏"
    return f"{described}；没填的有：{'、'.join(measured.missing)}。" if measured.missing else f"{described}。"


def _counts(obligation: Obligation) -> bool:
    return obligation.status in _COUNTED and obligation.rule.source.nature != "house"
