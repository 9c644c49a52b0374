"""Doubts about a raw sheet, told by place only: what would otherwise be read wrong, twice, or not at all."""

from __future__ import annotations

from generator.features.statistics.problems import RAW_DATA
from generator.model.problem import Location, Problem


def raw_beyond_measure(place: Location, header: str, most: int) -> Problem:
    """More than any bureau counts or gives."""
    said = f"“{header}”这一格比 {most:,} 还大，多半是写错了。"
    return Problem(RAW_DATA, place, said, "核对这一格，改成真的数。")


def raw_largest_doubtful(place: Location, header: str, money: str) -> Problem:
    """A largest single amount that cannot be one; without it the p % rule would pass what it must not."""
    said = f"“{header}”不是数，或者和同一行的“{money}”、户数对不上，查不了是不是一两户得的。"
    mending = "写这个金额里最大（第二大）的一笔；不知道的，最大和第二大都空着，这个金额就不公布。"
    return Problem(RAW_DATA, place, said, mending)


def raw_other_unit(place: Location, header: str, unit: str) -> Problem:
    """A heading or a note says that figures stand for ten thousand times as much."""
    said = f"“{header}”的单位和这张表的单位（{unit}）不一样，数会差许多倍。"
    return Problem(RAW_DATA, place, said, f"把数换算成{unit}，改掉列名或说明里的单位。")


def raw_thousands_split(place: Location, header: str) -> Problem:
    """A comma inside a number cut it in two, and the rest lies in a column that nobody reads."""
    said = f"“{header}”右边一列是程序不读的，里面却正好是三位数，像是“1,200”这样的数被逗号断成了两格。"
    return Problem(RAW_DATA, place, said, "数里不要写逗号；右边一列确实是别的内容的，把它移到别处或删去。")


def raw_answer_among_numbers(place: Location) -> Problem:
    """Yes or no beside numbers: one household, or as many as nobody wrote."""
    said = "别的行写的是户数，这一行写的是“是”或“否”，不知道是几户。"
    return Problem(RAW_DATA, place, said, "汇总表只写数字；一户一行的表只写“是”“否”或 1、0。")


def raw_row_inside(place: Location, other: int) -> Problem:
    """`other` is a row, as a spreadsheet counts, that speaks of a wider or narrower case: one holds the other."""
    said = f"这一行和第 {other} 行，一行的期间或地区包含另一行的，会把同一批户数算两次。"
    return Problem(RAW_DATA, place, said, "同一种情况只用一种粗细来写：都写月或都写半年，都写街道或都写区。")
