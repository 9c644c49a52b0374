"""What is wrong with a table of counts, and what it gives away: the rules of statistics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.features.statistics.audit.problems import AUDIT_RULES
from generator.features.statistics.grouping_problems import GROUPING_RULES
from generator.features.statistics.ledger_problems import LEDGER_RULES
from generator.features.statistics.neighbours.problems import NEIGHBOUR_RULES
from generator.features.statistics.succession_problems import SUCCESSION_RULES
from generator.model.problem import Location, Problem
from generator.model.problems import DUPLICATE_COLUMN
from generator.model.rule import Rule, RuleChapter, Severity

RAW = RuleChapter(
    8,
    "做统计表",
    "用 mingshan protect 把原始数据做成可以公布的统计表时的问题。原始数据只留在经办人的电脑上。",
)
RAW_IN_REPOSITORY = Rule(
    "raw-in-repository",
    Severity.ERROR,
    RAW,
    1,
    title="原始数据放在仓库里",
    cause="原始数据一户一行，放在站点或 git 仓库的文件夹里，随时可能被提交、被公开，所以没有读取。",
    mending="移到仓库外面只有经办人能看到的地方。万一已经提交过，马上告诉维护者。",
    bad="mingshan protect tianjin/yuanshi.csv --table aid",
    good="mingshan protect D:/bangfu/yuanshi.csv --table aid",
)


def raw_in_repository(file: str) -> Problem:
    """Refused unread: the next commit would publish it."""
    return Problem(
        RAW_IN_REPOSITORY,
        Location(file),
        "原始数据放在了站点或 git 仓库的文件夹里面，没有读取。",
        "把它移到仓库外面只有经办人能看到的地方；万一已经提交过，请马上告诉维护者。",
    )


RAW_DATA = Rule(
    "raw-data",
    Severity.ERROR,
    RAW,
    2,
    title="原始数据里有一格不对",
    cause="期间、地区不在代码表里，数字不是数字，或者两个数互相矛盾（有金额却没有户数）。提示只说位置，不重复内容。",
    mending="照提示的行号打开原始表核对；地区写代码或没有重名的名称，期间写 2026-03 或 2026H1。",
    bad="2026-03 | 河西 | 很多",
    good="2026-03 | 河西区 | 61",
)


def raw_headed_by_day(place: Location) -> Problem:
    """Faults of raw rows are told by their place only, here and below: what stands there may be about a person."""
    said = "这一列的列名是日期或数字，下面却填着内容，不知道算在哪一项里。"
    return Problem(RAW_DATA, place, said, "列名写指标的名称；每个期间的数各写一行，期间写在“期间”一列。")


def raw_measure_unknown(place: Location, known: Iterable[str]) -> Problem:
    """`known` are the words for the measures that the table has."""
    return Problem(RAW_DATA, place, "这一行的指标不在这张表里。", f"可以写：{'、'.join(known)}。")


def raw_money_without_anybody(place: Location, title: str, counted_by: str) -> Problem:
    """Measures by their titles: money was given and nobody got it."""
    return _contradiction(place, f"“{title}”有金额，“{counted_by}”却是 0。")


def raw_part_above_whole(place: Location, title: str, whole: str) -> Problem:
    """Measures by their titles."""
    return _contradiction(place, f"“{title}”比“{whole}”还多。")


def raw_outside_standard(place: Location, title: str) -> Problem:
    """Money that the published standard does not allow for so many households."""
    said = f"“{title}”除以户数，不在 dataset.yaml 写的公开标准（standards）之内。"
    return Problem(RAW_DATA, place, said, "核对这一行；标准改过的，在 standards 里写明从哪天起、到哪天为止。")


def _contradiction(place: Location, said: str) -> Problem:
    return Problem(RAW_DATA, place, said, "核对这一行，改正写错的一个数。")


def raw_row_repeated(place: Location, first: int) -> Problem:
    """`first` is the row that said the same before, as a spreadsheet counts."""
    said = f"这一行的期间、地区等和第 {first} 行相同。"
    return Problem(RAW_DATA, place, said, "汇总表里每种情况只写一行；删去或合并重复的行。")


def raw_period_unknown(place: Location, title: str) -> Problem:
    """No period, or one that is longer than those of the table."""
    said = f"“{title}”不是期间，或者比这张表的期间还长。"
    return Problem(RAW_DATA, place, said, "写成 2026-03、2026-03-15 或 2026H1 这样。")


def raw_code_unknown(place: Location, title: str) -> Problem:
    """Nothing that the codelist of the column knows."""
    return Problem(RAW_DATA, place, f"“{title}”的内容不在代码表里。", "写代码表里的代码，或者没有重名的名称。")


def raw_code_untimely(file: str, title: str) -> Problem:
    """A code that had ended when the period began, or had not begun."""
    said = f"“{title}”有的代码在那一期还没有用，或者已经不用了（见代码沿革）。"
    return Problem(RAW_DATA, Location(file), said, "写那一期开始时用的代码；合并以后的写合并后的代码。")


def raw_across_changes(file: str, title: str) -> Problem:
    """Codes changed between the periods of one sheet: no table could have rows for both."""
    said = f"这份表跨了“{title}”的代码变动，变动以前和以后的期间不能放在一起做。"
    return Problem(RAW_DATA, Location(file), said, "分成两份，各做各的：变动以前的期间一份，以后的一份。")


def raw_amount_unreadable(place: Location, header: str) -> Problem:
    """No number, one below nothing, or a part of a person."""
    said = f"“{header}”应当是不小于 0 的数，户数和人数要是整数，这一格不是。"
    return Problem(RAW_DATA, place, said, "只写数字；一户一行的表写“是”或“否”。")


def raw_money_forgotten(place: Location, header: str) -> Problem:
    """Several households were helped, and nobody says with how much."""
    said = f"“{header}”没有填，同一行却有不止一户得到帮扶。"
    return Problem(RAW_DATA, place, said, "填上金额；确实没有花钱的写 0。")


RAW_TOTAL = Rule(
    "raw-total",
    Severity.ERROR,
    RAW,
    3,
    title="合计和各项相加不一样",
    cause="表里自己写了合计，而它和各项相加对不上，不知道该信哪一个。",
    mending="核对原始表；合计也可以不写，由程序来算。",
    bad="和平区 40，河西区 61，合计 100",
    good="和平区 40，河西区 61，合计 101",
)


def raw_total_off(file: str, figure: str) -> Problem:
    """A total in the raw sheet is not the sum of its parts; `figure` says which in words."""
    said = f"“{figure}”的合计和各项相加不一样。"
    return Problem(RAW_TOTAL, Location(file), said, "核对原始表；合计也可以不写，由程序来算。")


NO_ROWS = Rule(
    "no-rows",
    Severity.ERROR,
    RAW,
    4,
    title="表里没有数据",
    cause="只有列名，下面没有内容；或者选错了工作表。",
    mending="列名下面每行写一条。",
    bad="期间 | 地区 | 户数",
    good="期间 | 地区 | 户数\n2026-03 | 河西区 | 61",
)


def no_rows(file: str) -> Problem:
    """A heading, and nothing below it."""
    return Problem(NO_ROWS, Location(file), "这份表里没有数据。", "列名下面每行写一条。")


NO_TABLE = Rule(
    "no-table",
    Severity.ERROR,
    RAW,
    5,
    title="没有这张统计表",
    cause="--table 后面写的名称，本站没有声明；或者它用的代码表有错误。",
    mending="从提示里列出的名称中选。",
    bad="mingshan protect yuanshi.csv --table bangfu",
    good="mingshan protect yuanshi.csv --table aid_waiting",
)


def table_unknown(name: str, declared: Sequence[str]) -> Problem:
    """`declared` are the names of the tables that there are."""
    first = "先在 data/ 里声明一张统计表（dataset.yaml 的 statistics 一项）。"
    hint = f"可以写：{'、'.join(declared)}。" if declared else first
    return Problem(NO_TABLE, Location(name), "没有这张统计表，或者它的代码表有错误。", hint)


MISSING_COLUMNS = Rule(
    "missing-columns",
    Severity.ERROR,
    RAW,
    6,
    title="统计表缺列",
    cause="期间、地区、类别这些列和每个指标都要有，缺了就不知道数是谁的。",
    mending="照提示补上缺的列。",
    bad="期间 | 户数",
    good="期间 | 地区 | 户数",
)


def measures_missing(file: str, table: str, missing: Iterable[str]) -> Problem:
    """A published table may leave out a measure, a raw one may not; all by their titles."""
    said = f"这份表缺少这些指标：{'、'.join(missing)}。"
    hint = f"“{table}”的每个指标要有一列，列名写指标的名称。"
    return Problem(MISSING_COLUMNS, Location(file, row=1), said, hint)


def columns_missing(
    file: str, table: str, missing: Iterable[str], columns: Iterable[str], measures: Iterable[str]
) -> Problem:
    """What a sheet lacks of the `columns` and `measures` that its table asks for; all by their titles."""
    return Problem(
        MISSING_COLUMNS,
        Location(file, row=1),
        f"这份表缺少这些列：{'、'.join(missing)}。",
        f"“{table}”的表要有：{'、'.join(columns)}；另外每个指标一列（{'、'.join(measures)}），"
        "或者写成“指标、数值”两列。",
    )


def column_repeated(file: str, header: str, column: int) -> Problem:
    """A second column of the same meaning; `column` counts from 1."""
    return Problem(
        DUPLICATE_COLUMN,
        Location(file, None, column, row=1, field=header),
        f"“{header[:20]}”这一列和前面的一列是同一项，不知道要用哪一列。",
        "核对以后只保留一列。",
    )


UNKNOWN_CODE = Rule(
    "unknown-code",
    Severity.ERROR,
    RAW,
    7,
    title="内容不在代码表里",
    cause="地区、类别写成了代码表里没有的代码，或者期间的长短和这张表不一样。",
    mending="写代码表里的代码；期间照提示的样子写。",
    bad="2026H1,9999,medical,asked,12,A,F",
    good="2026H1,1201,medical,asked,12,A,F",
)


def period_unknown(place: Location, title: str) -> Problem:
    """A period of another length than the table's, or none."""
    said = f"“{title}”的内容不是这张表用的期间。"
    return Problem(UNKNOWN_CODE, place, said, "期间写成 2026-03、2026H1 或 2026 这样。")


