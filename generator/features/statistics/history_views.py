"""The ledger and the successions of codes become the page of what was published when, what replaced it, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple

from generator.features.statistics.addresses import STATISTICS_HOME, STATISTICS_METHOD
from generator.features.statistics.layouts import find_layouts
from generator.features.statistics.ledger import EditionKind, LedgerEntry, read_ledger
from generator.features.statistics.periods import is_period
from generator.features.statistics.successions import Succession, read_successions
from generator.features.statistics.written_periods import period_title
from generator.model.catalogue import Catalogue
from generator.model.page import Link
from generator.model.source import Source
from generator.render.displayed_values import chinese_date

_NAMED = 4
_OR_BEFORE = "或以前"
_FIRST, _ANEW = "第一次公布", "更正，换掉以前的一版"
_OTHER_KINDS = {
    EditionKind.SEEN: "在提交里露过面，没有公布",
    EditionKind.ERASED: "依法删去",
    EditionKind.TOLD: "已经说出去、收不回来的",
}


class EditionLine(NamedTuple):
    """What happened to a table on a day."""

    day: str
    table: str
    files: str
    what: str
    reason: str


class SuccessionLine(NamedTuple):
    """Codes that became another one, by their names."""

    day: str
    column: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatisticsHistoryContext:
    """What the page of editions and corrections may name."""

    editions: tuple[EditionLine, ...]
    successions: tuple[SuccessionLine, ...]
    beyond_recall: int
    """Figures that were told too well and cannot be taken back."""
    method: Link
    home: Link


def history_context(source: Source, _key: str) -> StatisticsHistoryContext:
    """Everything that was ever published, the newest first."""
    entries = tuple(each for each in read_ledger(source.catalogue) or () if _is_public(source.catalogue, each))
    return StatisticsHistoryContext(
        editions=tuple(reversed(tuple(_editions(source.catalogue, entries)))),
        successions=tuple(_successions(source.catalogue)),
        beyond_recall=sum(each.kind is EditionKind.TOLD for each in entries),
        method=Link("这些数是怎么保护的", STATISTICS_METHOD),
        home=Link("帮扶统计", STATISTICS_HOME),
    )


def _is_public(catalogue: Catalogue, entry: LedgerEntry) -> bool:
    """Whether readers of the site ever see the table."""
    dataset = catalogue.datasets.get(entry.table)
    return dataset is not None and dataset.is_published


def _editions(catalogue: Catalogue, entries: Sequence[LedgerEntry]) -> Iterator[EditionLine]:
    """Files of a table that were published on one day for one reason are one line."""
    seen: set[tuple[str, str]] = set()
    lines: list[tuple[EditionLine, str]] = []
    for entry in entries:
        home = entry.table, entry.file
        plain = _ANEW if home in seen else _FIRST
        seen.add(home)
        what = _OTHER_KINDS.get(entry.kind, plain)
        title = catalogue.datasets[entry.table].title
        day = f"{chinese_date(entry.day)}{_OR_BEFORE if entry.is_late else ''}"
        lines.append((EditionLine(day, title, "", what, entry.reason), entry.file))
    for line, found in groupby(lines, lambda each: each[0]):
        yield line._replace(files=_name_files([file for _, file in found if file]))


def _name_files(files: Sequence[str]) -> str:
    stems = list(dict.fromkeys(PurePosixPath(file).with_suffix("").as_posix() for file in files))
    named = [period_title(stem) if is_period(stem) else stem for stem in stems]
    return "、".join(named) if len(named) <= _NAMED else f"{len(named)} 份文件"


def _successions(catalogue: Catalogue) -> Iterator[SuccessionLine]:
    """Old codes of one new one together."""
    titles: dict[str, str] = {}
    names: dict[str, dict[str, str]] = {}
    for layout in find_layouts(catalogue):
        for column, axis in layout.columns.items():
            titles.setdefault(column, layout.titles[column])
            names.setdefault(column, {}).update(axis.titles if axis else {})

    def together(each: Succession) -> tuple[str, str, str]:
        return each.since.isoformat(), each.column, each.new

    for (_, column, new), found in groupby(sorted(read_successions(catalogue), key=together), together):
        steps = sorted(found, key=lambda each: each.old)
        old = "、".join(_old_name(each, names.get(column, {})) for each in steps)
        yield SuccessionLine(
            chinese_date(steps[0].since),
            titles.get(column, column),
            old or "（新设）",
            names.get(column, {}).get(new, new) or "（撤销）",
            steps[0].reason,
        )


def _old_name(each: Succession, names: Mapping[str, str]) -> str:
    name = names.get(each.old, each.old_name or each.old)
    return f"{name}（原属{names.get(each.old_above, each.old_above)}）" if each.old_above else name
