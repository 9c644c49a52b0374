"""What is wrong with a danger: the rules of numbers and of words that wait for somebody."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.chapters import CHAPTERS_WORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

DANGER_UNNUMBERED = Rule(
    "danger-unnumbered",
    Severity.ERROR,
    CHAPTERS_WORDS,
    4,
    title="一种危险没有能印出来的号码",
    cause="别的号码要核实以后才显示。一种危险至少要有一个不用核实的号码（110、119、120、12345、12356），否则着急的人一个号码也看不到。",
    mending="在这一种危险里加上合适的号码，或者先核实写着的号码。",
)


def danger_unnumbered(place: Location, key: str, name: str) -> Problem:
    """A kind of danger for which no number may be printed on any day."""
    return Problem(
        DANGER_UNNUMBERED,
        place,
        f"“{name}”没有一个现在就能印出来的号码。",
        "在 first、second 或 more 里加上 110、119、120、12345、12356 中合适的一个，或者先核实写着的号码。",
        key,
    )


DANGER_UNCONFIRMED = Rule(
    "danger-unconfirmed",
    Severity.ADVICE,
    CHAPTERS_WORDS,
    5,
    title="危险的说法还不能显示",
    cause="正式网站上，没有出处、没有核实、没有专业岗位审过，或者查看日期超过六个月的话不显示，只显示不用核实的号码。示范网站不受影响。",
    mending="打通号码，请专业岗位审过，把引擎自带的那一行抄到自己的文件里，填上日期和岗位，已核实填“是”。每半年再看一次。",
)


def dangers_unconfirmed(folder: str, lines: str, hidden: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Problem:
    """`hidden` are names of dangers with what they all lack; `folder` keeps dangers, `lines` help lines."""
    described = "；".join(f"{''.join(f'“{each}”' for each in names)}（{'，'.join(lacks)}）" for names, lacks in hidden)
    return Problem(
        DANGER_UNCONFIRMED,
        Location(folder),
        f"{sum(len(names) for names, _ in hidden)} 种危险写好的话现在不显示，只显示不用核实的号码：{described}。",
        f"打通号码、请专业岗位审过以后，把引擎自带的这几行抄到 {folder}/ 自己的文件里，"
        f"填上日期、岗位和“是”；号码同样抄到 {lines}/。",
    )


RULES = (DANGER_UNNUMBERED, DANGER_UNCONFIRMED)
