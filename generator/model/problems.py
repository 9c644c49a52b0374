"""Rules that files can break in more than one stage: read from a folder, or taken over from a workbook."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_FILES, RECORDS
from generator.model.problem import Location, Problem, column_letters
from generator.model.rule import Rule, Severity

PATH_MISMATCH = Rule(
    "path-mismatch",
    Severity.ERROR,
    RECORDS,
    5,
    title="内容和文件所在的位置不一致",
    cause="文件夹或文件名已经说明了期、地区或编号，表里又写了一遍，两处却不一样。导入时也可能与您指定的期、地区不同。",
    mending="看哪一处是对的：改正表里的，或者把文件移到正确的位置。表里的这一列可以不写。",
)
EMPTY_FILE = Rule(
    "empty-file",
    Severity.ERROR,
    CHAPTERS_FILES,
    2,
    title="文件是空的",
    cause="文件建好了还没有写内容，或者上传、保存时中断了。导入工作簿时，也可能是内容在隐藏的工作表里。",
    mending="把内容填进去再提交；不需要这份文件就删去。",
)
UNREADABLE_FILE = Rule(
    "unreadable-file",
    Severity.ERROR,
    CHAPTERS_FILES,
    4,
    title="文件打不开",
    cause="文件没有读取权限、已经损坏，或者它根本不是普通文件。",
    mending="检查文件能不能用记事本打开；打不开的，重新上传一份。",
    bad="一份没有读取权限的 data/notes/n2.yaml",
    good="重新上传、能用记事本打开的 data/notes/n2.yaml",
)
MISSING_HEADER = Rule(
    "missing-header",
    Severity.ERROR,
    CHAPTERS_FILES,
    22,
    title="第一行不是列名",
    cause="表格第一行应当写列名。直接从数据开始，程序不知道每一列是什么，整份表没有读取。",
    mending="在最上面加一行列名，照提示里的写；也可以用 mingshan template 得到空白表。",
    also=(Severity.ADVICE,),
)


def no_table(file: str) -> Problem:
    """A file in which no row has two cells."""
    return Problem(
        MISSING_HEADER,
        Location(file),
        "这份文件里没有表：找不到写着列名的一行。",
        "第一行写列名，下面每行一条；CSV 用英文逗号分隔。",
    )


MISSING_COLUMN = Rule(
    "missing-column",
    Severity.ERROR,
    CHAPTERS_FILES,
    23,
    title="缺少必填的列",
    cause="列名被删了、改了名，或者另存时少了一列。",
    mending="补上这一列；列名写中文名称或英文代号都可以。",
)
UNKNOWN_COLUMN = Rule(
    "unknown-column",
    Severity.ERROR,
    CHAPTERS_FILES,
    24,
    title="没有这一列",
    cause="列名打错了，或者自己加了一列。认不出的列不会显示在网站上。",
    mending="照提示改成正确的列名；自己加的备注列请删去。",
)
DUPLICATE_COLUMN = Rule(
    "duplicate-column",
    Severity.ERROR,
    CHAPTERS_FILES,
    25,
    title="一列写了两次",
    cause="同一列用中文名称和英文代号各写了一遍，或者复制时重复了。",
    mending="只保留一列。",
)
CONTROL_CHARACTER = Rule(
    "control-character",
    Severity.ERROR,
    CHAPTERS_FILES,
    19,
    title="有看不见的控制字符",
    cause="从别的软件复制来的文字里夹带了控制字符，或者双引号里的反斜杠被当成了代码。",
    mending="删去它，重新打一遍这几个字；文字里确实要有反斜杠时，改用单引号。",
)
RAGGED_ROW = Rule(
    "ragged-row",
    Severity.ERROR,
    CHAPTERS_FILES,
    26,
    title="这一行的单元格数目不对",
    cause="单元格里的文字有英文逗号，又没有用引号括起来，就会被拆成两格；手工改 CSV 时多写、少写逗号也会这样。",
    mending="用 Excel 打开再存一次最省事。手工改的话，有逗号的文字用英文双引号括起来。",
    also=(Severity.ADVICE,),
)


def cell_without_heading(place: Location, row: int, column: int) -> Problem:
    """A cell behind the last column: a comma inside a figure has cut it in two, and half of it was read."""
    return Problem(
        RAGGED_ROW,
        place,
        f"第 {row} 行的 {column_letters(column)} 列有内容，上面却没有列名。",
        "数里的逗号（20,000）请删去，或用英文双引号括起来；其他内容请在第一行写上列名，或删去。",
    )


UNSAFE_NAME = Rule(
    "unsafe-name",
    Severity.ERROR,
    CHAPTERS_FILES,
    8,
    title="文件或文件夹的名称里有不允许的字符",
    cause='名称里的 < > : " | ? * \\ 和控制字符，在 Windows 上或网址里会出错；首尾的空格和点也一样。',
    mending="改成只有汉字、英文字母、数字、短横线的名称。",
    bad="data/notes/<新>.yaml",
    good="data/notes/xin.yaml",
)
RULES = (
    PATH_MISMATCH,
    EMPTY_FILE,
    UNREADABLE_FILE,
    MISSING_HEADER,
    MISSING_COLUMN,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    CONTROL_CHARACTER,
    RAGGED_ROW,
    UNSAFE_NAME,
)
