"""The keys of a declaration's `directory:` block: what each means and what may be written in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.dataset import GIVEN_AWAY
from generator.model.formats import DECLARED_FORMATS
from generator.model.role import ROLES

Names = frozenset[str]
"""The dataset's own columns."""


class Fault(NamedTuple):
    """What is wrong below a key: the way to it, and the sentence that says so."""

    trail: tuple[str | int, ...]
    sentence: str


class DeclarationKey(NamedTuple):
    """`shape` finds the faults in a value, given the dataset's columns; `meaning` is for the reference page."""

    meaning: str
    shape: Callable[[Any, Names], Iterator[Fault]]


def _text(value: Any, _names: Names) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.strip():
        yield Fault((), "应当是一段文字")


def _flag(value: Any, _names: Names) -> Iterator[Fault]:
    if not isinstance(value, bool):
        yield Fault((), "应当是 true 或 false")


def _column(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, str) or value not in names:
        yield Fault((), f"“{value}”不是这个数据集的字段")


def _sort_column(value: Any, names: Names) -> Iterator[Fault]:
    yield from _column(value.removeprefix("-") if isinstance(value, str) else value, names)


def _each(item: Callable[[Any, Names], Iterator[Fault]]) -> Callable[[Any, Names], Iterator[Fault]]:
    def shape(value: Any, names: Names) -> Iterator[Fault]:
        if not isinstance(value, list):
            yield Fault((), "应当是一个列表")
            return
        for index, each in enumerate(value):
            yield from (Fault((index, *fault.trail), fault.sentence) for fault in item(each, names))

    return shape


def _mapping(
    required: Mapping[str, Callable[[Any, Names], Iterator[Fault]]],
    optional: Mapping[str, Callable[[Any, Names], Iterator[Fault]]],
) -> Callable[[Any, Names], Iterator[Fault]]:
    def shape(value: Any, names: Names) -> Iterator[Fault]:
        if not isinstance(value, dict):
            yield Fault((), "应当由“名称: 内容”组成")
            return
        yield from (Fault((), f"缺少 {name}") for name in required if name not in value)
        for name, each in value.items():
            part = required.get(name) or optional.get(name)
            if part is None:
                yield Fault((name,), f"没有 {name} 这一项；可以写：{'、'.join((*required, *optional))}")
            else:
                yield from (Fault((name, *fault.trail), fault.sentence) for fault in part(each, names))

    return shape


def _filter(value: Any, names: Names) -> Iterator[Fault]:
    whole = _mapping({"field": _column}, {"name": _text, "level": _text, "label": _text})
    yield from _column(value, names) if isinstance(value, str) else whole(value, names)


def _two(sentence: str) -> Callable[[Any, Names], Iterator[Fault]]:
    def shape(value: Any, names: Names) -> Iterator[Fault]:
        if not isinstance(value, list) or len(value) != 2:
            yield Fault((), sentence)
        else:
            yield from _each(_column)(value, names)

    return shape


