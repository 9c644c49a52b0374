"""What is wrong with a danger: the rules of numbers and of words that wait for somebody."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_WORDS
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
DANGER_UNCONFIRMED = Rule(
    "danger-unconfirmed",
    Severity.ADVICE,
    CHAPTERS_WORDS,
    5,
    title="危险的说法还不能显示",
    cause="正式网站上，没有出处、没有核实、没有专业岗位审过，或者查看日期超过六个月的话不显示，只显示不用核实的号码。示范网站不受影响。",
    mending="打通号码，请专业岗位审过，把引擎自带的那一行抄到自己的文件里，填上日期和岗位，已核实填“是”。每半年再看一次。",
)
RULES = (DANGER_UNNUMBERED, DANGER_UNCONFIRMED)
