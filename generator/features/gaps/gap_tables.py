"""Gaps to the tables that people take away: exactly what each page shows."""

from __future__ import annotations

from generator.base.csv_writing import published_csv
from generator.features.gaps.board_views import NeedFigure, needs_of
from generator.features.gaps.cell_views import gaps_of
from generator.features.gaps.gap_sentences import GAPS_WITHHELD_WORDS, explain, headline
from generator.features.gaps.shortfalls import Gap
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.figure import FigureState, Shown
from generator.model.page import Download
from generator.model.source import Source

GAP_COLUMNS = ("期间", "地区代码", "地区", "帮扶类别", "需求（人次）", "需求说明", "可申请的资源（项）")
PLACE_COLUMNS = ("本期名额", "没有写名额的（项）", "全市另有（项）", "还缺", "结论", "说明")
NEED_COLUMNS = ("期间", "地区代码", "地区", "帮扶类别", "帮扶对象", "需求（人次）", "说明")
ABSENT_WORDS = "没有这一期的需求台账"


def gaps_csv(source: Source, download: Download) -> str:
    """One row a cell of a board: all of it, one category, or one place."""
    period, gaps = gaps_of(source, download.key)
    return published_csv((*GAP_COLUMNS, *PLACE_COLUMNS), (_gap_row(source.catalogue, period, each) for each in gaps))


def needs_csv(source: Source, download: Download) -> str:
    """What the ledgers of one district tell, by category and by group, and about those of the places in it."""
    return published_csv(NEED_COLUMNS, (_need_row(source.catalogue, each) for each in needs_of(source, download.key)))


def _need_row(catalogue: Catalogue, need: NeedFigure) -> tuple[object, ...]:
    names = (_total(catalogue, "category", need.category), _total(catalogue, "group", need.group))
    return (need.period, need.place, _title(catalogue, "place", need.place), *names, *_figure(need.shown))


def _gap_row(catalogue: Catalogue, period: str, gap: Gap) -> tuple[object, ...]:
    offered = gap.offered
    return (
        *(period, gap.place, _title(catalogue, "place", gap.place), _title(catalogue, "category", gap.category)),
        *(*_figure(gap.need), offered.entries, offered.places, offered.uncounted, offered.wider),
        *("" if gap.shortfall is None else gap.shortfall, headline(gap), explain(gap)),
    )


def _figure(shown: Shown) -> tuple[object, str]:
    if shown.value is not None:
        low, high = shown.ends
        return shown.value, f"约数，实际在 {low} 到 {high} 之间" if shown.off else ""
    return "", GAPS_WITHHELD_WORDS if shown.state is FigureState.WITHHELD else ABSENT_WORDS


def _title(catalogue: Catalogue, role: str, key: str) -> str:
    return record_title(catalogue, catalogue.with_role(role)[key])


def _total(catalogue: Catalogue, role: str, key: str) -> str:
    return _title(catalogue, role, key) if key else "合计"
