"""What is wrong with a public fundraising, and with a row that says of which of them it tells."""

from __future__ import annotations

from collections.abc import Iterable

from generator.features.duties.contradiction_problems import CONTRADICTIONS, contradiction
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

FUNDRAISING_UNKNOWN = Rule(
    "fundraising-unknown",
    Severity.ERROR,
    CONTRADICTIONS,
    19,
    title="写的是哪一次募捐，这个项目里没有",
    cause="公开记录、方案变更和合作方都写明是哪一次募捐；编号写错了，它不会算到任何一次募捐上。",
    mending="照同一份文件 fundraisings 列表里的编号写。",
)


def fundraising_unknown(row: Record, known: Iterable[str]) -> Finding:
    """A row names one that its project does not have; `known` are the keys of those that it has."""
    hint = f"这个项目的募捐有：{'、'.join(sorted(known)) or '一次也没有写'}。"
    return contradiction(FUNDRAISING_UNKNOWN, row, "fundraising", "这个项目里没有这次募捐。", hint)


FUNDRAISING_UNNAMED = Rule(
    "fundraising-unnamed",
    Severity.WARNING,
    CONTRADICTIONS,
    20,
    title="没有写是哪一次募捐",
    cause="这个项目有几次公开募捐，每一次要分别公开。没有写是哪一次的，哪一次都不算。",
    mending="在“哪一次募捐”里写募捐编号。",
)


def fundraising_unnamed(row: Record, known: Iterable[str]) -> Finding:
    """A row names none of several."""
    message, hint = "这个项目有几次公开募捐，没有写是哪一次。", f"这个项目的募捐有：{'、'.join(known)}。"
    return contradiction(FUNDRAISING_UNNAMED, row, "fundraising", message, hint)


FILING_NUMBER_SHARED = Rule(
    "filing-number-shared",
    Severity.ERROR,
    CONTRADICTIONS,
    21,
    title="两次募捐写了同一个备案编号",
    cause="每一项公开募捐活动单独备案，不得用同一个编号开展多项活动（民政部令第74号第十二条）。",
    mending="核对备案编号，改正写错的一个；确实只是一次募捐的，并成一条。",
)


def filing_number_shared(fundraising: Record, first: Record) -> Finding:
    """Two were filed under one number."""
    message = "备案编号相同，每次公开募捐应当单独备案。"
    return contradiction(FILING_NUMBER_SHARED, fundraising, "number", message, "核对两次的备案编号。", first)


PLATFORM_FOR_PERSONS = Rule(
    "platform-for-persons",
    Severity.ERROR,
    CONTRADICTIONS,
    22,
    title="在个人求助平台上公开募捐",
    cause=(
        "个人求助平台上发布的是求助信息，不是慈善募捐（慈善法第一百二十四条）；慈善组织通过互联网公开募捐，"
        "应当在民政部指定的互联网公开募捐服务平台进行（第二十七条）。"
    ),
    mending="核对平台；帮个人在求助平台上发布信息的，不是公开募捐，不写在这里。",
)


def platform_for_persons(fundraising: Record, platform: Record, name: str) -> Finding:
    """A platform, called `name`, on which persons ask for themselves."""
    message, hint = f"{name}是个人求助平台，不能用来公开募捐。", "改写民政部指定的互联网公开募捐服务平台。"
    return contradiction(PLATFORM_FOR_PERSONS, fundraising, "used_platforms", message, hint, platform)


PLATFORM_NOT_DESIGNATED = Rule(
    "platform-not-designated",
    Severity.WARNING,
    CONTRADICTIONS,
    23,
    title="募捐那时平台还不是指定的，或者已经不是",
    cause="平台代码表里写明每一家从哪天起由民政部指定、到哪天为止。募捐的日子不在里面，多半有一个写错。",
    mending="核对募捐日期和平台；代码表缺了或者过时的，在自己的平台代码表里补上并写明出处。",
)


def platform_not_designated(fundraising: Record, platform: Record, name: str) -> Finding:
    """The ministry had not designated it on the day that the fundraising began, or no longer."""
    message, hint = f"募捐开始那天，{name}不是指定平台。", "核对募捐开始日期和平台的指定日期。"
    return contradiction(PLATFORM_NOT_DESIGNATED, fundraising, "used_platforms", message, hint, platform)


FUNDRAISING_INSIDE = Rule(
    "fundraising-inside",
    Severity.ADVICE,
    CONTRADICTIONS,
    24,
    title="募捐还写在项目里",
    cause="现在一个项目可以有几次公开募捐，每一次是一条自己的记录。写在项目里的旧写法照样读、照样算，只是只能写一次。",
    mending="运行 mingshan upgrade 先看会改什么，再加 --write；也可以照指南自己改写。",
)


def fundraising_inside(project: Record) -> Finding:
    """Written in the project, as was once the only way."""
    message = "公开募捐还写在项目里；一次募捐可以有自己的记录。"
    hint = "运行 mingshan upgrade，先看会改什么，再加 --write。"
    return contradiction(FUNDRAISING_INSIDE, project, "fundraising_from", message, hint)


FUNDRAISING_RULES = (
    FUNDRAISING_UNKNOWN,
    FUNDRAISING_UNNAMED,
    FILING_NUMBER_SHARED,
    PLATFORM_FOR_PERSONS,
    PLATFORM_NOT_DESIGNATED,
    FUNDRAISING_INSIDE,
)
