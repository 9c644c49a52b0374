"""What is wrong with a workbook as a file: locked, broken, hidden parts, sheets too many or too large."""

from __future__ import annotations

from generator.model.chapters import WORKBOOKS
from generator.model.problem import Location, Problem
from generator.model.problems import (
    EMPTY_FILE,
)
from generator.model.rule import Rule, Severity

BROKEN_WORKBOOK = Rule(
    "broken-workbook",
    Severity.ERROR,
    WORKBOOKS,
    1,
    title="工作簿打不开",
    cause="文件不是 Excel 工作簿（例如把网页或 PDF 改了扩展名），或者下载、传输时损坏了；"
    "也可能是旧格式（.xls、.et）或 .ods，里面隐藏的内容查不出来。",
    mending="用 Excel 或 WPS 打开它，另存为 .xlsx 再导入；打不开就请对方重新发一份。",
    bad="从邮件里下载到一半的 目录.xlsx",
    good="重新下载、Excel 能打开的 目录.xlsx",
)


def old_workbook(file: str) -> Problem:
    """A workbook that is no .xlsx: it can be read, but not looked through, and then something passes in silence."""
    return Problem(
        BROKEN_WORKBOOK,
        Location(file),
        "这份工作簿不是 .xlsx 格式：里面有没有隐藏的行列、没有算好的公式，程序查不出来，所以没有读取。",
        "用 Excel 或 WPS 打开它，另存为“Excel 工作簿（.xlsx）”再用。",
    )


def broken_workbook(file: str) -> Problem:
    """Not a workbook at all, or one that was cut off on its way."""
    return Problem(
        BROKEN_WORKBOOK,
        Location(file),
        "这份文件打不开：不是 Excel 工作簿，或者已经损坏。",
        "用 Excel 或 WPS 打开它，另存为 .xlsx 再导入；打不开就请对方重新发一份。",
    )


LOCKED_WORKBOOK = Rule(
    "locked-workbook",
    Severity.ERROR,
    WORKBOOKS,
    2,
    title="工作簿设了打开密码",
    cause="打开时要输密码的工作簿，程序读不了，也不应当有别人的密码。",
    mending="在 Excel 里选“文件 → 信息 → 保护工作簿 → 用密码进行加密”，把密码清空，另存一份再导入。",
    bad="打开时提示输入密码的 目录.xlsx",
    good="去掉打开密码以后另存的 目录.xlsx",
)


def locked_workbook(file: str) -> Problem:
    """A workbook with a password can be read by nobody but those who know it."""
    return Problem(
        LOCKED_WORKBOOK,
        Location(file),
        "这份工作簿设了打开密码，读不了。",
        "在 Excel 里去掉打开密码（文件 → 信息 → 保护工作簿），另存一份再导入。",
    )


SHEET_TOO_LARGE = Rule(
    "sheet-too-large",
    Severity.ERROR,
    WORKBOOKS,
    3,
    title="工作表太大，或有一格离得太远",
    cause="在表格右下角很远的地方误写了一格（哪怕只有一个空格），表格就变得极大，再大的内存也放不下；也可能是整份文件太大太复杂。",
    mending="按提示找到那一格，选中它所在的整行和整列，删去后保存；数据确实很多的，请分成几份。",
    bad="A1:F20 是数据，XFD1048576 里有一个空格",
    good="A1:F20 是数据，其余的行和列都是空的",
)


def sheet_too_large(place: Location) -> Problem:
    """A cell far from the others: a stray blank in the last corner makes a sheet of 17,000 million cells."""
    return Problem(
        SHEET_TOO_LARGE,
        place,
        "这一格离表格太远，或者表格太大，没有读取。",
        "这一格（哪怕只有空格）不要的，选中整行整列删去后保存；数据确实很多的，请分成几份。",
    )


def workbook_overlong(file: str) -> Problem:
    """A workbook that asks for more memory or time than anything people filled in by hand."""
    return Problem(
        SHEET_TOO_LARGE,
        Location(file),
        "这份工作簿太大或太复杂，在规定的时间和内存里读不完。",
        "新建一份空白工作簿，只把要用的行列复制过去（选择性粘贴 → 数值），再试一次。",
    )


HIDDEN_CELLS = Rule(
    "hidden-cells",
    Severity.ERROR,
    WORKBOOKS,
    22,
    title="隐藏的行或列里有内容",
    cause="隐藏的行和列，发表的人看不见，程序却读得到。里面可能是内部备注，也可能是筛选掉的旧数据。",
    mending="要用的，取消隐藏；不能公开或不要的，删去。筛选过的表，先清除筛选再保存。",
    bad="名称 | 电话 | 内部备注（隐藏的列）",
    good="名称 | 电话",
)


