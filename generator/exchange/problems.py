"""What is wrong with what other programs give and take: the rules of workbooks, new records and forges."""

from __future__ import annotations

from pathlib import Path

from generator.model.chapters import RUNNING, WORKBOOKS
from generator.model.dataset import Dataset
from generator.model.problem import Location, Problem
from generator.model.problems import (
    CONTROL_CHARACTER,
    DUPLICATE_COLUMN,
    EMPTY_FILE,
    MISSING_COLUMN,
    MISSING_HEADER,
    PATH_MISMATCH,
    UNKNOWN_COLUMN,
)
from generator.model.rule import Rule, Severity

_SHOWN = 20

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


NO_FILE_NAME = Rule(
    "no-file-name",
    Severity.ERROR,
    WORKBOOKS,
    8,
    title="编号不能用作文件名",
    cause="每条记录存成一份文件，文件名就是编号。编号空着或有特殊符号，就没法存。",
    mending="只用英文字母、数字、汉字和短横线；不能空着。",
    bad="项目编号：2026/助餐",
    good="项目编号：2026-zhucan",
)
KIND_UNKNOWN = Rule(
    "kind-unknown",
    Severity.ERROR,
    WORKBOOKS,
    9,
    title="没有这种数据",
    cause="mingshan new、template、import 后面写的种类，这个站点没有。",
    mending="从提示里列出的种类中选，写英文代号。",
    bad="mingshan new xiangmu p1",
    good="mingshan new project p1",
)
PATH_INCOMPLETE = Rule(
    "path-incomplete",
    Severity.ERROR,
    WORKBOOKS,
    10,
    title="还缺几项才知道放在哪里",
    cause="有的数据按期、按地区分文件夹，新建时要说明是哪一期、哪个地区。",
    mending="照提示在命令后面加上 --set。",
    bad="mingshan new supply s1",
    good="mingshan new supply s1 --set period=2026H2 --set division=120103",
)
FILE_EXISTS = Rule(
    "file-exists",
    Severity.ERROR,
    WORKBOOKS,
    11,
    title="这个编号已经有文件了",
    cause="新建不会盖掉已有的记录。",
    mending="换一个编号；要改已有的记录，直接打开那份文件。",
    bad="mingshan new project p2026-001（已经有了）",
    good="mingshan new project p2026-099",
)
FOLDER_NOT_EMPTY = Rule(
    "folder-not-empty",
    Severity.ERROR,
    RUNNING,
    13,
    title="文件夹里已经有内容",
    cause="新建站点要放在空文件夹里，免得盖掉已有的文件。",
    mending="换一个还不存在的文件夹名称。",
    bad="mingshan init 已有内容的文件夹",
    good="mingshan init xinzhan",
)


def folder_not_empty(folder: Path) -> Problem:
    """A new project would write over what is there."""
    return Problem(
        FOLDER_NOT_EMPTY,
        Location(folder.name),
        "这个文件夹里已经有内容，没有改动它。",
        "换一个还不存在的文件夹名称。",
    )


COMMENT_FAILED = Rule(
    "comment-failed",
    Severity.ERROR,
    RUNNING,
    27,
    title="评论没有写成",
    cause="把检查结果写到拉取请求下面时出了错：令牌没有权限、地址不对，或者网络不通。检查本身不受影响。",
    mending="检查 GITHUB_API_URL、GITHUB_REPOSITORY 和 GITHUB_TOKEN；令牌要有写评论的权限。",
    bad="令牌只有读取权限",
    good="令牌有写评论的权限（pull-requests: write）",
)


def workbook_without_content(file: str) -> Problem:
    """A workbook none of whose visible sheets holds anything."""
    return Problem(
        EMPTY_FILE,
        Location(file),
        "工作簿里没有内容。",
        "检查是不是选错了文件，或内容在隐藏的工作表里。",
    )


def comment_failed(why: str) -> Problem:
    """The comment could not be written; the review itself stands in the log of the check all the same."""
    return Problem(
        COMMENT_FAILED,
        Location("GITHUB_API_URL"),
        f"评论没有写成（{why}）。",
        "检查 GITHUB_API_URL、GITHUB_REPOSITORY 和 GITHUB_TOKEN；令牌要有写评论的权限。",
    )


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


RULES = (
    BROKEN_WORKBOOK,
    LOCKED_WORKBOOK,
    SHEET_TOO_LARGE,
    HIDDEN_CELLS,
    SECOND_TABLE,
    SEVERAL_SHEETS,
    HIDDEN_SHEET,
    NOT_A_RECORD,
    FORMULA_UNREAD,
    UNDERSTOOD,
    NO_FILE_NAME,
    KIND_UNKNOWN,
    PATH_INCOMPLETE,
    FILE_EXISTS,
    FOLDER_NOT_EMPTY,
    COMMENT_FAILED,
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
