"""The cube becomes the few figures and sentences at the top of a page, for somebody who reads no chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.features.statistics.addresses import GROUPS, PLACES, STAGES, WAITING
from generator.features.statistics.chart_views import HELPED, YUAN, Place, page_place
from generator.features.statistics.cube import Cube
from generator.features.statistics.rates import average, median_band, out_of_hundred
from generator.features.statistics.written_periods import period_title
from generator.model.figure import FigureState, Shown
from generator.render.charts.chart_in_words import WORDS_MARK, WORDS_WITHHELD_WORDS, figure_text
from generator.render.displayed_values import number

_TEN_THOUSAND = 10_000


class Glance(NamedTuple):
    """A big number; `reason` says why it is a star, where it is one."""

    label: str
    text: str
    reason: str


def glances(cube: Cube, topic: str, key: str) -> tuple[Glance, ...]:
    """The big numbers of a page."""
    place = page_place(cube, topic, key)
    return tuple(each for each in _glances(cube, place) if each.text)


def _glances(cube: Cube, place: Place) -> Iterator[Glance]:
    if "group" in place:
        helped, yuan = (cube.ask(GROUPS, measure, **place) for measure in (HELPED, YUAN))
    else:
        asked, helped = (cube.ask(STAGES, measure, **place) for measure in ("asked", HELPED))
        yuan = cube.ask(PLACES, YUAN, **place)
        yield _glance("提出求助", asked, "户")
        yield _glance("每 100 户求助，得到帮扶的", out_of_hundred(helped, asked), "户")
    yield _glance("得到帮扶", helped, "户")
    yield _money("帮扶金额", yuan)
    yield _glance("平均每户", average(yuan, helped), "元")
    if "group" not in place and "category" not in place:
        yield _median(cube, place)


def lead(cube: Cube, topic: str, key: str) -> str:
    """What the page is about, in a sentence."""
    place = page_place(cube, topic, key)
    if topic == "statistics-trends":
        return "全市每个月、每半年有多少户提出求助、多少户得到帮扶。"
    where = cube.codes(STAGES, "division").get(place.get("division", ""), "全市")
    what = cube.codes(STAGES, "category").get(place.get("category", ""), "")
    who = cube.codes(GROUPS, "group").get(place.get("group", ""), "")
    about = f"{where}{f'“{what}”' if what else ''}{f'“{who}”' if who else ''}"
    return f"{period_title(place['period'])}，{about}有多少户找过我们、走到哪一步、得到了什么帮助。"


def _glance(label: str, figure: Shown, unit: str) -> Glance:
    if figure.state is FigureState.ABSENT:
        return Glance(label, "", "")
    text = f"{figure_text(figure)} {unit}" if figure.value is not None else WORDS_MARK
    return Glance(label, text, WORDS_WITHHELD_WORDS if figure.state is FigureState.WITHHELD else "")


def _money(label: str, figure: Shown) -> Glance:
    if figure.value is None or figure.value < _TEN_THOUSAND:
        return _glance(label, figure, "元")
    return Glance(label, f"{number(round(figure.value / _TEN_THOUSAND))} 万元", "")


def _median(cube: Cube, place: Place) -> Glance:
    """The band in which the middle household waited: a median that tells of nobody how long he waited."""
    codes = cube.codes(WAITING, "waiting")
    counts = [cube.ask(WAITING, HELPED, **{**place, "waiting": code}) for code in codes]
    total = cube.ask(WAITING, HELPED, **place)
    if total.state is FigureState.ABSENT:
        return Glance("", "", "")
    at = median_band(counts, total)
    label = "一半的户等待的天数不超过这一档（中位数）"
    return (
        Glance(label, WORDS_MARK, WORDS_WITHHELD_WORDS) if at is None else Glance(label, list(codes.values())[at], "")
    )
