"""What was published of a period to a short statement of its quality, as official statistics have one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.features.statistics.addresses import TABLES, TOWNSHIP_GROUPS, TOWNSHIPS
from generator.features.statistics.layouts import find_layouts
from generator.features.statistics.ledger import EditionKind, LedgerEntry, read_ledger
from generator.features.statistics.successions import read_successions
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.figure_columns import PERIOD, VALUE
from generator.render.displayed_values import chinese_date, number


class QualityLine(NamedTuple):
    """One thing that a reader may want to know of the figures."""

    label: str
    text: str


class _Figures(NamedTuple):
    """What the public tables tell of a period, and in which files."""

    exact: int
    withheld: int
    rounded: int
    off: int
    files: frozenset[tuple[str, str]]


def quality_of(catalogue: Catalogue, period: str) -> tuple[QualityLine, ...]:
    """Nothing of a period of which nothing was published."""
    figures = _figures_by_period(catalogue).get(period)
    return tuple(_lines(catalogue, period, figures)) if figures else ()


def _lines(catalogue: Catalogue, period: str, figures: _Figures) -> Iterator[QualityLine]:
    yield QualityLine("数的是什么", "来求助、登记了的户；没有来登记的，不在里面。")
    exact = f"{number(figures.exact)} 个照实公布" if figures.exact else ""
    rounded = (
        f"{number(figures.rounded)} 个是街道（镇、乡）的约数，每个最多差 {figures.off} 户" if figures.rounded else ""
    )
    gaps = (
        f"{number(figures.withheld)} 个不公布（{figures.withheld / sum(figures[:3]):.0%}），不是 0"
        if figures.withheld
        else ""
    )
    yield QualityLine("准不准", "；".join(filter(None, (exact, rounded, gaps))) + "。")
    if editions := _editions(catalogue, figures):
        yield QualityLine("哪天公布", _published(editions))
        yield QualityLine("改过没有", _revised(editions))
    changed = sorted({each.since for each in read_successions(catalogue) if each.since.isoformat()[:4] == period[:4]})
    if changed:
        yield QualityLine("和以前能不能比", f"{chinese_date(changed[0])}起有合并、拆分或者改名，比的时候要对照沿革。")


def _editions(catalogue: Catalogue, figures: _Figures) -> tuple[LedgerEntry, ...]:
    entries = (each for each in read_ledger(catalogue) or () if each.kind is EditionKind.PUBLISHED)
    return tuple(
        sorted((each for each in entries if (each.table, each.file) in figures.files), key=lambda each: each.day)
    )


def _published(editions: tuple[LedgerEntry, ...]) -> str:
    first = chinese_date(editions[0].day)
    last = chinese_date(editions[-1].day)
    return f"{first}。" if first == last else f"最早 {first}，最近一版 {last}。"


def _revised(editions: tuple[LedgerEntry, ...]) -> str:
    seen: set[tuple[str, str]] = set()
    anew: list[LedgerEntry] = []
    for each in editions:
        if (each.table, each.file) in seen:
            anew.append(each)
        seen.add((each.table, each.file))
    if not anew:
        return "没有。"
    why = next((each.reason for each in reversed(anew) if each.reason), "")
    return f"换过 {len(anew)} 次" + (f"；最近一次：{why.rstrip('。')}。" if why else "。")


@once_a_subject
def _figures_by_period(catalogue: Catalogue) -> Mapping[str, _Figures]:
    """By period, over all tables that readers are shown."""
    counts: Counter[tuple[str, str]] = Counter()
    files: dict[str, set[tuple[str, str]]] = {}
    off = 0
    for layout in find_layouts(catalogue):
        dataset = catalogue.datasets[layout.name]
        if catalogue.role_of(layout.name) not in (*TABLES, TOWNSHIPS, TOWNSHIP_GROUPS):
            continue
        kind = "rounded" if layout.rounding else "exact"
        off = max(off, layout.rounding.base - 1 if layout.rounding else 0)
        folder = f"{dataset.records_folder}/"
        for record in catalogue.records[layout.name].values():
            period = text_in(record, PERIOD)
            counts[period, "withheld" if record.values[VALUE] is None else kind] += 1
            files.setdefault(period, set()).add((layout.name, record.origin.file.removeprefix(folder)))
    return {
        period: _Figures(
            counts[period, "exact"], counts[period, "withheld"], counts[period, "rounded"], off, frozenset(named)
        )
        for period, named in files.items()
    }