def code_unknown(place: Location, title: str) -> Problem:
    """Nothing that the codelist of the column knows."""
    said = f"“{title}”的内容不在代码表里。"
    return Problem(UNKNOWN_CODE, place, said, "写代码表里的代码或名称；合计写 _T 或“合计”。")


UNKNOWN_MEASURE = Rule(
    "unknown-measure",
    Severity.ERROR,
    RAW,
    8,
    title="没有这个指标",
    cause="指标的代码打错了，或者这张表不统计它。",
    mending="从提示里列出的指标中选。",
    bad="2026H1,1201,medical,visits,12,A,F",
    good="2026H1,1201,medical,asked,12,A,F",
)


def measure_unknown(place: Location, known: Iterable[str]) -> Problem:
    """`known` are the names of the measures that the table has."""
    return Problem(UNKNOWN_MEASURE, place, "这个指标不在这张表里。", f"可以写：{'、'.join(known)}。")


NOT_A_FIGURE = Rule(
    "not-a-figure",
    Severity.ERROR,
    RAW,
    9,
    title="应当是数的一格不是数",
    cause="写了“约”“多”、单位或负数。",
    mending="只写数字；不公布的空着或写 ＊。",
    bad="2026H1,1201,medical,asked,many,A,F",
    good="2026H1,1201,medical,asked,12,A,F",
)


