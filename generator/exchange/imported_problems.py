"""What is wrong with a table that somebody sent: its headings, its rows, and what was understood of a cell."""

from __future__ import annotations

from generator.model.chapters import WORKBOOKS
from generator.model.dataset import Dataset
from generator.model.problem import Location, Problem
from generator.model.problems import (
    CONTROL_CHARACTER,
    DUPLICATE_COLUMN,
    MISSING_COLUMN,
    MISSING_HEADER,
    PATH_MISMATCH,
    UNKNOWN_COLUMN,
)
from generator.model.rule import Rule, Severity

_SHOWN = 20


NOT_A_RECORD = Rule(
    "not-a-record",
    Severity.ADVICE,
    WORKBOOKS,
    5,
    title="这一行像是合计或签名",
    cause="表格下面的“合计”“填表人”“审核人”看起来像一行数据，程序没有把它当作记录。",
    mending="本来就是合计或签名的，不用管。确实是一条记录的，检查第一格写的内容。",
    bad="合计 | | 36 条",
    good="（删去合计这一行）",
)


def not_a_record(place: Location) -> Problem:
    """Sums, signatures and notes below a table look like a row but describe nothing."""
    return Problem(
        NOT_A_RECORD,
        place,
        "这一行像是合计、签名或说明，没有当作记录读取。",
        "如果它是一条记录，请检查第一格写的内容。",
    )


UNDERSTOOD = Rule(
    "understood",
    Severity.ADVICE,
    WORKBOOKS,
    7,
    title="程序这样理解了您写的内容",
    cause="写得不全但意思清楚的（例如“2026年12月”当作 12 月 31 日），程序照此读取，并告诉您。",
    mending="理解得对，不用改；不对的，写全再导入。",
    bad="有效期止：2026年12月",
    good="有效期止：2026-12-31",
)


def understood(place: Location, title: str, note: str) -> Problem:
    """A cell that left something open, and how it was read."""
    return Problem(UNDERSTOOD, place, f"“{title}”{note}。", "不对的话，请写全再导入。")


def unknown_heading(place: Location, dataset: Dataset, text: str) -> Problem:
    """A column of which nothing is known: what stands in it would be lost without a word."""
    return Problem(
        UNKNOWN_COLUMN,
        place,
        f"列“{_shown(text)}”不知道对应“{dataset.title}”的哪一项。",
        "改成数据字典里的列名；确实不需要的列，请删去。",
    )


def no_heading(place: Location) -> Problem:
    """A filled cell in a column without a heading: the end of a row that a stray comma cut, or somebody's remark."""
    return Problem(
        UNKNOWN_COLUMN,
        place,
        "这一格有内容，但是这一列没有列名，不知道是什么（这是第一处）。",
        "在表头写上列名（要写文字），或删去这一列；CSV 里内容本身有逗号的，用英文双引号把那一格括起来。",
    )


def control_sign(place: Location, title: str, sign: str) -> Problem:
    """Signs that nobody sees, pasted from another program; a file that holds one cannot be read again."""
    return Problem(
        CONTROL_CHARACTER,
        place,
        f"“{title}”里有看不见的控制字符（U+{ord(sign):04X}）。",
        "删去这一格，手工重新输入；或者先粘贴到记事本，再复制回来。",
    )


def repeated_heading(place: Location, text: str) -> Problem:
    """Two columns for one field: which of them holds is anybody's guess."""
    return Problem(DUPLICATE_COLUMN, place, f"列“{_shown(text)}”与前面的一列是同一项。", "只保留一列。")


def missing_headings(place: Location, titles: list[str]) -> Problem:
    """Columns that must be filled are not there at all; no row can be complete."""
    return Problem(
        MISSING_COLUMN,
        place,
        f"缺少必填的列：{'、'.join(titles)}。",
        "在表头这一行补上这些列，再逐行填写。",
    )


def disagrees_with_given(place: Location, title: str) -> Problem:
    """The sheet says of itself something else than the person who imports it."""
    return Problem(
        PATH_MISMATCH,
        place,
        f"“{title}”与导入时指定的不一致。",
        "核对是不是拿错了表；确实要用指定的，请清空这一列。",
    )


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def no_headings(label: str, dataset: Dataset, *, among_others: bool) -> Problem:
    """A sheet none of whose first rows are the headings; beside others that are, it may be a cover or notes."""
    titles = "、".join(field.title for field in dataset.fields if field.required)
    return Problem(
        MISSING_HEADER.at(Severity.ADVICE) if among_others else MISSING_HEADER,
        Location(label),
        "没有找到表头，这张表没有读取。",
        f"表头是写着列名的那一行，至少要有：{titles}。"
        if not among_others
        else "如果它也是数据，请在数据上面写一行列名。",
    )


IMPORTED_RULES = (
    NOT_A_RECORD,
    UNDERSTOOD,
)
