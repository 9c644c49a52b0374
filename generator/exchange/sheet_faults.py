"""What goes unread in a workbook to the problems that say so, each at its cell."""

from __future__ import annotations

from collections.abc import Iterator

from generator.exchange.problems import (
    BROKEN_WORKBOOK,
    FORMULA_UNREAD,
    HIDDEN_CELLS,
    HIDDEN_SHEET,
    LOCKED_WORKBOOK,
    SHEET_TOO_LARGE,
)
from generator.exchange.surveys import Survey, SurveyPlace
from generator.model.problem import Location, Problem
from generator.model.problems import EMPTY_FILE


def find_faults(label: str, survey: Survey) -> Iterator[Problem]:
    """Cells of one sheet that seem empty and are not, and filled ones that nobody sees."""
    for place, error in survey.unread.items():
        yield _unread_formula(_cell(label, place), error)
    if survey.more_unread:
        yield _more_formulas(label, survey.more_unread)
    yield from (_hidden_cell(_cell(label, place), what) for what, place in survey.hidden.items())


def _cell(label: str, place: SurveyPlace) -> Location:
    return Location(label, column=place.column, row=place.row)


def _unread_formula(place: Location, error: str) -> Problem:
    """What the writer sees in the cell is not in the file, or is an error of the spreadsheet's own."""
    if error:
        what, mend = f"这一格的公式出了错（{error[:10]}）", "改正公式；"
    else:
        what, mend = "这一格是公式，文件里没有算好的结果", "用 Excel 或 WPS 打开，保存一次再用；"
    hint = f"{mend}或者选中这些格，复制后“选择性粘贴 → 数值”。"
    return Problem(FORMULA_UNREAD, place, f"{what}。", hint)


def _more_formulas(label: str, more: int) -> Problem:
    """The rest of many cells of which the first have been told one by one."""
    said = f"还有 {more} 格也是没有结果的公式。"
    hint = "用 Excel 或 WPS 打开，保存一次再用；没有内容的行，把公式删去。"
    return Problem(FORMULA_UNREAD, Location(label), said, hint)


def _hidden_cell(place: Location, what: str) -> Problem:
    """Something in a row or column that whoever sent the sheet does not see, and may not mean to give away."""
    kind = "行" if what.startswith("row") else "列"
    return Problem(
        HIDDEN_CELLS,
        place,
        f"这一格所在的{kind}是隐藏的，里面有内容。",
        f"要用的，取消隐藏；不能公开或不要的，删去这{'一行' if kind == '行' else '一列'}。筛选过的表，先清除筛选。",
    )


def hidden_sheet(file: str, name: str) -> Problem:
    """A sheet that whoever sent the workbook may not know of: last year's table, or somebody's notes."""
    return Problem(
        HIDDEN_SHEET,
        Location(f"{file}（{name}）"),
        "这张工作表是隐藏的，没有读取。",
        "要用它，请先取消隐藏；不要的，请删去，免得把内部的内容发给别人。",
    )


def too_large(label: str, place: SurveyPlace) -> Problem:
    """A cell far from the others: a stray blank in the last corner makes a sheet of 17,000 million cells."""
    return Problem(
        SHEET_TOO_LARGE,
        _cell(label, place),
        "这一格离表格太远，或者表格太大，没有读取。",
        "这一格（哪怕只有空格）不要的，选中整行整列删去后保存；数据确实很多的，请分成几份。",
    )


def overlong(file: str) -> Problem:
    """A workbook that asks for more memory or time than anything people filled in by hand."""
    return Problem(
        SHEET_TOO_LARGE,
        Location(file),
        "这份工作簿太大或太复杂，在规定的时间和内存里读不完。",
        "新建一份空白工作簿，只把要用的行列复制过去（选择性粘贴 → 数值），再试一次。",
    )


def locked(file: str) -> Problem:
    """A workbook with a password can be read by nobody but those who know it."""
    return Problem(
        LOCKED_WORKBOOK,
        Location(file),
        "这份工作簿设了打开密码，读不了。",
        "在 Excel 里去掉打开密码（文件 → 信息 → 保护工作簿），另存一份再导入。",
    )


def old_kind(file: str) -> Problem:
    """A workbook that is no .xlsx: it can be read, but not looked through, and then something passes in silence."""
    return Problem(
        BROKEN_WORKBOOK,
        Location(file),
        "这份工作簿不是 .xlsx 格式：里面有没有隐藏的行列、没有算好的公式，程序查不出来，所以没有读取。",
        "用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再用。",
    )


def unreadable(file: str) -> Problem:
    """Not a workbook at all, or one that was cut off on its way."""
    return Problem(
        BROKEN_WORKBOOK,
        Location(file),
        "这份文件打不开：不是 Excel 工作簿，或者已经损坏。",
        "用 Excel 或 WPS 打开它，另存为 .xlsx 再导入；打不开就请对方重新发一份。",
    )


def no_content(file: str) -> Problem:
    """A workbook none of whose visible sheets holds anything."""
    return Problem(
        EMPTY_FILE,
        Location(file),
        "工作簿里没有内容。",
        "检查是不是选错了文件，或内容在隐藏的工作表里。",
    )