def not_a_figure(place: Location, header: str) -> Problem:
    """A cell that should hold a number holds something else."""
    said = f"“{header}”应当是不小于 0 的数，这一格不是。"
    return Problem(NOT_A_FIGURE, place, said, "只写数字；已经不公布的数留空或写 ＊。")


MARK_MISMATCH = Rule(
    "mark-mismatch",
    Severity.ERROR,
    RAW,
    10,
    title="标记和数字不一致",
    cause="标着不公布却写了数，或者没有数也没有标明不公布。",
    mending="不公布的数空着，obs_status 写 Q；公布的数 obs_status 写 A。",
    bad="2026H1,1201,medical,asked,3,Q,C",
    good="2026H1,1201,medical,asked,,Q,C",
)


def mark_mismatch(place: Location, *, given: bool) -> Problem:
    """What the mark says of a figure, which is given or not, is not so."""
    said = "这一行标着不公布，却写了数。" if given else "这一行没有数，也没有标明不公布。"
    return Problem(MARK_MISMATCH, place, said, "不公布的数留空，obs_status 写 Q；公布的数 obs_status 写 A。")


def rounded_looks_exact(place: Location) -> Problem:
    """A figure of a rounded table that does not say that it is rounded."""
    hint = "约数的 obs_status 写 E；整张表用 mingshan protect 来做，不要手工改。"
    return Problem(MARK_MISMATCH, place, "这张表公布的是约数，这一行却标成了准数。", hint)


