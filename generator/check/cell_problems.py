"""What is wrong with a cell or a row by itself: its rules, and what people are told, of Frictionless's verdicts too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any

from generator.model.chapters import CELLS
from generator.model.dataset import Field
from generator.model.finding import Finding
from generator.model.formats import FORMATS
from generator.model.masking import shown
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

REQUIRED = Rule(
    "required",
    Severity.ERROR,
    CELLS,
    1,
    title="必填的没有填",
    cause="这一项是公开所必需的，空着的话，来看的人会不知道该找谁、怎么办。",
    mending="补上内容。确实不知道的，先问清楚再提交，不要写“无”或“待定”。",
)


def part_of_key_missing(field: Field) -> Finding:
    """A part of a key is needed even where its field may be empty."""
    return Finding(REQUIRED, None, field.name, f"“{field.title}”没有填。", "它是编号的一部分，必填。")


TYPE = Rule(
    "type",
    Severity.ERROR,
    CELLS,
    2,
    title="内容的种类不对",
    cause="该写数字的写了文字（“约三十人”），该写日期的写了不存在的一天，该写“是”或“否”的写了别的。",
    mending="数字只写数字，不加单位、逗号和“约”；日期写成 2026-01-31；是非只写“是”或“否”。",
)


def not_finite(field: Field) -> Finding:
    """NaN or Infinity."""
    return Finding(TYPE, None, field.name, f"“{field.title}”应当是数字。", "只写数字，不加逗号和单位。")


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


def beyond_measure(field: Field) -> Finding:
    """A number of more digits than a spreadsheet keeps."""
    said = f"“{field.title}”的数太大、太小或太长，不可能是真的。"
    return Finding(BEYOND_MEASURE, None, field.name, said, "核对原始材料，改正这个数。")


ENUM = Rule(
    "enum",
    Severity.ERROR,
    CELLS,
    3,
    title="不在可选的范围里",
    cause="这一项只能从几个固定的词里选，统计和筛选才对得上。写错一个字、换一种说法都认不出来。",
    mending="从提示里列出的词中选一个，照抄代码。Excel 模板里这一格有下拉框。",
)


def outside_categories(field: Field, text: str, labels: Mapping[str, str]) -> Finding:
    """A field with a closed list of values holds something else; `labels` are what may be written, with their words."""
    said = f"“{field.title}”写的{shown(field, text)}不在可选的范围里。"
    return Finding(ENUM, None, field.name, said, _enum_hint(labels, text))


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


def dates_out_of_order(first: Field, second: Field, before: str, after: str) -> Finding:
    """`before` stands in the field that comes first, `after` in the other, and is the earlier day."""
    said = f"“{second.title}”写的{shown(second, after)}早于“{first.title}”写的{shown(first, before)}。"
    return Finding(DATE_ORDER, None, second.name, said, "核对两个日期，改正写错的一个。")


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


def unsafe_key(field: Field, text: str) -> Finding:
    """A key with signs that cannot stand in an address, or too many of them."""
    said = f"“{field.title}”里有不能用在网址里的符号，或者太长：{shown(field, text)}。"
    return Finding(UNSAFE_KEY, None, field.name, said, _PLAIN_SIGNS)


def reserved_key(field: Field, text: str) -> Finding:
    """A word that names pages of the site, or that some system keeps for itself."""
    return Finding(UNSAFE_KEY, None, field.name, f"“{field.title}”不能写“{text}”，这是保留的词。", "换一个编号。")


def unsafe_filter_value(field: Field, text: str) -> Finding:
    """What a list is narrowed by has signs that cannot stand in an address, or too many of them."""
    said = f"“{field.title}”用来筛选，里面有不能用在网址里的符号，或者太长：{shown(field, text)}。"
    return Finding(UNSAFE_KEY, None, field.name, said, _PLAIN_SIGNS)


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
_GRAVEST = ("required", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum")
"""A cell that breaks several constraints is told the one that explains most."""


def cell_fault(field: Field, cell: object, broken: Collection[str]) -> Finding:
    """One sentence and one hint for a cell; `broken` names what Frictionless missed: `type`, or constraints."""
    text = ";".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
    if "type" in broken:
        return _wrong_type(field, text)
    name = min(broken, key=lambda each: _GRAVEST.index(each) if each in _GRAVEST else len(_GRAVEST))
    limit = field.descriptor.get("constraints", {}).get(name)
    return _CONSTRAINTS[name](field, text, limit)


def _wrong_type(field: Field, text: str) -> Finding:
    """A cell does not hold what its field's type asks for."""
    if field.type == "string":
        return wrong_format(field, text)
    if field.type == "boolean":
        yes, no = field.descriptor.get("trueValues", ["true"])[0], field.descriptor.get("falseValues", ["false"])[0]
        return Finding(
            TYPE, None, field.name, f"“{field.title}”写的{shown(field, text)}看不懂。", f"只能写“{yes}”或“{no}”。"
        )
    wanted, hint = _TYPES[field.type]
    return Finding(TYPE, None, field.name, f"“{field.title}”应当是{wanted}，写的是{shown(field, text)}。", hint)


