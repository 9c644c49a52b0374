"""What a cell of the board says."""

from __future__ import annotations

import pytest

from generator.features.gaps.gap_sentences import explain, headline, legend
from generator.features.gaps.shortfalls import Gap, GapStanding, Offered
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown


def given(value: int) -> Shown:
    return Shown(value, FigureState.GIVEN)


@pytest.mark.parametrize(
    ("need", "offered", "short", "long"),
    [
        (given(1200), Offered(3, 40, 0, 2), "还缺 1,160", "需求 1,200 人次，可帮 3 项，名额 40；全市另有 2 项"),
        (given(9), Offered(2, 0, 2, 0), "算不出", "需求 9 人次，可帮 2 项，2 项没有写名额"),
        (given(9), Offered(2, 30, 1, 0), "名额够", "需求 9 人次，可帮 2 项，名额 30，1 项没有写名额"),
        (given(9), Offered(0, 0, 0, 0), "没有资源", "需求 9 人次，本地没有资源"),
        (given(9), Offered(0, 0, 0, 1), "本地没有资源", "需求 9 人次，本地没有资源；全市另有 1 项"),
        (given(0), Offered(1, 5, 0, 0), "没有登记需求", "没有登记需求，可帮 1 项，名额 5"),
        (
            Shown(25, FigureState.GIVEN, 4),
            Offered(1, 5, 0, 0),
            "算不出",
            "需求 约 25（21 至 29） 人次，可帮 1 项，名额 5",
        ),
        (Shown(0, FigureState.GIVEN, 4), Offered(0, 0, 0, 0), "没有资源", "需求 0–4 人次，本地没有资源"),
        (FIGURE_WITHHELD, Offered(1, 5, 0, 0), "＊", "需求人次较少，不公布，可帮 1 项，名额 5"),
        (ABSENT, Offered(1, 5, 0, 0), "没有台账", "没有台账，不知道需求，可帮 1 项，名额 5"),
    ],
)
def test_need_and_supply_are_said_in_words(need: Shown, offered: Offered, short: str, long: str) -> None:
    found = Gap("120103", "medical", need, offered)
    assert (headline(found), explain(found)) == (short, long)


def test_every_standing_is_explained_and_looks_like_no_other() -> None:
    words = [word for word, _ in legend().values()]
    assert set(legend()) == set(GapStanding)
    assert len(set(words)) == len(words)
