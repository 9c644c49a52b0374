"""Declared successions: rows that lead nowhere, codes that begin or end without a word, and what readers are shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build.pipeline import open_project, read_catalogue
from generator.features.statistics.chart_views import make_chart
from generator.features.statistics.cube import Cube
from generator.features.statistics.layouts import find_layouts
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.raw import read_raw
from generator.features.statistics.raw_totals import add_up_raw, find_untimely
from generator.features.statistics.succession_check import find_succession_problems
from generator.model.catalogue import Catalogue
from generator.model.figure import FigureState
from generator.model.project import Project
from generator.read.grids import decode_grid
from generator.verbs.protect import ProtectRequest, protect_sheet
from tests.builders import locate
from tests.cli.instances import HOUSE, make_instance

HEAD = "period,division,waiting,measure,value,obs_status,conf_status\n"
KEY = HOUSE / "bench/demonstration_key.txt"
BANDS = ("within-7", "within-15", "within-30", "over-30")
OLD = ("days-1-3", "days-4-7", *BANDS[1:])
GOOD = (
    "one,waiting,days-1-3,3天以内,within-7,2026-01-01,示例",
    "two,waiting,days-4-7,4—7天,within-7,2026-01-01,示例",
)


def instance(root: Path, *successions: str, **years: str) -> tuple[Project, Catalogue]:
    if not (root / "mkdocs.yml").exists():
        make_instance(root)
    full = (row if row.count(",") > 6 else f"{row}," for row in successions)
    rows = ["id,column,old,old_name,new,since,reason,old_above", *full, ""]
    (root / "data/statistics/code_successions/all.csv").write_text("\n".join(rows), "utf-8")
    for year, text in years.items():
        (root / f"data/statistics/aid_waiting/{year[1:]}.csv").write_text(text, "utf-8")
    project, _ = open_project(root, date(2026, 11, 30), None)
    return project, read_catalogue(project, lambda _: None).catalogue


def year(period: str, bands: tuple[str, ...], *counts: int | None) -> str:
    rows = [
        f"{period},120101,{band},helped,{'' if count is None else count},{'Q,C' if count is None else 'A,F'}"
        for band, count in zip((*bands, "_T"), counts, strict=True)
    ]
    return HEAD + "\n".join(rows) + "\n"


BEFORE, SINCE = year("2025H1", OLD, 20, 21, 9, 8, 7, 65), year("2026H1", BANDS, 40, 9, 8, 7, 64)


def found(root: Path, *successions: str, **years: str) -> list[tuple[str, str]]:
    problems = find_succession_problems(instance(root, *successions, **years)[1], locate)
    return [(each.rule.code, each.message) for each in problems]


def test_bands_merged_with_a_word_are_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, *GOOD, y2025=BEFORE, y2026=SINCE) == []


def test_an_old_code_without_a_name_is_called_by_itself(tmp_path: Path) -> None:
    _, catalogue = instance(tmp_path, GOOD[0].replace("3天以内", ""), GOOD[1])
    (axis,) = (each.columns["waiting"] for each in find_layouts(catalogue) if each.name == "aid_waiting")
    assert axis is not None
    assert (axis.titles["days-1-3"], axis.titles["days-4-7"]) == ("days-1-3", "4—7天")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("thr,waiting,days-9,,within-9,2026-01-01,示例", "没有 within-9 这个代码"),
        ("thr,waiting,within-7,,within-7,2026-01-01,示例", "是同一个"),
        ("thr,waiting,,,,2026-01-01,示例", "都没有写"),
        ("thr,waiting,days-9,,within-30,2026-05-01,示例", "不是从一个年度的 1 月 1 日起"),
    ],
)
def test_a_row_that_leads_nowhere(tmp_path: Path, row: str, said: str) -> None:
    ((code, message),) = found(tmp_path, row)
    assert code == "succession"
    assert said in message


def test_an_old_code_in_a_later_period(tmp_path: Path) -> None:
    later = year("2026H1", OLD, 20, 21, 9, 8, 7, 65)
    assert [code for code, _ in found(tmp_path, *GOOD, y2026=later)] == ["succession", "succession"]


def test_codes_that_begin_or_end_without_a_word(tmp_path: Path) -> None:
    fewer = year("2026H1", BANDS[:3], 40, 9, 8, 57)
    (told,) = found(tmp_path, *GOOD, y2025=BEFORE, y2026=fewer)
    assert told[0] == "code-unexplained"
    assert "over-30" in told[1]


def test_readers_are_shown_the_sum_of_what_a_merged_code_was(tmp_path: Path) -> None:
    _, catalogue = instance(tmp_path, *GOOD, y2025=BEFORE, y2024=year("2024H1", OLD, 20, None, 9, 8, None, 65))
    cube, place = Cube(catalogue), {"division": "120101", "waiting": "within-7"}
    assert cube.ask("waiting_statistic", "helped", period="2025H1", **place).value == 41
    assert cube.ask("waiting_statistic", "helped", period="2024H1", **place).state is FigureState.WITHHELD
    assert cube.ask("waiting_statistic", "helped", period="2023H1", **place).state is FigureState.ABSENT
    assert set(cube.codes("waiting_statistic", "waiting")) == set(BANDS)


def protect(root: Path, tmp_path: Path, *rows: str) -> tuple[str, list[str]]:
    raw = tmp_path / "raw.csv"
    raw.write_text("\n".join(["period,division,waiting,helped", *rows, ""]), "utf-8")
    project, catalogue = instance(root, *GOOD)
    made = protect_sheet(project, catalogue, ProtectRequest(raw, "aid_waiting", Policy(), (), KEY))
    return made.text, [each.message for each in made.problems]


def test_a_period_is_made_by_the_codes_of_its_time(tmp_path: Path) -> None:
    text, problems = protect(tmp_path / "site", tmp_path, "2025H1,120101,days-1-3,400", "2025H1,120101,4—7天,300")
    assert not problems
    bands = {line.split(",")[2] for line in text.splitlines()[1:]}
    assert bands == {*OLD, "_T"}


def test_a_code_of_another_time_is_refused_and_so_is_a_sheet_across_the_change(tmp_path: Path) -> None:
    _, late = protect(tmp_path / "one", tmp_path, "2026H1,120101,days-1-3,400")
    assert "已经不用了" in late[0]
    _, across = protect(tmp_path / "two", tmp_path, "2025H2,120101,days-1-3,400", "2026H1,120101,within-7,300")
    assert "跨了" in across[0]


MOVE = "three,division,120101901,示例甲街道,120102001,2027-01-01,示例,120101"
"""To another district."""


@pytest.mark.parametrize(("period", "division", "district"), [("2026-03", "120101901", 0), ("2027-03", "120102001", 1)])
def test_a_township_that_moved_counts_in_the_district_where_it_was(
    tmp_path: Path, period: str, division: str, district: int
) -> None:
    """Forty households there, and thirty in another township of each of both districts."""
    _, catalogue = instance(tmp_path / "root", MOVE)
    layout = next(each for each in find_layouts(catalogue) if each.name == "aid_waiting")
    places = {division: 40, "120101002": 30, "120102002": 30}
    lines = [f"{period},{place},within-7,{count},{count}\n" for place, count in places.items()]
    text = "period,division,waiting,helped,helped_households\n" + "".join(lines)
    grid, _ = decode_grid(text.encode(), "raw.csv")
    assert grid is not None
    raw = read_raw(grid, layout)
    assert raw.problems == () and not list(find_untimely("raw.csv", layout, raw))
    figures = add_up_raw(layout, raw, "*.csv")[0].figures
    half = f"{period[:4]}H1"
    totals = [figures["helped", (half, place, "_T")].value for place in ("120101", "120102")]
    assert totals == ([70, 30], [30, 70])[district]


def test_where_a_code_was_before_is_a_code_as_well(tmp_path: Path) -> None:
    assert found(tmp_path / "good", MOVE) == []
    ((rule, message),) = found(tmp_path / "bad", f"{MOVE[:-6]}999999")
    assert rule == "succession" and "999999" in message


def test_a_series_of_a_district_that_was_made_of_other_townships_says_since_when(tmp_path: Path) -> None:
    rows = "".join(f"2026H1,{place},_T,asked,40,A,F\n" for place in ("120101", "120102", "120103"))
    make_instance(tmp_path / "root")
    file = tmp_path / "root/data/statistics/aid_stages/2026H1.csv"
    file.write_text(f"period,division,category,measure,value,obs_status,conf_status\n{rows}", "utf-8")
    cube = Cube(instance(tmp_path / "root", MOVE)[1])
    notes = [
        make_chart(cube, "statistics-district", place, "halves", {}).note for place in ("120101", "120102", "120103")
    ]
    assert [note[:6] for note in notes] == ["2027 年", "2027 年", ""]
