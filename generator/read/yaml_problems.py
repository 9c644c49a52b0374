"""What is wrong with a YAML file or the front matter of an article: the rules of its grammar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.chapters import CHAPTERS_FILES
from generator.model.dataset import Dataset, Field
from generator.model.problem import Location, Problem
from generator.model.problems import CONTROL_CHARACTER, EMPTY_FILE, PATH_MISMATCH
from generator.model.rule import Rule, Severity
from generator.read.names_in_messages import shown, suggestion

YAML_SYNTAX = Rule(
    "yaml-syntax",
    Severity.ERROR,
    CHAPTERS_FILES,
    10,
    title="YAML 写法不对",
    cause="引号没有成对、冒号后面少了空格、缩进没有对齐，或者内容以特殊符号开头，程序从这里起就读不懂了。",
    mending=(
        "看提示里的行号，从那一行和它的上一行查起：引号成对、冒号后面有一个空格、同一层左边对齐。"
        "拿不准的文字整段加上引号。"
    ),
)
YAML_TAB = Rule(
    "yaml-tab",
    Severity.ERROR,
    CHAPTERS_FILES,
    11,
    title="用了制表符（Tab）缩进",
    cause="YAML 只认空格，不认 Tab 键打出来的空白，两种看上去一样。",
    mending="把这一行开头的 Tab 换成空格，每层两个空格。",
)
YAML_SHAPE = Rule(
    "yaml-shape",
    Severity.ERROR,
    CHAPTERS_FILES,
    12,
    title="应当写一个值的地方写了列表或多项",
    cause="多打了方括号、短横线或冒号，一段文字就变成了列表或下一层的内容。",
    mending="删去多余的符号。文字里本来就有冒号加空格、或以 [ { 开头的，整段加上英文引号。",
)


def strange_key(place: Location, record: str | None = None) -> Problem:
    """A key must be a word, not a list or a mapping."""
    return Problem(
        YAML_SHAPE,
        place,
        "冒号前面应当是名称，这里却是一个列表或一组内容。",
        "写成“名称: 内容”；如果方括号或花括号是文字的一部分，请加上英文引号。",
        record,
    )


def not_a_mapping(place: Location, *, is_list: bool) -> Problem:
    """A file that is a list or a single word instead of `name: value` lines."""
    what = "一个列表" if is_list else "一段文字"
    return Problem(
        YAML_SHAPE,
        place,
        f"整份文件是{what}，应当是一行一项的“名称: 内容”。",
        "每份文件写一条记录，每行写成“名称: 内容”（英文冒号后空一格）。",
    )


def not_a_list(place: Location, dataset: Dataset, record: str | None) -> Problem:
    """A nested dataset's rows are written as a list, even a single one."""
    return Problem(
        YAML_SHAPE,
        place,
        f"“{dataset.title}”应当是一个列表。",
        "每一条以“- ”开头，下面各项与它对齐；只有一条时也要写“- ”。",
        record,
    )


def not_an_item(place: Location, dataset: Dataset, record: str | None) -> Problem:
    """A row of a nested dataset is a mapping, not a bare word."""
    return Problem(
        YAML_SHAPE,
        place,
        f"“{dataset.title}”的每一条应当由“名称: 内容”组成。",
        "检查这一条的冒号和缩进；不需要的空条请删去。",
        record,
    )


def nested_value(place: Location, field: Field, record: str | None, *, is_list: bool) -> Problem:
    """A field of one value (or an item of a list) holds a list or a mapping."""
    what = "一个列表" if is_list else "一组内容"
    wanted = "每行一个值的列表" if field.is_list else "一个值"
    return Problem(
        YAML_SHAPE,
        place,
        f"“{field.title}”应当是{wanted}，这里却有{what}。",
        "检查缩进、方括号和冒号；含有“: ”或以 [ { 开头的文字请加上英文引号。",
        record,
    )


YAML_DEPTH = Rule(
    "yaml-depth",
    Severity.ERROR,
    CHAPTERS_FILES,
    13,
    title="层次太深",
    cause="一条记录最多三层。层次太深，多半是括号或缩进打多了。",
    mending="删去多余的括号和缩进，照着同类记录的样子写。",
    bad="name: [[[[[示例一]]]]]",
    good="name: 示例一",
)


def too_deep(place: Location, levels: int) -> Problem:
    """More levels than anything here needs."""
    return Problem(YAML_DEPTH, place, f"层次超过 {levels} 层。", "减少缩进或括号的层次。")


YAML_DOCUMENTS = Rule(
    "yaml-documents",
    Severity.ERROR,
    CHAPTERS_FILES,
    14,
    title="一份文件里写了几条记录",
    cause="一行三个短横线（---）会把文件分成两份，程序不知道该读哪一份。",
    mending="每份文件只写一条记录，其余的另存为单独的文件。",
)
DUPLICATE_KEY = Rule(
    "duplicate-key",
    Severity.ERROR,
    CHAPTERS_FILES,
    15,
    title="同一项写了两次",
    cause="复制粘贴以后忘了改名，或者补写时没看到前面已经有了。程序不知道该信哪一个。",
    mending="只保留对的一处，另一处删去或改成正确的名称。",
)


