"""What is wrong with a record among others, a dataset or its declaration; the rules of cells stand beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from generator.check.cell_problems import CELL_RULES
from generator.model.chapters import RECORDS
from generator.model.dataset import Field
from generator.model.declaration_keys import Fault
from generator.model.masking import HIDDEN, hides_its_values, mask_numbers, shown_key
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


def national_changed(place: Location, record: str, changes: Sequence[tuple[str, str, str]]) -> Problem:
    """`changes` are title, what the engine says and what the city says of every field that differs."""
    return _of_city(NATIONAL_CHANGED, place, record, changes)


def national_weakened(place: Location, record: str, changes: Sequence[tuple[str, str, str]]) -> Problem:
    """The same where one of the fields says whom a duty binds, when or to what."""
    return _of_city(NATIONAL_WEAKENED, place, record, changes)


def _of_city(rule: Rule, place: Location, record: str, changes: Sequence[tuple[str, str, str]]) -> Problem:
    differences = "；".join(f"{title}：引擎自带{shipped}，本市{own}" for title, shipped, own in changes)
    return Problem(
        rule,
        place,
        f"这一条用本市的，代替了引擎自带的同编号记录。{differences}。",
        "有本市的文件作依据的，在备注里写明；没有的，删去本市的这一条，就用引擎自带的。",
        record,
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


_NAMED = 6
"""Fields named in one sentence."""


def declaration_behind(place: Location, name: str, shipped: str, titles: Sequence[str]) -> Problem:
    """`titles` are those of the fields that the engine's declaration, called `shipped`, has and this one lacks."""
    named = "、".join(f"“{each}”" for each in titles[:_NAMED]) + ("等" if len(titles) > _NAMED else "")
    return Problem(
        DECLARATION_BEHIND,
        place,
        f"引擎自带的这份声明多了 {len(titles)} 个字段：{named}。",
        f"改成 name: {name} 和 extends: {shipped} 两行，再写本市加上的和改动的字段。",
        name,
    )


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


def key_repeated(place: Location, field: Field, key: str, first: Location) -> Problem:
    """Two records of one key, or of two that differ by letter case only."""
    return Problem(
        DUPLICATE_ID,
        place,
        f"“{field.title}”写的{_shown_key(field, key)}与{_in_words(first)}重复。",
        "给其中一条换一个没有用过的编号；如果是同一条写了两遍，删去一条。",
        key,
    )


def _shown_key(field: Field, key: str) -> str:
    return HIDDEN if hides_its_values(field) else f"“{shown_key(key)}”"


def _in_words(place: Location) -> str:
    if place.cell:
        return f" {place.file} 的 {place.cell} 格"
    return f" {place.file} 第 {place.line} 行" if place.line else f" {place.file} "


DUPLICATE_VALUE = Rule(
    "duplicate-value",
    Severity.ERROR,
    RECORDS,
    2,
    title="不能重复的内容重复了",
    cause="有些内容每条记录各不相同，例如统一社会信用代码。两条相同，必有一条写错，或者是同一条写了两遍。",
    mending="核对哪一条写错了；同一条写了两遍的，删去一条。",
)


def value_repeated(place: Location, field: Field, record: str, first: Location) -> Problem:
    """A field declared unique holds the same in two records."""
    said = f"“{field.title}”与{_in_words(first)}的相同，而它不能重复。"
    return Problem(DUPLICATE_VALUE, place, said, "核对哪一条写错了。", record)


RECORD_COUNT = Rule(
    "record-count",
    Severity.ERROR,
    RECORDS,
    6,
    title="记录的条数不合理",
    cause="这种数据大致有多少条是事先知道的（例如全市有几个区）。一下子少了或多了，多半是文件缺了一截或放重了。",
    mending="检查文件是否完整。条数确实变了，请技术人员修改 dataset.yaml 里的 records。",
)


def unexpected_size(place: Location, title: str, count: int, least: int, most: int) -> Problem:
    """A dataset holds fewer or more records than its declaration expects."""
    return Problem(
        RECORD_COUNT,
        place,
        f"“{title}”有 {count} 条记录，应当在 {least} 到 {most} 条之间。",
        "检查数据文件是不是缺了一截或多了一份；数量确实变了，就改 dataset.yaml 里的 records。",
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


def declaration_faulty(place: Location, name: str, fault: Fault) -> Problem:
    """A key of the declaration of dataset `name` cannot be used as it stands."""
    where = ".".join(str(part) for part in fault.trail if isinstance(part, str))
    return Problem(
        DECLARATION,
        place,
        f"数据集“{name}”的声明里，{where or '整份文件'}：{fault.sentence}。",
        "对照其他数据集的 dataset.yaml 改正；每一项的意思见网站的“怎样声明一种数据”页（dictionary/declaration/）。",
        name,
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


def privacy_undeclared(place: Location, name: str, title: str) -> Problem:
    """Nobody has said whether the public may have the dataset."""
    return Problem(
        PRIVACY_UNDECLARED,
        place,
        f"没有写明“{title}”给不给公众，所以没有公开。",
        "可以公开的，在 directory: 下面加一行 privacy: public；只给工作人员看的，加一行 privacy: internal。",
        name,
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


def attachment_missing(place: Location, record: str, title: str, file: PurePosixPath) -> Problem:
    """A field, called `title`, names a file that is not there."""
    return Problem(
        ATTACHMENT_MISSING,
        place,
        f"“{title}”写到的文件 {file.name} 不在 {file.parent}。",
        "把文件放到那里，或改正文件名（大小写也要一致）。",
        record,
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


def companion_unnamed(file: str) -> Problem:
    """A file beside an article that its front matter does not name."""
    return Problem(
        COMPANION_UNNAMED,
        Location(file),
        "文章的页首信息里没有写到这个文件，它不会发布。",
        "图片写进 images，其他文件写进 attachments；不需要的请删去。",
    )


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


def name_alike(place: Location, record: str, name: str, right: str) -> Problem:
    """Two spellings that a reader takes for one; `right` is what stands more often or is an organisation's own."""
    return Problem(
        NAME_ALIKE,
        place,
        f"“{_shown(name)}”和“{_shown(right)}”看起来一样，写法却不同（全角、繁体、形近或看不见的字）。",
        "是同一家的，改成同一种写法；不是的，请审核人核实是不是冒用名称。",
        record,
    )


def _shown(name: str) -> str:
    return mask_numbers("".join(sign if sign.isprintable() else "□" for sign in name))[:40]


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


def name_with_other_code(place: Location, name: str, first: str, second: str) -> Problem:
    """`first` and `second` are the keys of the organisations of one name."""
    return Problem(
        NAME_WITH_OTHER_CODE,
        place,
        f"“{_shown(name)}”有两家（编号 {first}、{second}），统一社会信用代码不同。",
        "查清哪一家是真的。同一家只登记一份，按登记证书改正代码；真有两家同名的，名称写全称，加上登记机关所在的地方。",
        second,
    )


RULES = (
    *CELL_RULES,
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


def unmendable_here(problem: Problem) -> Problem:
    """The same of a file that the engine ships, with who can mend it: nobody who keeps an instance can."""
    return replace(
        problem,
        hint="这份文件是引擎自带的，不在您的文件夹里：请升级引擎，或告诉引擎的维护人员；"
        "等不及时，在自己的 data/ 里写一条同编号的记录代替它。",
    )
