"""Opening hours as people write them, read by hand, against what the reader makes of them."""

from __future__ import annotations

import pytest

from generator.model.opening_hours import read_hours
from tests.demonstration import demonstration_source

READ = {
    "周一至周五 8:30—17:30，中午有人值班，法定节假日休息": ["MO,TU,WE,TH,FR 08:30-17:30"],
    "周一至周五 8:30—12:00、13:30—17:30，周六上午值班，法定节假日休息": [
        "MO,TU,WE,TH,FR 08:30-12:00",
        "MO,TU,WE,TH,FR 13:30-17:30",
        "SA -",
    ],
    "每周二、周四 9:00—15:30": ["TU,TH 09:00-15:30"],
    "周二、四上午9点—11点半": ["TU,TH 09:00-11:30"],
    "星期一到星期六上午8：30至12：00，下午1:30至5点": [
        "MO,TU,WE,TH,FR,SA 08:30-12:00",
        "MO,TU,WE,TH,FR,SA 13:30-17:00",
    ],
    "下午2:00-5:30，每天": [],
    "每天９:００～２０:００": ["MO,TU,WE,TH,FR,SA,SU 09:00-20:00"],
    "工作日 9:00-17:00；周末 10:00-16:00": ["MO,TU,WE,TH,FR 09:00-17:00", "SA,SU 10:00-16:00"],
    "24小时": ["MO,TU,WE,TH,FR,SA,SU 00:00-24:00"],
    "先打电话约": [],
    "周一至周五 17:30—8:30": [],
    "周日休息": [],
}


@pytest.mark.parametrize(("text", "openings"), READ.items())
def test_what_people_write_is_read(text: str, openings: list[str]) -> None:
    found = read_hours(text).openings
    assert [f"{','.join(each.days)} {each.opens}-{each.closes}" for each in found] == openings


def test_what_is_not_read_stays_words_and_is_told_where_it_speaks_of_times() -> None:
    found = read_hours("周一至周五 8:30—17:30，中午有人值班，农历初一初二休息，第2个周六 9 点开门")
    assert found.notes == ("中午有人值班", "农历初一初二休息", "第2个周六 9 点开门")
    assert found.unread == ("第2个周六 9 点开门",)


def test_every_window_of_the_demonstration_has_hours_that_are_read_whole() -> None:
    windows = demonstration_source().catalogue.with_role("window").values()
    found = [read_hours(str(each.values["hours"])) for each in windows]
    assert len(found) == 271 and all(each.openings and not each.unread for each in found)