def duplicate_key(place: Location, key: str, record: str | None = None) -> Problem:
    """The same key twice in one mapping: one of the two values would silently win."""
    return Problem(
        DUPLICATE_KEY,
        place,
        f"“{shown(key)}”写了两次。",
        "只保留一处，把另一处删去或改成正确的名称。",
        record,
    )


UNKNOWN_KEY = Rule(
    "unknown-key",
    Severity.ERROR,
    CHAPTERS_FILES,
    16,
    title="没有这一项",
    cause="项的名称打错了，或者写了这种数据没有的内容。写错名称的内容不会显示在网站上，所以要改。",
    mending="照提示里的正确名称改；每种数据有哪些项，见数据字典。",
)


def unknown_key(place: Location, key: str, dataset: Dataset, titles: Mapping[str, str], record: str | None) -> Problem:
    """A name that the declaration does not know; `titles` are those of all that it does, by name."""
    return Problem(UNKNOWN_KEY, place, f"“{shown(key)}”不是“{dataset.title}”的项。", suggestion(key, titles), record)


ALIAS = Rule(
    "alias",
    Severity.ERROR,
    CHAPTERS_FILES,
    17,
    title="用了 YAML 的引用（* 号或 & 号）",
    cause="以 * 或 & 开头的内容在 YAML 里有特殊意思（引用别处的内容），本站不读取引用。",
    mending="把要引用的内容原样写在这里；* 号本来就是文字的，整段加上英文引号。",
)


def yaml_alias(place: Location) -> Problem:
    """References inside YAML (`&` and `*`) are not read: nine lines of them can unfold to gigabytes."""
    return Problem(
        ALIAS,
        place,
        "这里用了 YAML 的引用（* 号），本站不读取引用。",
        "把要引用的内容原样写在这里；如果 * 号是文字的一部分，请给整段文字加上引号。",
    )


TAG = Rule(
    "tag",
    Severity.ERROR,
    CHAPTERS_FILES,
    18,
    title="内容前面有 ! 号开头的标记",
    cause="以 ! 开头的内容在 YAML 里表示“类型”，本站不读取。",
    mending="删去这个标记；! 号本来就是文字的，整段加上英文引号。",
)


def yaml_tag(place: Location, record: str | None = None) -> Problem:
    """Type marks (`!name`) are not read: they could make a program do more than read text."""
    return Problem(
        TAG,
        place,
        "内容前面有 ! 号开头的类型标记，本站不读取。",
        "删去类型标记；如果 ! 号是文字的一部分，请给整段文字加上英文引号。",
        record,
    )


FRONT_MATTER = Rule(
    "front-matter",
    Severity.ERROR,
    CHAPTERS_FILES,
    20,
    title="文章开头没有页首信息，或者看不懂",
    cause=(
        "案例这样的文章，开头要有一块夹在两行“---”之间的页首信息，写标题、单位、同意情况；没有它就不知道这是谁的文章。"
        "普通页面的页首信息写错了（例如冒号是中文的），会原样印在网页上。"
    ),
    mending="第一行写 ---，接着一行一项，再写一行 ---，下面才是正文。用 mingshan new case 可以得到现成的样子。",
    bad="## 背景\n\n张奶奶（化名）独自生活。",
    good="---\ntitle: 示例助餐案例\norganization: shili\n---\n\n## 背景\n\n张奶奶（化名）独自生活。",
)
YAML_RULES = (
    YAML_SYNTAX,
    YAML_TAB,
    YAML_SHAPE,
    YAML_DEPTH,
    YAML_DOCUMENTS,
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    ALIAS,
    TAG,
    FRONT_MATTER,
)


class SyntaxReading(NamedTuple):
    """How one message of libyaml reads: `at_start` points at where the unfinished thing began."""

    said: str
    rule: Rule
    message: str
    hint: str
    at_start: bool = False


_QUOTE = "给文字补上成对的引号；文字里有引号时，整段用另一种引号括起来。"
_SPECIAL = '给这一项的内容加上英文引号，例如 名称: "@示例"。'
_INDENT = "检查这一行和上一行开头的空格：同一层的项要对齐，下一层多空两格。"

