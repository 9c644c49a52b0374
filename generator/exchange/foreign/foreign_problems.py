"""What is wrong with a directory from elsewhere or with its mapping, and what of it was left out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.chapters import WORKBOOKS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

_SHOWN = 10
"""Records and fields that one problem names."""

SOURCE_UNREADABLE = Rule(
    "source-unreadable",
    Severity.ERROR,
    WORKBOOKS,
    80,
    title="别处的数据读不了",
    cause="文件不是说的那种格式，压缩包太大、有密码，或者里面的文件会解到别的文件夹里去。",
    mending="照提示改：检查 --from 写得对不对；压缩包请对方重新打包，只放数据文件。",
    bad="mingshan import --from hsds 照片.zip",
    good="mingshan import --from hsds hsds-tables.zip",
)


def source_unreadable(file: str, why: str) -> Problem:
    """A source of which nothing, or one file of which, can be used."""
    return Problem(SOURCE_UNREADABLE, Location(file), f"{why}，没有读取。", "检查 --from 和文件；改好再导入。")


def without_table(file: str) -> Problem:
    """Nothing that is a heading with something below it."""
    return source_unreadable(file, "没有表头，或者表头下面没有数据")


def without_data(file: str, format_: str) -> Problem:
    """Files that hold nothing of the format."""
    return source_unreadable(file, f"里面没有 {format_} 的数据")


def no_json(file: str) -> Problem:
    """A text that is none, or one nested deeper than anybody writes."""
    return source_unreadable(file, "不是 JSON，或者嵌套太深")


MAPPING_FAULT = Rule(
    "mapping-fault",
    Severity.ERROR,
    WORKBOOKS,
    81,
    title="对照表写错了",
    cause="对照表写明别处的哪一项放进本站的哪一项；写了没有的用途、字段或编号，就不知道放到哪里。",
    mending="照提示改对照表；不知道怎么写的，删去那一行，用引擎自带的。",
    bad="defaults: {offer: {category: 医疗类}}",
    good="defaults: {offer: {category: medical}}",
)


def mapping_fault(file: str, where: str, wrong: str) -> Problem:
    """A place in a mapping that cannot be meant."""
    return Problem(MAPPING_FAULT, Location(file), f"对照表里 {where}：{wrong}。", "写法见操作指南“导入别处的数据”。")


def nothing_to_extend(file: str) -> Problem:
    """A format of which the engine has no mapping."""
    return mapping_fault(file, "extends", "引擎没有自带这种格式的对照表")


def other_format(file: str, written: str, given: str) -> Problem:
    """A mapping for another format than the command names."""
    return mapping_fault(file, "format", f"是给 {written} 的，命令里写的是 {given}")


RECORD_REFUSED = Rule(
    "record-refused",
    Severity.WARNING,
    WORKBOOKS,
    82,
    title="有几条没有导入",
    cause="别处的记录缺少本站必须有的项，或者写的是个人，不能放进来。同一个原因的合在一起说。",
    mending="能补的，在对照表的 defaults 里写上；不能补的，不用管，别的照样导入。",
    bad="defaults: {offer: {}}（来源没有电话）",
    good='defaults: {offer: {phone: "12345"}}',
)


def records_refused(file: str, what: str, why: str, names: Sequence[str]) -> Problem:
    """Records that are refused for one reason, all counted and the first named."""
    return Problem(
        RECORD_REFUSED,
        Location(file),
        f"{what}有 {len(names)} 条没有导入：{why}（{_some(names)}）。",
        "能补的写进对照表的 defaults；不能补的不用管。",
    )


def persons_refused(file: str, what: str, count: int) -> Problem:
    """Objects that are somebody; not even their ids are repeated."""
    return records_refused(file, what, "写的是个人，一概不读", ["个人"] * count)


VALUE_LEFT_OUT = Rule(
    "value-left-out",
    Severity.ADVICE,
    WORKBOOKS,
    83,
    title="有些内容没有带进来",
    cause="记录带进来了，其中有的内容本站这一项放不下：格式不合、不认得，或者像是个人信息。",
    mending="看看要不要紧。要紧的，在对照表里写明怎么对照，或者导入以后补上。",
    bad="电话：(0123) 4567 8900（不是能拨通的号码）",
    good="电话：022-示例号码",
)


def values_left_out(file: str, what: str, title: str, why: str, names: Sequence[str]) -> Problem:
    """Values of one field that were left out for one reason; what they were is not repeated."""
    return Problem(
        VALUE_LEFT_OUT,
        Location(file, field=title),
        f"{what}的“{title}”有 {len(names)} 处没有带进来：{why}（{_some(names)}）。",
        "要紧的，写进对照表，或者导入以后补上。",
    )


FIELD_UNMAPPED = Rule(
    "field-unmapped",
    Severity.ADVICE,
    WORKBOOKS,
    84,
    title="有些项没有对照",
    cause="别处有、对照表里没有写到的项，一概不带进来，所以列出来给您看。",
    mending="不需要的不用管；需要的，在对照表的 fields 里写明放进本站的哪一项。",
    bad="service.wait_time（没有对照）",
    good="fields: {notes: [alert, wait_time]}",
)


def fields_unmapped(file: str, names: Sequence[str]) -> Problem:
    """Fields that hold something and that the mapping does not name, all of them."""
    return Problem(
        FIELD_UNMAPPED,
        Location(file),
        f"{len(names)} 项没有对照，没有带进来：{'、'.join(names)}。",
        "需要的，在对照表的 fields 里写明；人的姓名和联系方式不要带。",
    )


def _some(names: Sequence[str]) -> str:
    return "、".join(names[:_SHOWN]) + (" 等" if len(names) > _SHOWN else "")


FOREIGN_RULES = (SOURCE_UNREADABLE, MAPPING_FAULT, RECORD_REFUSED, VALUE_LEFT_OUT, FIELD_UNMAPPED)