def _formats(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault((), "应当由“字段: 格式”组成")
        return
    for name, format_ in value.items():
        yield from (Fault((name,), fault.sentence) for fault in _column(name, names))
        if format_ not in DECLARED_FORMATS:
            yield Fault((name,), f"没有“{format_}”这种格式；可以用：{'、'.join(DECLARED_FORMATS)}")


def _aliases(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault((), "应当由“字段: 列名的列表”组成")
        return
    for name, headings in value.items():
        yield from (Fault((name,), fault.sentence) for fault in _column(name, names))
        yield from (Fault((name, *fault.trail), fault.sentence) for fault in _each(_text)(headings, names))


def _count(value: Any, _names: Names) -> Iterator[Fault]:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        yield Fault((), "应当是不小于 0 的整数")


def _privacy(value: Any, _names: Names) -> Iterator[Fault]:
    if value not in _PRIVACY:
        yield Fault((), f"应当是 {'、'.join(_PRIVACY)} 之一")


def _origin(value: Any, _names: Names) -> Iterator[Fault]:
    if value not in ORIGINS:
        yield Fault((), f"应当是 {'、'.join(ORIGINS)} 之一，或不写")


def _period_levels(value: Any, _names: Names) -> Iterator[Fault]:
    for level in value if isinstance(value, list) and value else [value]:
        if level not in LEVELS_OF_TIME:
            yield Fault((), f"应当是一个列表，写 {'、'.join(LEVELS_OF_TIME)} 中的几个")


def _axis(value: Any, names: Names) -> Iterator[Fault]:
    options = {"codes": _text, "levels": _each(_text), "total": _text, "only": _each(_text), "calendar": _period_levels}
    options["also"] = _each(_mapping({"codes": _text, "members": _text}, {}))
    yield from _mapping({"field": _column}, options)(value, names)
    if isinstance(value, dict) and ("codes" in value) == ("calendar" in value):
        yield Fault((), "应当写 codes（代码表）或 calendar（期间），二者写一个")


def _codes(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict) or not value:
        yield Fault((), "应当由“字段: 代码”组成")
        return
    for name, code in value.items():
        yield from (Fault((name,), fault.sentence) for fault in (*_column(name, names), *_text(code, names)))


def _day(value: Any, _names: Names) -> Iterator[Fault]:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
        yield Fault((), "应当是日期，如 2026-01-01")


_standard = _mapping({"where": _codes, "least": _count, "most": _count, "from": _day, "source": _text}, {"until": _day})
_statistics = _mapping(
    {
        "axes": _each(_axis),
        "measures": _each(
            _mapping(
                {"code": _text, "unit": _text},
                {"counted_by": _text, "part_of": _text, "standards": _each(_standard)},
            )
        ),
    },
    {
        "rounded": _mapping(
            {"field": _column, "level": _text, "base": _count}, {"never": _each(_codes), "drawn_as": _text}
        ),
        "rows": _mapping({"are": _text}, {"household_key": _each(_text), "additive": _each(_column)}),
        "contains": _each(_mapping({"records": _text, "count": _text, "measure": _text}, {"of": _text})),
    },
)

LEVELS_OF_TIME = ("month", "half-year", "year")
"""Lengths of the periods a table may have, from the shortest."""


def _folder(value: Any, _names: Names) -> Iterator[Fault]:
    parts = value.split("/") if isinstance(value, str) else []
    if len(parts) < 2 or parts[0] not in _SOURCES or any(part in ("", ".", "..") for part in parts):
        yield Fault((), f"应当是 {' 或 '.join(_SOURCES)} 里面的文件夹，如 content/cases")


def _consent(value: Any, names: Names) -> Iterator[Fault]:
    """A field's name alone is how it was written before a consent could end."""
    whole = _mapping({"scope": _column, "until": _column, "hides": _each(_column)}, {"basis": _column})
    yield from _column(value, names) if isinstance(value, str) else whole(value, names)
    if isinstance(value, dict) and value.get("hides") == []:
        yield Fault(("hides",), "至少写一个字段")


def _role(value: Any, _names: Names) -> Iterator[Fault]:
    if value not in ROLES:
        yield Fault((), f"没有“{value}”这种用途；可以写：{'、'.join(ROLES)}")


def _standard_fields(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault((), "应当由“标准名称: 字段”组成")
        return
    for standard, own in value.items():
        yield from (Fault((standard,), fault.sentence) for fault in _column(own, names))
        if standard in names:
            yield Fault((standard,), "这个数据集已有同名的字段，不能再指到另一个字段")


def _schema_type(value: Any, _names: Names) -> Iterator[Fault]:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Z][A-Za-z]+", value):
        yield Fault((), "应当是 schema.org 的类型名，如 Service")


def _properties(value: Any, names: Names) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault((), "应当由“schema.org 的属性: 字段”组成")
        return
    for name, field in value.items():
        yield from (Fault((name,), fault.sentence) for fault in _column(field, names))


_COUNTED = {"field": _column, "value": _text}


def _counted(value: Any, names: Names) -> Iterator[Fault]:
    yield from _mapping({"label": _text, "unit": _text, "position": _count}, _COUNTED)(value, names)
    if isinstance(value, dict) and ("field" in value) != ("value" in value):
        yield Fault((), "field 和 value 要么都写，要么都不写")


_SOURCES = ("data", "content")
ORIGINS = ("national", "city")
_PRIVACY = (*GIVEN_AWAY, "personal", "internal")

KEYS: Mapping[str, DeclarationKey] = {
    "role": DeclarationKey("这种数据做什么用：网站按用途认得它，不看它叫什么名字；不写就只有列表、记录页和下载", _role),
    "fields": DeclarationKey("用途所要的字段在这里叫什么名字：标准名称在前，自己的字段在后", _standard_fields),
    "origin": DeclarationKey(
        "city 表示只有本市有，新建站点时不带；national 是以前的写法，各地都一样的现在随引擎提供，不用写", _origin
    ),
    "only_with": DeclarationKey(
        "引擎自带的数据写：站点有这些用途的数据，或者有数据指向它，才有它；不写就每个站点都有", _each(_role)
    ),
    "binding": DeclarationKey(
        "引擎自带的法律和规定写：本市改了某一条的这些字段，检查时警告；改了别的字段只是提醒", _each(_column)
    ),
    "label": DeclarationKey("用哪个字段作为记录的名称", _column),
    "summary": DeclarationKey("用哪个字段作为一句话介绍", _column),
    "filing": DeclarationKey("填报的人要知道的：文件怎么分、写在哪里；显示在数据字典，不显示在给公众看的列表", _text),
    "columns": DeclarationKey("列表卡片上显示的字段", _each(_column)),
    "filters": DeclarationKey("列表可以按哪些字段筛选；level 表示按上级的某一层筛选", _each(_filter)),
    "links": DeclarationKey(
        "引用两端的说法：backlabel 是在被引用的记录页上的标题",
        _each(_mapping({"field": _column, "backlabel": _text}, {"label": _text})),
    ),
    "layout": DeclarationKey(
        "记录页分几块、每块有哪些字段；不写就把全部字段放在一块里",
        _each(_mapping({"title": _text, "fields": _each(_column)}, {})),
    ),
    "formats": DeclarationKey("字段的格式，决定怎么检查、怎么显示", _formats),
    "aliases": DeclarationKey("别人的表格里这个字段还会写成哪些列名，导入时认得", _aliases),
    "also_called": DeclarationKey("哪些字段写着这条记录的别的叫法：别人的表格里这样写，导入时认得", _each(_column)),
    "lookalikes": DeclarationKey("哪些字段里的名称不能和别的混淆：看起来一样、写法不同的，检查时提醒", _each(_column)),
    "numbering": DeclarationKey(
        "导入时没有编号的怎样编号：field 编号，within 编号前一半是哪个字段，digits 后一半几位，"
        "known_by 凭哪两个字段（名称、提供者）认出以前的编号",
        _mapping({"field": _column, "within": _column, "digits": _count, "known_by": _two("应当写两个字段")}, {}),
    ),
    "completeness": DeclarationKey("可填可不填、公众用得着而不花钱的字段：填了多少，算完整度", _each(_column)),
    "former": DeclarationKey(
        "不请人填的字段（以前的，或者程序自己填的）：文件里有的照样读，表单和填报表里不出现", _each(_column)
    ),
    "counted": DeclarationKey(
        "首页怎样数这种记录：label 叫什么，unit 单位，position 排第几；只数某一种的，写 field 和 value",
        _counted,
    ),
    "described_as": DeclarationKey(
        "搜索引擎把一条记录看作什么：type 是 schema.org 的类型，properties 是它的属性取自哪些字段",
        _mapping({"type": _schema_type}, {"properties": _properties}),
    ),
    "foreign": DeclarationKey(
        "别处做的汇总数字写 true：公开的要写 sources 和 licenses；不能写 statistics，不和本站受保护的统计表合在一起",
        _flag,
    ),
    "personal": DeclarationKey("可能涉及个人的字段，提示中一律遮盖", _each(_column)),
    "order": DeclarationKey("不能颠倒的两个日期", _each(_two("应当写两个日期字段，先发生的在前"))),
    "sort": DeclarationKey("列表的排列顺序；字段前加 - 表示从大到小", _each(_sort_column)),
    "records": DeclarationKey("应有多少条记录", _mapping({}, {"min": _count, "max": _count})),
    "privacy": DeclarationKey(
        "给不给公众：public（公开）、aggregate（只有汇总数字）；personal（涉及个人）、internal（工作用）的和没有写的不公开",
        _privacy,
    ),
    "hierarchy": DeclarationKey("记录之间的上下级", _mapping({"parent": _column, "level": _column}, {})),
    "nested": DeclarationKey(
        "写在另一个数据集每条记录里面的列表", _mapping({"in": _text, "list": _text, "parent": _column}, {})
    ),
    "statistics": DeclarationKey(
        "统计表：axes 是各个维度（field 列、codes 代码表、levels 层级、total 合计的代码、"
        "only 只有哪几个代码，期间写 calendar，also 同一个维度的另一套归并，如服务片区："
        "codes 是它的数据集，members 是其中列出成员代码的字段），"
        "measures 是各个指标（unit 单位，counted_by 金额对应的户数，part_of 属于哪个指标的一部分，"
        "standards 公开的标准：where 哪种情况、一户 least 至少和 most 至多多少元、from 从哪天起、"
        "until 到哪天、source 出处），"
        "rounded 只公布约数的一层（field 列、level 层级、base 取成几的倍数、never 不可能有的情况），"
        "rows 原始表的一行是什么（are 写 visits 一户可以有几行，household_key 是认出同一户的那一列的列名；"
        "distinct 一户可以有几行，但在每一格、每个合计里只算一户，各项相加会多于合计，"
        "additive 是一户只会在其中一个代码里的列，这些列仍能相加；once 一户最多一行，由做表的人保证），"
        "contains 别处公布的哪些数都算在这张表里（records 数据集、count 其中的人数户数字段、measure 算在哪个指标里、"
        "of 哪个字段指向写有地区和类别的记录）：攻击的人知道表里的数不会比它们小",
        _statistics,
    ),
    "ended": DeclarationKey(
        "哪个字段取哪些值时，记录已经过去：仍可查到，但排在现有的后面，不算作还能用的",
        _mapping({"field": _column, "values": _each(_text)}, {}),
    ),
    "pages": DeclarationKey("每条记录有没有自己的网页", _flag),
    "menu": DeclarationKey("列表放在网站菜单的哪一栏", _text),
    "source": DeclarationKey("记录放在哪个文件夹，从站点文件夹算起；不写就放在声明旁边", _folder),
    "body": DeclarationKey("记录是 Markdown 文章时，正文放进哪个字段", _column),
    "consent": DeclarationKey(
        "记录靠本人同意才能公开：scope 是写明同意公开什么的字段（同意公开姓名的，姓名不再算泄露），basis 是同意方式，"
        "until 是到期日，hides 是到期以后处处不再显示的字段；写在这条记录里面的列表到期也不再显示",
        _consent,
    ),
}
"""Every key of the block; the reference page on the site and the check are both made from this table."""