READINGS = (
    SyntaxReading(
        "found a tab character", YAML_TAB, "这一行用了制表符（Tab）缩进。", "把 Tab 换成空格，每层两个空格。"
    ),
    SyntaxReading(
        "but found another document",
        YAML_DOCUMENTS,
        "一份文件里写了几份文档（用 --- 隔开）。",
        "每份文件只写一条记录，其余的另存为单独的文件。",
    ),
    SyntaxReading("undefined alias", ALIAS, "以 * 号开头的内容会被当作引用。", "给整段文字加上英文引号。"),
    SyntaxReading(
        "maximum nesting depth", YAML_DEPTH, "层次太深，文件没有读取。", "删去多余的括号和缩进，一条记录最多三层。"
    ),
    SyntaxReading(
        "while scanning a quoted scalar found unexpected", YAML_SYNTAX, "从这里开始的引号没有收尾。", _QUOTE, True
    ),
    SyntaxReading("escape", YAML_SYNTAX, "双引号里的反斜杠写法不对。", "把双引号换成单引号，或把 \\ 写成 \\\\。"),
    SyntaxReading(
        "mapping values are not allowed",
        YAML_SYNTAX,
        "同一行里出现了两个“: ”，或这一行缩进不对。",
        "给含有冒号的内容加上英文引号；" + _INDENT,
    ),
    SyntaxReading(
        "could not find expected ':'",
        YAML_SYNTAX,
        "这一行缺少冒号，或没有接上前一行。",
        "写成“名称: 内容”，英文冒号后空一格；多行文字要比名称多缩进两格。",
        True,
    ),
    SyntaxReading(
        "while parsing a flow",
        YAML_SYNTAX,
        "从这里开始的方括号或花括号没有写完整。",
        "检查括号是否成对、各项之间是否用英文逗号隔开。",
        True,
    ),
    SyntaxReading("did not find expected '-'", YAML_SYNTAX, "列表里有一行不以“- ”开头，或没有对齐。", _INDENT),
    SyntaxReading(
        "did not find expected key", YAML_SYNTAX, "这一行的缩进与前面的项对不上，或引号后面还有文字。", _INDENT
    ),
    SyntaxReading("document start", YAML_SYNTAX, "这一行的缩进比第一项少。", _INDENT),
    SyntaxReading("cannot start any token", YAML_SYNTAX, "内容不能以这个符号开头。", _SPECIAL),
    SyntaxReading(
        "block sequence entries are not allowed",
        YAML_SYNTAX,
        "“- ”写在了不该写的地方。",
        "列表从名称的下一行开始，每行以“- ”开头。",
    ),
    SyntaxReading(
        "parsing a block node",
        YAML_SYNTAX,
        "这里应当是内容，却是逗号或括号。",
        "删去多余的符号，或给整段文字加上英文引号。",
    ),
    SyntaxReading(
        "scanning a block scalar",
        YAML_SYNTAX,
        "| 号或 > 号后面还有文字。",
        "多行文字从下一行写起，比名称多缩进两格；只有一行时给文字加上英文引号。",
    ),
    SyntaxReading("anchor", YAML_SYNTAX, "以 & 或 * 号开头的内容有特殊含义。", _SPECIAL),
    SyntaxReading("scanning an alias", YAML_SYNTAX, "以 & 或 * 号开头的内容有特殊含义。", _SPECIAL),
    SyntaxReading("mapping keys are not allowed", YAML_SYNTAX, "以 ? 号开头的内容有特殊含义。", _SPECIAL),
    SyntaxReading("unexpected ':'", YAML_SYNTAX, "方括号或花括号里的冒号写法不对。", _SPECIAL),
    SyntaxReading("tag", YAML_SYNTAX, "以 ! 号开头的内容有特殊含义。", _SPECIAL),
    SyntaxReading("directive", YAML_SYNTAX, "以 % 号开头的行有特殊含义。", _SPECIAL),
)
"""First match wins; the longer phrases stand before the words they contain."""
OTHER = SyntaxReading("", YAML_SYNTAX, "这里的写法不符合 YAML 格式。", _INDENT)


def yaml_unreadable(place: Location, reading: SyntaxReading) -> Problem:
    """A file that is not YAML, by what libyaml said of it."""
    return Problem(reading.rule, place, reading.message, reading.hint)


def wide_colon(place: Location) -> Problem:
    """A Chinese colon where YAML wants its own."""
    said = "这一行的冒号是中文的（：），程序只认英文的。"
    return Problem(YAML_SYNTAX, place, said, "写成“名称: 内容”：英文冒号，后面空一格。")


def yaml_without_content(file: str) -> Problem:
    """A file of comments only, or of an empty document."""
    return Problem(EMPTY_FILE, Location(file), "文件里没有内容。", "填写内容；如果不再需要，请删除这份文件。")


def written_elsewhere(place: Location, name: str, given: str, record: str | None) -> Problem:
    """A file says of itself what its path (or the record around) does not."""
    return Problem(
        PATH_MISMATCH,
        place,
        f"文件里写的 {name} 与它所在的位置（{shown(given)}）不一致。",
        f"改正其中一处，或删去文件里的 {name} 一项。",
        record,
    )


def escaped_control(place: Location, field: Field, record: str | None) -> Problem:
    """A control character written as an escape (a backslash and digits) is one all the same."""
    return Problem(
        CONTROL_CHARACTER,
        place,
        f"“{field.title}”里有用反斜杠写成的控制字符。",
        "删去反斜杠和后面的代码；文字里确有反斜杠时，请改用单引号。",
        record,
    )