def hidden_cell(place: Location, what: str) -> Problem:
    """Something in a row or column that whoever sent the sheet does not see, and may not mean to give away."""
    kind = "行" if what.startswith("row") else "列"
    return Problem(
        HIDDEN_CELLS,
        place,
        f"这一格所在的{kind}是隐藏的，里面有内容。",
        f"要用的，取消隐藏；不能公开或不要的，删去这{'一行' if kind == '行' else '一列'}。筛选过的表，先清除筛选。",
    )


SECOND_TABLE = Rule(
    "second-table",
    Severity.ERROR,
    WORKBOOKS,
    23,
    title="一张工作表里有两张表",
    cause="数据下面又出现了一行列名，次序和上面的不同。照上面的次序读，内容就会错位。",
    mending="两张表分放在两张工作表里；或者把下面的列调到和上面一样的次序。",
    bad="名称 | 电话 …… 电话 | 名称",
    good="名称 | 电话 …… 名称 | 电话",
)


def second_table(place: Location) -> Problem:
    """What stands below would be read into the wrong columns."""
    return Problem(
        SECOND_TABLE,
        place,
        "这一行又是一行列名，次序和上面的不一样。",
        "两张表分放在两张工作表里；或者把下面的列调到和上面一样的次序。",
    )


SEVERAL_SHEETS = Rule(
    "several-sheets",
    Severity.ERROR,
    WORKBOOKS,
    24,
    title="不止一张工作表有内容",
    cause="统计表一份文件只能有一张工作表有内容：只读第一张，会漏掉其余各张的数，合计就错了。",
    mending="把数据合到一张工作表里，其余的删去；或者每张各存一份文件。",
    bad="工作表：上半年、下半年",
    good="工作表：全年",
)


def other_sheet(label: str) -> Problem:
    """Which of several sheets is meant nobody knows; to take the first would leave out the figures of the others."""
    return Problem(
        SEVERAL_SHEETS,
        Location(label, column=1, row=1),
        "这份工作簿里不止一张工作表有内容，不知道要用哪一张。",
        "把数据合到一张工作表里，其余的删去；或者每张各存一份文件。",
    )


HIDDEN_SHEET = Rule(
    "hidden-sheet",
    Severity.ADVICE,
    WORKBOOKS,
    4,
    title="有隐藏的工作表",
    cause="隐藏的工作表没有读取。里面可能是去年的表或内部记录，发给别人时对方也能打开看到。",
    mending="要导入的，先取消隐藏；不要的，删去。",
    bad="工作表：目录、上半年（隐藏）",
    good="工作表：目录",
)


def hidden_sheet(file: str, name: str) -> Problem:
    """A sheet that whoever sent the workbook may not know of: last year's table, or somebody's notes."""
    return Problem(
        HIDDEN_SHEET,
        Location(f"{file}（{name}）"),
        "这张工作表是隐藏的，没有读取。",
        "要用它，请先取消隐藏；不要的，请删去，免得把内部的内容发给别人。",
    )


FORMULA_UNREAD = Rule(
    "formula-unread",
    Severity.ERROR,
    WORKBOOKS,
    6,
    title="公式没有算好的结果",
    cause="有的软件导出的表格只存公式不存结果；公式出错（#DIV/0!、#REF!）时也没有结果可读。",
    mending="用 Excel 或 WPS 打开，保存一次再导入；或者选中这些格，复制后“选择性粘贴 → 数值”。",
    bad="=C2*1.1（文件里没有算好的结果）",
    good="132000",
)


def unread_formula(place: Location, error: str) -> Problem:
    """What the writer sees in the cell is not in the file, or is an error of the spreadsheet's own."""
    if error:
        what, mend = f"这一格的公式出了错（{error[:10]}）", "改正公式；"
    else:
        what, mend = "这一格是公式，文件里没有算好的结果", "用 Excel 或 WPS 打开，保存一次再用；"
    hint = f"{mend}或者选中这些格，复制后“选择性粘贴 → 数值”。"
    return Problem(FORMULA_UNREAD, place, f"{what}。", hint)


def more_formulas(label: str, more: int) -> Problem:
    """The rest of many cells of which the first have been told one by one."""
    said = f"还有 {more} 格也是没有结果的公式。"
    hint = "用 Excel 或 WPS 打开，保存一次再用；没有内容的行，把公式删去。"
    return Problem(FORMULA_UNREAD, Location(label), said, hint)


def workbook_without_content(file: str) -> Problem:
    """A workbook none of whose visible sheets holds anything."""
    return Problem(
        EMPTY_FILE,
        Location(file),
        "工作簿里没有内容。",
        "检查是不是选错了文件，或内容在隐藏的工作表里。",
    )


WORKBOOK_RULES = (
    BROKEN_WORKBOOK,
    LOCKED_WORKBOOK,
    SHEET_TOO_LARGE,
    HIDDEN_CELLS,
    SECOND_TABLE,
    SEVERAL_SHEETS,
    HIDDEN_SHEET,
    FORMULA_UNREAD,
)