REPEATED_FIGURE = Rule(
    "repeated-figure",
    Severity.ERROR,
    RAW,
    11,
    title="同一个数写了两遍",
    cause="期间、地区、类别都相同的行出现了两次。",
    mending="删去其中一行。",
    bad="2026H1,1201,medical,asked,12,A,F\n2026H1,1201,medical,asked,13,A,F",
    good="2026H1,1201,medical,asked,13,A,F",
)


def figure_repeated(place: Location, first: Location) -> Problem:
    """Two rows speak of one figure."""
    said = f"这一行的期间、地区等和 {first.file} 第 {first.row} 行相同，同一个数写了两遍。"
    return Problem(REPEATED_FIGURE, place, said, "删去其中一行。")


KEY_MISSING = Rule(
    "key-missing",
    Severity.ERROR,
    RAW,
    12,
    title="没有密钥，没有处理",
    cause="处理统计表要用本单位的密钥：没有它，别人拿公开的程序倒着推，就能知道藏起来的数是多少。",
    mending="第一次用 mingshan protect --new-key 文件 生成，放在仓库外面、有备份的地方；以后每次写 --key 文件。",
    bad="mingshan protect yuanshi.csv --table aid",
    good="mingshan protect yuanshi.csv --table aid --key D:/miyao/mingshan.key",
)


def key_missing() -> Problem:
    """Without one, whoever reads the program knows what it withholds."""
    return Problem(
        KEY_MISSING,
        Location("mingshan protect"),
        "没有写密钥（--key）。没有密钥，公开的程序倒着一算，就知道藏起来的是多少。",
        "第一次用 mingshan protect --new-key 文件 生成一个，放在仓库外面；以后每次写 --key 文件。",
    )


KEY_UNUSABLE = Rule(
    "key-unusable",
    Severity.ERROR,
    RAW,
    13,
    title="密钥不能用",
    cause="文件不是密钥，放在了仓库里面，或者是演示用的密钥（它是公开的，什么也保护不了）而本站不是演示站。",
    mending="换成本单位自己的密钥；没有的用 mingshan protect --new-key 文件 生成一个，放在仓库外面。",
    bad="mingshan protect yuanshi.csv --table aid --key bench/demonstration_key.txt",
    good="mingshan protect yuanshi.csv --table aid --key D:/miyao/mingshan.key",
)
WHOLE_MISSING = Rule(
    "whole-missing",
    Severity.ERROR,
    RAW,
    14,
    title="做约数表没有给出上一级的准数",
    cause="一个区的一类列不列出来，只看公布的准数；没有它，约数可能说出区里不公布的数。",
    mending="先做好上一级的表，再把它写在 --previous 后面。",
    bad="mingshan protect yuanshi.csv --table yueshu --key D:/miyao/mingshan.key",
    good="mingshan protect yuanshi.csv --table yueshu --key D:/miyao/mingshan.key --previous zhunshu/2026.csv",
)


def no_key(file: str) -> Problem:
    """A file that holds something else."""
    return _unusable_key(file, "这个文件不是 mingshan protect --new-key 生成的密钥。")


def key_of_demonstrations(file: str) -> Problem:
    """Everybody has it, and this site is real."""
    return _unusable_key(file, "这是演示用的密钥，谁都能看到，什么也保护不了；本站不是演示站。")


def key_of_another(file: str, table: str, year: str, name: str) -> Problem:
    """Of one year, everything of a table is made with one key."""
    said = f"{year} 年的《{table}》是用另一个密钥（{name}）做的。同一年换了密钥，两期一对照，就能猜得更准。"
    hint = "用当时的那个密钥文件；找不到了，这一年的这张表不再做，新的密钥从下一年用起。"
    return Problem(KEY_UNUSABLE, Location(file), said, hint)


def key_in_repository(file: str) -> Problem:
    """The next commit would publish it."""
    return _unusable_key(file, "密钥放在了站点或 git 仓库的文件夹里面，会跟着提交被公开。")


def _unusable_key(file: str, said: str) -> Problem:
    hint = "换成本单位自己的、放在仓库外面的密钥；已经公开过的密钥不能再用。"
    return Problem(KEY_UNUSABLE, Location(file), said, hint)


def key_into_repository(file: str) -> Problem:
    """A new key that would be written where the next commit publishes it."""
    said = "密钥不能放在站点或 git 仓库的文件夹里面：跟着提交，就公开了。"
    return Problem(KEY_UNUSABLE, Location(file), said, "换一个仓库外面、有备份的文件夹。")


