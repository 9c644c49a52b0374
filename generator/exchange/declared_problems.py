"""Why a table of somebody else's becomes no dataset."""

from __future__ import annotations

from generator.model.chapters import WORKBOOKS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

PERSONS_TABLE = Rule(
    "persons-table",
    Severity.ERROR,
    WORKBOOKS,
    85,
    title="这张表写的是一个一个的人",
    cause="一行一个人的表，或者写着身份证号、手机号、住址的表，不能成为数据集：放进来就等于公开。",
    mending="先汇总成数，再用 mingshan protect 处理；只是多了一列联系人的，删去那一列再试。",
    bad="姓名,户主,金额",
    good="地区,户数,金额",
)


def persons_table(file: str, row: int, column: int, why: str) -> Problem:
    """A column or a cell by which the table is one of persons; what stands there is not repeated."""
    return Problem(
        PERSONS_TABLE,
        Location(file, column=column, row=row),
        f"这张表写的像是一个一个的人：{why}。什么也没有写。",
        "先汇总再公布；只是多了一列联系方式的，删去那一列再试。",
    )


def persons_column(file: str, column: int, heading: str) -> Problem:
    """A heading that only a list of persons has."""
    return persons_table(file, 1, column, f"有一列叫“{heading}”")


def personal_cell(file: str, row: int, column: int) -> Problem:
    """A cell that exposes somebody."""
    return persons_table(file, row, column, "这一格像是个人信息（内容已遮盖）")


COUNTS_BY_PLACE = Rule(
    "counts-by-place",
    Severity.ERROR,
    WORKBOOKS,
    86,
    title="按地方数人的表要先处理",
    cause="一个地方只有两三个人的数，说出来就等于说出是谁。这样的表要先做披露控制，才能公布。",
    mending="本单位的数用 mingshan protect 处理；别处已经处理过、公开发布的，或者数的不是人，用 --protected 写明。",
    bad="mingshan declare 各街道受助人数.csv",
    good='mingshan declare 各区人数.csv --protected "国家统计局公布，小数已合并"',
)


def counts_by_place(file: str, place: str, count: str) -> Problem:
    """Whole numbers by place, of which nobody has said that they are protected."""
    return Problem(
        COUNTS_BY_PLACE,
        Location(file),
        f"“{place}”写的是地方，“{count}”像是人数，又没有说明做过披露控制。什么也没有写。",
        "本单位的数用 mingshan protect；别处处理过的，或者数的不是人，用 --protected 写明是谁、怎样处理的。",
    )


DATASET_EXISTS = Rule(
    "dataset-exists",
    Severity.ERROR,
    WORKBOOKS,
    87,
    title="这个名称已经有数据集了",
    cause="mingshan declare 只建新的数据集，不盖掉已有的声明和数据。",
    mending="用 --name 换一个名称；要改已有的，直接改它的 dataset.yaml。",
    bad="mingshan declare rainfall.csv（data/rainfall 已经有了）",
    good="mingshan declare rainfall.csv --name rainfall_2026",
)


def dataset_exists(folder: str) -> Problem:
    """A folder that holds something already."""
    return Problem(DATASET_EXISTS, Location(folder), "已经有这个文件夹，没有改动它。", "用 --name 换一个名称。")


DECLARED_RULES = (PERSONS_TABLE, COUNTS_BY_PLACE, DATASET_EXISTS)