def wrong_format(field: Field, text: str) -> Finding:
    """A value does not fit its field's format."""
    wanted, example, *_ = FORMATS[field.format]
    said = f"“{field.title}”不对：{shown(field, text)}。"
    return Finding(BY_FORMAT[field.format], None, field.name, said, f"应当是{wanted}，例如 {example}。")


def _required(field: Field, _text: str, _limit: Any) -> Finding:
    """A field that must be filled in is empty."""
    return Finding(REQUIRED, None, field.name, f"“{field.title}”没有填。", f"这一项必填。{field.description}")


def _enum(field: Field, text: str, limit: Any) -> Finding:
    """A field with a closed list of values holds something else."""
    return outside_categories(field, text, field.labels or {str(value): str(value) for value in limit or ()})


def _enum_hint(labels: Mapping[str, str], text: str) -> str:
    """The value that was probably meant, then all that may be written."""
    by_label = {label: value for value, label in labels.items()}
    close = get_close_matches(text, [*labels, *by_label], n=1, cutoff=0.5)
    meant = by_label.get(close[0], close[0]) if close else None
    first = f"是不是 {meant}（{labels[meant]}）？" if meant else ""
    options = "、".join(value if value == label else f"{value}（{label}）" for value, label in labels.items())
    return f"{first}可以写：{options}。"


def _pattern(field: Field, text: str, _limit: Any) -> Finding:
    """A text does not have the form its field asks for."""
    example = field.descriptor.get("example")
    return Finding(
        PATTERN,
        None,
        field.name,
        f"“{field.title}”的写法不对：{shown(field, text)}。",
        f"{field.description}{f'例如 {example}。' if example else ''}" or "对照数据字典改正。",
    )


def _too_long(field: Field, text: str, limit: Any) -> Finding:
    """A text is longer than its field allows."""
    return Finding(
        LENGTH,
        None,
        field.name,
        f"“{field.title}”有 {len(text)} 个字，最多 {limit} 个字。",
        "写得短一些，细节放到别的栏目。",
    )


def _too_short(field: Field, text: str, limit: Any) -> Finding:
    """A text is shorter than its field asks for."""
    return Finding(
        LENGTH, None, field.name, f"“{field.title}”只有 {len(text)} 个字，至少 {limit} 个字。", "写得完整一些。"
    )


def _too_small(field: Field, text: str, limit: Any) -> Finding:
    """A number or date lies below the smallest allowed."""
    return Finding(
        RANGE, None, field.name, f"“{field.title}”不能小于 {limit}，写的是{shown(field, text)}。", "核对后改正。"
    )


def _too_large(field: Field, text: str, limit: Any) -> Finding:
    """A number or date lies above the largest allowed."""
    return Finding(
        RANGE, None, field.name, f"“{field.title}”不能大于 {limit}，写的是{shown(field, text)}。", "核对后改正。"
    )


_CONSTRAINTS: Mapping[str, Callable[[Field, str, Any], Finding]] = {
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _too_short,
    "maxLength": _too_long,
    "minimum": _too_small,
    "maximum": _too_large,
}
_TYPES = {
    "integer": ("整数", "只写数字，不加逗号、单位和小数。"),
    "number": ("数字", "只写数字，不加逗号和单位；“万元”请换算成元。"),
    "date": ("日期", "写成 2026-01-31 这样的日期，并核对这一天是否存在。"),
    "list": ("一个或多个值", "多个值之间用分号隔开。"),
    "year": ("年份", "写成 2026 这样四位数字。"),
}

CELL_RULES = (
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
)
