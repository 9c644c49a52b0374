"""What is wrong with a saying: the rules of ordinary words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.chapters import CHAPTERS_WORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SAYING_AIMLESS = Rule(
    "saying-aimless",
    Severity.ERROR,
    CHAPTERS_WORDS,
    1,
    title="说法没有写指向什么",
    cause="一种说法要指向难处、对象、危险、地方、说的是谁或者同义词中的至少一样，否则听到了也没有用。",
    mending="在这一行写上指向的编号；不知道指向什么的，删去这一行。",
)


def saying_aimless(place: Location, saying: str) -> Problem:
    """Nothing says what it means."""
    return Problem(
        SAYING_AIMLESS,
        place,
        "这种说法没有写指向什么，听到了也不知道是什么意思。",
        "难处、对象、危险、地方、说的是谁、同义词，至少写一样。",
        saying,
    )


SAYING_TWO_DANGERS = Rule(
    "saying-two-dangers",
    Severity.ERROR,
    CHAPTERS_WORDS,
    2,
    title="一种说法听得出两种危险",
    cause="一句话里听出几种危险时，最要紧的先显示。长的说法里含着另一种更要紧的危险的说法，它自己写的危险就永远显示不出来。",
    mending="两处写成同一种危险；不该听出那一种的，在短的说法的 unless 里写上长的。",
)


def saying_of_two_dangers(place: Location, saying: str, other: str) -> Problem:
    """`other` is a saying heard inside this one; it stands for a more urgent danger."""
    return Problem(
        SAYING_TWO_DANGERS,
        place,
        f"这种说法里有“{other}”，那是另一种危险，而且先显示；这里写的危险永远显示不出来。",
        f"两处写成同一种危险，或者在“{other}”的 unless 里写上这种说法。",
        saying,
    )


SAYING_IN_NAME = Rule(
    "saying-in-name",
    Severity.WARNING,
    CHAPTERS_WORDS,
    3,
    title="说法碰上了地方或组织的名称",
    cause="查一个街道、一家组织的人，不该看到报警的卡片，也不该被当成遇到了难处。说法是名称的一部分，或者里面有整个名称，就会这样。",
    mending="把说法写长一些；或者在 unless 里写上这个名称；说的就是这个地方的，在 places 里写区划代码。",
)


def saying_in_name(place: Location, saying: str, name: str) -> Problem:
    """Who searches for a place or a body of that `name` would be taken for somebody in need."""
    return Problem(
        SAYING_IN_NAME,
        place,
        f"这种说法碰上了地方或组织的名称“{name}”：查这个名称的人会被当成遇到了难处。",
        "把说法写长一些，或者在 unless 里写上这个名称；说的就是这个地方的，在 places 里写它的区划代码。",
        saying,
    )


SAYING_GROUPLESS = Rule(
    "saying-groupless",
    Severity.ERROR,
    CHAPTERS_WORDS,
    6,
    title="说法里的词组没有这个名字",
    cause="说法里一个名字后面加一个点，就是词组里的哪个词都行。词组里没有这个名字，这种说法永远听不到。",
    mending="照词组里的名字改正；还没有这一组的，先在词组里加上。",
)


def saying_groupless(place: Location, saying: str, name: str) -> Problem:
    """No group of words is called `name`."""
    return Problem(
        SAYING_GROUPLESS,
        place,
        f"这种说法里写着词组“{name}”，没有这一组词，永远听不到。",
        "照词组的名字改正，或者先在词组里加上这一组。",
        saying,
    )


SYNONYMS_IN_SETTINGS = Rule(
    "synonyms-in-settings",
    Severity.ADVICE,
    CHAPTERS_WORDS,
    7,
    title="同义词写在 mkdocs.yml 里",
    cause="平常的话只写一处，才不会两处说得不一样。写在“平常的话”那份表里，业务人员用表格就能改，不用碰网站的设置。",
    mending="照提示把每一组写成“平常的话”里的一行，再从 mkdocs.yml 删去 synonyms。搜索照旧。",
)


def synonyms_in_settings(folder: str, synonyms: Sequence[Sequence[str]]) -> Problem:
    """Told with the rows that say the same among the sayings, which are kept in `folder`."""
    rows = "".join(f"“{first},{';'.join(others)}”" for first, *others in synonyms)
    return Problem(
        SYNONYMS_IN_SETTINGS,
        Location("mkdocs.yml"),
        f"{len(synonyms)} 组同义词写在 synonyms 里，和平常的话分在两处。",
        f"在 {folder}/ 自己的 .csv 里写表头 phrase,words，每组一行：{rows}；再删去 synonyms。",
    )


RULES = (SAYING_AIMLESS, SAYING_TWO_DANGERS, SAYING_IN_NAME, SAYING_GROUPLESS, SYNONYMS_IN_SETTINGS)
