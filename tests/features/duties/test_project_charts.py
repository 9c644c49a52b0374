"""The money of a project, as its page draws it."""

from __future__ import annotations

import csv
import io

from generator.features.duties.project_charts import money_chart, money_context, money_csv
from generator.model.figure import FigureState
from generator.model.page import Download
from tests.demonstration import demonstration_source

SOURCE = demonstration_source()
PROJECTS = SOURCE.catalogue.records["projects"]


def test_parts_add_up_to_what_was_spent_and_raised() -> None:
    """Counted by hand from data/projects/p2025-007.yaml: 797,600 + 324,200 and 323,300 + 371,500 + 412,100."""
    totals = {each.label: each.text for each in money_context(SOURCE, PROJECTS["p2025-007"]).totals}
    assert totals["累计收入，截至 2025年12月13日"] == "1,121,800 元"
    assert totals["累计支出，截至 2026年3月26日"] == "1,106,900 元"
    assert totals["累计受助人数，各期相加，有人可能算了几次，截至 2026年3月26日"] == "399 人"


def test_the_course_begins_with_nothing_and_is_held_against_the_budget() -> None:
    chart = money_chart(SOURCE.catalogue, PROJECTS["p2025-007"])
    assert chart is not None
    income, spending, budget = chart.series
    assert [each.value for each in income.figures] == [0, 797600, None, 1121800, None, None]
    assert [each.value for each in spending.figures] == [0, None, 323300, None, 694800, 1106900]
    assert (budget.is_guide, budget.figures[0].value, budget.figures[-1].value) == (True, 1650000, 1650000)
    assert chart.places == (0, 77, 83, 165, 172, 268)


def test_the_file_says_what_the_drawing_shows() -> None:
    rows = list(csv.reader(io.StringIO(money_csv(SOURCE, Download("", "project-money", (), "p2025-007"))[1:])))
    assert rows[0] == ["到哪天为止", "收入（元）", "收入说明", "支出（元）", "支出说明", "预算（元）", "预算说明"]
    assert [row[3] for row in rows[1:]] == ["0", "", "323300", "", "694800", "1106900"]


def test_no_project_draws_a_withheld_figure_or_an_empty_chart() -> None:
    charts = [chart for each in PROJECTS.values() if (chart := money_chart(SOURCE.catalogue, each))]
    states = {figure.state for chart in charts for series in chart.series for figure in series.figures}
    assert states == {FigureState.GIVEN, FigureState.ABSENT}
    assert not [chart for chart in charts if len(chart.rows) < 2]
