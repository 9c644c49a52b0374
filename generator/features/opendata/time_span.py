"""The periods that the rows of a table tell of, to the first and the last day they cover."""

from __future__ import annotations

import re
from datetime import date

from generator.base.noted_day import MONTHS_A_YEAR
from generator.model.calendar import ONE_DAY, add_months
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.dataset import Dataset
from generator.model.figure_columns import PERIOD

_PERIODS = re.compile(r"(\d{4})(?:H(?P<half>[12])|-(?P<month>0[1-9]|1[0-2]))?")


def first_and_last(catalogue: Catalogue, dataset: Dataset) -> tuple[date, date] | None:
    """None for tables that know no periods."""
    known = next((each.name for each in dataset.fields if each.format == "period" or each.name == PERIOD), None)
    texts = (text_in(each, known) for each in catalogue.records[dataset.name].values()) if known else ()
    days = [_days(found) for text in {*texts} if (found := _PERIODS.fullmatch(text))]
    return (min(first for first, _ in days), max(last for _, last in days)) if days else None


def _days(found: re.Match[str]) -> tuple[date, date]:
    if found["month"]:
        first, months = int(found["month"]), 1
    else:
        first, months = (7 if found["half"] == "2" else 1), (6 if found["half"] else MONTHS_A_YEAR)
    begin = date(int(found[1]), first, 1)
    return begin, add_months(begin, months) - ONE_DAY