def whole_missing(file: str, example: str) -> Problem:
    """Exact figures above the rounded ones were not given; `example` is what one is called."""
    said = f"没有给出上一级的准数，例如“{example}”；哪一列可以列出，要看公布的准数。"
    return Problem(WHOLE_MISSING, Location(file), said, "先做好上一级的表，再把它写在 --previous 后面。")


def whole_of_other_cases(file: str, name: str) -> Problem:
    """A published exact figure is not the sum of this raw sheet."""
    said = f"“{name}”由这份原始表加出来的，和已经公布的准数不一样。"
    return Problem(RAW_TOTAL, Location(file), said, "准数和约数要用同一份原始表来做；迟到的个案算进下一期。")


def raw_where_none_can_be(file: str, name: str) -> Problem:
    """A case where the declaration says that there can be none."""
    said = f"声明说“{name}”不可能有（rounded 的 never），原始表里却有。"
    return Problem(RAW_DATA, Location(file), said, "核对这一行；确实有的，从 dataset.yaml 的 never 里删去。")


RAW_HOUSEHOLDS = Rule(
    "raw-households",
    Severity.ERROR,
    RAW,
    15,
    title="不知道一行是不是一户",
    cause="同一户一年里可能来六次，写六行，看上去像六户；公布了 6，其实说的是一户。",
    mending="在 dataset.yaml 的 statistics 里写明 rows；一户可以有几行的，原始表要有认出同一户的一列。",
    bad="期间 | 地区 | 类别 | 获得帮扶",
    good="期间 | 地区 | 类别 | 获得帮扶 | 户编号",
)


def rows_undeclared(file: str, table: str) -> Problem:
    """Nobody said whether a household may have several rows; `table` by its title."""
    return Problem(
        RAW_HOUSEHOLDS,
        Location(file),
        f"“{table}”没有说明原始表的一行是什么，没有处理。",
        "在它的 dataset.yaml 的 statistics 里加一行：rows: {are: visits, household_key: [户编号]}"
        "（一户可以有几行）；一户一年最多一行、由你们保证的，写 rows: {are: once}。",
    )


def households_missing(file: str, headings: Sequence[str], added_up: Iterable[str]) -> Problem:
    """The sheet does not tell households apart: `headings` that one column may have; those for sheets `added_up`."""
    columns = "、".join(added_up)
    otherwise = f"已经加总的表改加这些列：{columns}。" if columns else "已经加总的表不能用：合计不是各项之和。"
    return Problem(
        RAW_HOUSEHOLDS,
        Location(file, row=1),
        "一户可以有几行，这份表却没有认出同一户的一列。",
        f"加一列，列名写 {'、'.join(headings)} 之一，每户一个编号（只在这台电脑上用，不会写出来）；{otherwise}",
    )


def household_in_two(place: Location, title: str) -> Problem:
    """A household under two codes of a column that is declared to add up."""
    return Problem(
        RAW_HOUSEHOLDS,
        place,
        f"同一户在“{title}”里算在两处，dataset.yaml 却说一户只在一处（additive）：各项相加会多于合计。",
        "核对是不是两户；确实会在两处的，把它从 additive 里去掉。",
    )


def household_unknown(place: Location, header: str) -> Problem:
    """A row that does not say whose it is."""
    said = f"“{header}”空着，不知道这一行是哪一户。"
    return Problem(RAW_HOUSEHOLDS, place, said, "补上；不知道是谁的，给这一户编一个别处没有用过的号。")


def households_unreadable(place: Location, header: str) -> Problem:
    """No number of households, or more of them than visits."""
    said = f"“{header}”应当是整数，不比同一行的户次数多；有人来过的至少是 1。这一格不是。"
    return Problem(RAW_HOUSEHOLDS, place, said, "写这个数背后有多少个不同的户。")


RULES = (
    *AUDIT_RULES,
    *GROUPING_RULES,
    *NEIGHBOUR_RULES,
    *LEDGER_RULES,
    *SUCCESSION_RULES,
    RAW_IN_REPOSITORY,
    RAW_DATA,
    RAW_TOTAL,
    NO_ROWS,
    NO_TABLE,
    MISSING_COLUMNS,
    UNKNOWN_CODE,
    UNKNOWN_MEASURE,
    NOT_A_FIGURE,
    MARK_MISMATCH,
    REPEATED_FIGURE,
    KEY_MISSING,
    KEY_UNUSABLE,
    WHOLE_MISSING,
    RAW_HOUSEHOLDS,
)
