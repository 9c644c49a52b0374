"""What the pages of slips may name: nothing of anybody, only what kinds of data may be handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.context import NoNames
from generator.model.source import Source


class SlipKind(NamedTuple):
    """A kind of data that a slip may hand on; sensitive ones need a consent of their own (PIPL arts 28, 29)."""

    name: str
    is_sensitive: bool


SLIP_KINDS = (
    SlipKind("姓名和怎样找到我", False),
    SlipKind("住在哪个街道（镇、乡）", False),
    SlipKind("家里有什么难处", False),
    SlipKind("办过哪些政府救助", False),
    SlipKind("收入和花费", True),
    SlipKind("病情、残疾情况", True),
    SlipKind("身份证件、银行卡的复印件", True),
    SlipKind("孩子（不满十四周岁）的情况", True),
)


@dataclass(frozen=True, slots=True)
class SlipContext:
    """What a slip offers to tick."""

    kinds: tuple[SlipKind, ...]


def slip_context(_source: Source, _key: str) -> SlipContext:
    """The kinds of data, sensitive ones marked."""
    return SlipContext(SLIP_KINDS)


def unnamed_context(_source: Source, _key: str) -> NoNames:
    """What somebody saw is written by hand, and to choose a slip takes no names either."""
    return NoNames()
