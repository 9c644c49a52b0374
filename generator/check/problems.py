"""What is wrong with a cell, a row, a dataset or its declaration: the rules of checking."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.chapters import CELLS, RECORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

NATIONAL_CHANGED = Rule(
    "national-changed",
    Severity.ADVICE,
    RECORDS,
    42,
    title="本市改了引擎自带的规定",
    cause="法律规定随引擎提供，升级就是新的。本市写了同编号的一条，就一直用本市的，引擎自带的改了也看不到。",
    mending="有本市的文件作依据的留着，在备注里写明；没有的，删去本市的这一条。",
    bad="data/disclosure/annual-report-2026.yaml 改了 name",
    good="（删去这份文件，用引擎自带的）",
)
NATIONAL_WEAKENED = Rule(
    "national-weakened",
    Severity.WARNING,
    RECORDS,
    43,
    title="本市改了规定的要求",
    cause="改的是约束谁、什么时候、公开什么才算：公开义务会因此变多变少，按时和逾期也跟着变。",
    mending="核对依据的原文。本市的文件确实另有规定的，在备注里写明文号和条款；没有的，删去本市的这一条。",
    bad="data/disclosure/annual-report-2026.yaml 把 due_on 改成 12-31",
    good="（删去这份文件，用引擎自带的）",
)
DECLARATION_BEHIND = Rule(
    "declaration-behind",
    Severity.ADVICE,
    RECORDS,
    51,
    title="声明是整份抄的，引擎的已经更新",
    cause="这份声明以前整份抄自引擎，又改过。引擎后来加上的字段，这里没有，法律规定新要的内容就没有地方填。",
    mending="改成以引擎的声明为底，只写本市自己的：name、extends 各一行，再写加上的和改动的字段。",
    bad="name: projects\ntitle: 慈善项目\nschema: …（整份）",
    good="name: projects\nextends: projects",
)
REQUIRED = Rule(
    "required",
    Severity.ERROR,
    CELLS,
    1,
    title="必填的没有填",
    cause="这一项是公开所必需的，空着的话，来看的人会不知道该找谁、怎么办。",
    mending="补上内容。确实不知道的，先问清楚再提交，不要写“无”或“待定”。",
)
TYPE = Rule(
    "type",
    Severity.ERROR,
    CELLS,
    2,
    title="内容的种类不对",
    cause="该写数字的写了文字（“约三十人”），该写日期的写了不存在的一天，该写“是”或“否”的写了别的。",
    mending="数字只写数字，不加单位、逗号和“约”；日期写成 2026-01-31；是非只写“是”或“否”。",
)
BEYOND_MEASURE = Rule(
    "beyond-measure",
    Severity.ERROR,
    CELLS,
    20,
    title="数大得不可能",
    cause="十六位以上的数、小得看不见的数、几十位小数，表格软件都存不准，多半是多按了键或粘贴错了。",
    mending="核对原始材料，改正这个数。",
    bad="budget: 99999999999999999999999999",
    good="budget: 99999",
)
ENUM = Rule(
    "enum",
    Severity.ERROR,
    CELLS,
    3,
    title="不在可选的范围里",
    cause="这一项只能从几个固定的词里选，统计和筛选才对得上。写错一个字、换一种说法都认不出来。",
    mending="从提示里列出的词中选一个，照抄代码。Excel 模板里这一格有下拉框。",
)
PATTERN = Rule(
    "pattern",
    Severity.ERROR,
    CELLS,
    4,
    title="写法不合规定",
    cause="这一项有固定的样子，例如编号只能用小写字母、数字和短横线。大写字母、空格、全角字符都不行。",
    mending="照提示里的例子改；全角的字母和数字换成半角。",
)
LENGTH = Rule(
    "length",
    Severity.ERROR,
    CELLS,
    5,
    title="太长或太短",
    cause="名称、简介在列表里要排得下，所以有字数上限；太短的又说不清楚，所以有下限。",
    mending="太长的，把细节移到“项目内容”一类的长文字里；太短的，写完整。",
)
RANGE = Rule(
    "range",
    Severity.ERROR,
    CELLS,
    6,
    title="超出允许的范围",
    cause="数字或日期比规定的最小值还小，或比最大值还大。常见的原因是多打、少打了一位，或把元写成了万元。",
    mending="核对原始材料，改正写错的数。",
)
DATE_ORDER = Rule(
    "date-order",
    Severity.ERROR,
    CELLS,
    7,
    title="两个日期前后颠倒",
    cause="先发生的写成了后发生的，例如结束日期早于开始日期。多半是其中一个年份写错了。",
    mending="核对两个日期，改正写错的一个。",
)
CREDIT_CODE = Rule(
    "credit-code",
    Severity.ERROR,
    CELLS,
    8,
    title="统一社会信用代码不对",
    cause=(
        "18 位代码的最后一位是校验码，由前面 17 位算出。抄错一位、把字母 O 和数字 0、字母 I 和数字 1 混了，就对不上。"
    ),
    mending="对照登记证书重新抄一遍，字母用大写。",
)
TELEPHONE = Rule(
    "telephone",
    Severity.ERROR,
    CELLS,
    9,
    title="电话打不通",
    cause="位数不对、少了区号，或者一格里写了两个号码。来求助的人照着打，打不通就走了。",
    mending="固定电话写成“区号-号码”；只写一个单位的公开电话，不要写个人手机。",
)
URL = Rule(
    "url",
    Severity.ERROR,
    CELLS,
    10,
    title="网址不对",
    cause="网址要以 http:// 或 https:// 开头，并且有域名。只写“www.”开头的、写公众号名称的、带密码的都不行。",
    mending="在浏览器里打开那个网页，从地址栏复制整个网址。",
)
EMAIL = Rule(
    "email",
    Severity.ERROR,
    CELLS,
    11,
    title="电子邮箱不对",
    cause="少了 @ 或后面的域名，或者中间有空格、全角字符。",
    mending="写成 name@example.org 这样，写单位的邮箱，不写个人的。",
)
PERIOD = Rule(
    "period",
    Severity.ERROR,
    CELLS,
    12,
    title="期的写法不对",
    cause="目录每半年一期，写年份加 H1（上半年）或 H2（下半年）。只写年份、写“2026下半年”都认不出来。",
    mending="2026 年 7 月到 12 月的一期写 2026H2。文件放在这个名称的文件夹里。",
)
YEAR = Rule(
    "year",
    Severity.ERROR,
    CELLS,
    13,
    title="年份不对",
    cause="年份要写四位数字，并且在 1900 到 2200 之间。写成两位数、写成“2025年度”都不行。",
    mending="写成 2025 这样四位数字。",
    bad="所属年度: 25",
    good="所属年度: 2025",
)
YUAN = Rule(
    "yuan",
    Severity.ERROR,
    CELLS,
    14,
    title="金额不对",
    cause="金额不能是负数，单位是元，不写“万元”“约”和逗号。退款、调整不要写成负数。",
    mending="换算成元，只写数字。冲减以前的数，请另写一条更正并说明原因。",
)
PEOPLE = Rule(
    "people",
    Severity.ERROR,
    CELLS,
    15,
    title="人数不对",
    cause="人数不能是负数，只写数字，不写“人”“余”和“约”。",
    mending="写实际的人数；不知道就空着，不要估计。",
)
HOUSEHOLDS = Rule(
    "households",
    Severity.ERROR,
    CELLS,
    16,
    title="户数不对",
    cause="户数不能是负数，只写数字，不写“户”和“约”。",
    mending="写实际的户数；不知道就空着，不要估计。",
)
ATTACHMENT = Rule(
    "attachment",
    Severity.ERROR,
    CELLS,
    17,
    title="附件的位置写得不对",
    cause="附件写的是 content 文件夹里的位置。以“../”开头、带盘符或网址的写法会指到外面去，不能用。",
    mending="把文件放进 content/files/ 下面，写成 files/2026/文件名.pdf。",
    bad="attachments: [../申报表.docx]",
    good="attachments: [files/2026-zhengji/申报表.docx]",
)
COMPANION = Rule(
    "companion",
    Severity.ERROR,
    CELLS,
    18,
    title="文章附带文件的名称写得不对",
    cause="案例的图片和附件放在文章自己的文件夹里，只写文件名，不写路径。",
    mending="把文件放进文章的文件夹，写成“餐桌.jpg”这样的文件名。",
    bad="attachments: [../huizong.pdf]",
    good="attachments: [huizong.pdf]",
)
UNSAFE_KEY = Rule(
    "unsafe-key",
    Severity.ERROR,
    CELLS,
    19,
    title="编号不能用在网址里",
    cause="编号会成为网址的一部分，所以不能有空格、斜杠、百分号等符号，也不能用 index、page 这些保留的词。",
    mending="只用英文字母、数字、汉字和短横线，如 2026-zhucan。",
    bad="data/notes/a%2f.yaml",
    good="data/notes/a2f.yaml",
)


_PLAIN_SIGNS = "只用英文字母、数字、汉字和短横线。"


def unsafe_new_key(folder: str) -> Problem:
    """A key that somebody typed for a record which is not there yet."""
    return Problem(UNSAFE_KEY, Location(folder), "编号里有不能用在文件名和网址里的符号。", _PLAIN_SIGNS)


def unsafe_part_of_path(declaration: str) -> Problem:
    """Something else that the path of the new file is made of."""
    return Problem(UNSAFE_KEY, Location(declaration), "有一项不能用作文件名。", _PLAIN_SIGNS)


DUPLICATE_ID = Rule(
    "duplicate-id",
    Severity.ERROR,
    RECORDS,
    1,
    title="编号重复",
    cause="两条记录用了同一个编号，网址就会撞在一起。复制一条来改、忘了换编号时最常见；只差大小写的也算相同。",
    mending="给后来的一条换一个没有用过的编号。同一条写了两遍的，删去一条。",
    bad="data/notes/n1.yaml 和 data/notes/N1.yaml",
    good="data/notes/n1.yaml 和 data/notes/n2.yaml",
)
DUPLICATE_VALUE = Rule(
    "duplicate-value",
    Severity.ERROR,
    RECORDS,
    2,
    title="不能重复的内容重复了",
    cause="有些内容每条记录各不相同，例如统一社会信用代码。两条相同，必有一条写错，或者是同一条写了两遍。",
    mending="核对哪一条写错了；同一条写了两遍的，删去一条。",
)
RECORD_COUNT = Rule(
    "record-count",
    Severity.ERROR,
    RECORDS,
    6,
    title="记录的条数不合理",
    cause="这种数据大致有多少条是事先知道的（例如全市有几个区）。一下子少了或多了，多半是文件缺了一截或放重了。",
    mending="检查文件是否完整。条数确实变了，请技术人员修改 dataset.yaml 里的 records。",
)
DECLARATION = Rule(
    "declaration",
    Severity.ERROR,
    RECORDS,
    7,
    title="数据的声明写得不对",
    cause="dataset.yaml 说明一种数据有哪些项、怎样显示。名称打错、用了没有的类型，整种数据就没法读。",
    mending="照提示逐条改；每一项的意思见“怎样声明一种数据”。这份文件一般由技术人员维护。",
)
PRIVACY_UNDECLARED = Rule(
    "privacy-undeclared",
    Severity.WARNING,
    RECORDS,
    50,
    title="没有写明一种数据给不给公众",
    cause="给公众的数据会原样放在网上，任何人都可以下载、再用。没有人写明可以公开的，本站不公开：没有网页，也没有下载。",
    mending="由管这种数据的人定：可以公开的写 privacy: public，只有汇总数字的写 aggregate，工作用的写 internal。",
)
ATTACHMENT_MISSING = Rule(
    "attachment-missing",
    Severity.ERROR,
    RECORDS,
    10,
    title="写到的附件不在那里",
    cause="记录里写了文件名，而那个位置没有这份文件：没有上传、改了名，或者大小写不一样。",
    mending="把文件放到那里，或改正文件名；大小写也要一致。",
    bad="attachments: [files/2026-zhengji/没有这一份.docx]",
    good="attachments: [files/2026-zhengji/申报表.docx]",
)
COMPANION_UNNAMED = Rule(
    "companion-unnamed",
    Severity.WARNING,
    RECORDS,
    11,
    title="文章文件夹里有没写到的文件",
    cause="只有在页首信息里写到的图片和附件才会发布。没写到的文件不会公开，但会留在代码库里。",
    mending="要公开的图片写进 images，其他文件写进 attachments；不需要的请删去。",
    bad="content/cases/2026/shili/多余.txt（页首信息里没有写到）",
    good="attachments: [多余.txt]",
)
BY_FORMAT: Mapping[str, Rule] = {
    rule.code.replace("-", "_"): rule
    for rule in (
        CREDIT_CODE,
        TELEPHONE,
        URL,
        EMAIL,
        PERIOD,
        YEAR,
        YUAN,
        PEOPLE,
        HOUSEHOLDS,
        ATTACHMENT,
        COMPANION,
    )
}
"""A format that a value can miss is a rule of the same name."""
NAME_ALIKE = Rule(
    "name-alike",
    Severity.WARNING,
    RECORDS,
    40,
    title="两个名称看起来一样，写法却不同",
    cause="全角和半角、繁体和简体、形近的字、看不见的符号，都能让一家冒充另一家，也会把同一家算成两家。",
    mending="是同一家的，改成同一种写法；不是的，请审核人核实是不是冒用名称。",
    bad="name: 示例慈善協會",
    good="name: 示例慈善协会",
)
NAME_WITH_OTHER_CODE = Rule(
    "name-with-other-code",
    Severity.ERROR,
    RECORDS,
    41,
    title="同一个名称，统一社会信用代码却不同",
    cause="一家组织只有一个代码。名称相同、代码不同，多半有一条写错了，也可能有人冒名。",
    mending="按登记证书改正代码；真有两家同名的，名称写全称，加上登记机关所在的地方。",
    bad="name: 示例慈善协会（已经有一家，代码不同）",
    good="name: 示例区慈善协会",
)
RULES = (
    REQUIRED,
    TYPE,
    BEYOND_MEASURE,
    ENUM,
    PATTERN,
    LENGTH,
    RANGE,
    DATE_ORDER,
    CREDIT_CODE,
    TELEPHONE,
    URL,
    EMAIL,
    PERIOD,
    YEAR,
    YUAN,
    PEOPLE,
    HOUSEHOLDS,
    ATTACHMENT,
    COMPANION,
    UNSAFE_KEY,
    DUPLICATE_ID,
    DUPLICATE_VALUE,
    RECORD_COUNT,
    NATIONAL_CHANGED,
    NATIONAL_WEAKENED,
    DECLARATION_BEHIND,
    DECLARATION,
    PRIVACY_UNDECLARED,
    ATTACHMENT_MISSING,
    COMPANION_UNNAMED,
    NAME_ALIKE,
    NAME_WITH_OTHER_CODE,
)
