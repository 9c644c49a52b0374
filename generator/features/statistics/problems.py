"""What is wrong with a table of counts, and what it gives away: the rules of statistics."""

from __future__ import annotations

from generator.features.statistics.audit.problems import AUDIT_RULES
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
RULES = (
    *AUDIT_RULES,
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
)
