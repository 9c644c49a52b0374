"""What is wrong with a file of data as a file: its encoding, size, name and signs."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_FILES, RECORDS
from generator.model.dataset import Dataset, Field
from generator.model.problem import Location, Problem
from generator.model.problems import (
    CONTROL_CHARACTER,
    EMPTY_FILE,
    UNREADABLE_FILE,
    UNSAFE_NAME,
)
from generator.model.rule import Rule, Severity
from generator.read.names_in_messages import shown_path

SAVE_AS_UTF8 = "请用 UTF-8 重新保存：Excel 选“另存为 → CSV UTF-8（逗号分隔）”，记事本选“另存为 → 编码 UTF-8”。"


NO_DATASETS = Rule(
    "no-datasets",
    Severity.WARNING,
    RECORDS,
    8,
    title="没有任何数据",
    cause="data 文件夹是空的，或者里面没有 dataset.yaml。",
    mending="检查 --root 指的文件夹对不对；新建站点请运行 mingshan init。",
    bad="mingshan check --root 空文件夹",
    good="mingshan init xinzhan\nmingshan check --root xinzhan",
)


def no_datasets(folder: str, declaration: str) -> Problem:
    """A project without a single declaration has nothing to show."""
    return Problem(
        NO_DATASETS,
        Location(folder),
        f"data/ 里没有任何数据集声明（{declaration}）。",
        "运行 mingshan init 建立一个可用的示例，再照着改。",
    )


FORMER_COPY = Rule(
    "former-copy",
    Severity.ADVICE,
    RECORDS,
    44,
    title="以前带来的国家规定副本",
    cause="以前新建站点时，法律规定、类别这些各地一样的数据是复制进来的，法律改了也不会跟着改；现在随引擎提供，升级就有。",
    mending="把提示的文件删去。本市改过的那几条留着，网站用本市的，并提醒和引擎自带的哪里不同。",
    bad="data/rules/disclosure/annual-report-2026.yaml（和以前带来的一样）",
    good="（删去；或者只留本市改过的）",
)


def former_copies_here(folder: str, count: int) -> Problem:
    """Somebody who mends a copy should know that the engine's own has come in its place."""
    return Problem(
        FORMER_COPY,
        Location(folder),
        f"这里有 {count} 份文件和引擎以前带来的一模一样，没有读取：用的是引擎自带的新版本。",
        "可以删去；本市要改哪一条，只留那一条，改了就用本市的。",
    )


HIDDEN_SIGN = Rule(
    "hidden-sign",
    Severity.ERROR,
    CHAPTERS_FILES,
    29,
    title="有看不见、或会打乱顺序的符号",
    cause="零宽空格、从右往左的控制符、私有区的字，看不出来，却能让一个名称冒充另一个，也让搜索找不到。",
    mending="删去这一处前后的几个字重新打一遍；从网页和聊天软件复制的，先贴到记事本里再复制。",
)


def hidden_sign(place: Location, sign: str, count: int) -> Problem:
    """A sign without width, or one that turns the direction of writing: two names look alike and are not."""
    return Problem(
        HIDDEN_SIGN,
        place,
        f"文字里有看不见、或会打乱顺序的符号（U+{ord(sign):04X}，共 {count} 处）。",
        "删去这一处前后的几个字，重新打一遍；从别处复制的，先贴到记事本里再复制。",
    )


def escaped_hidden(place: Location, field: Field, record: str | None) -> Problem:
    """A sign that nobody sees, written as an escape."""
    return Problem(
        HIDDEN_SIGN,
        place,
        f"“{field.title}”里有用反斜杠写成的、看不见或会打乱顺序的符号。",
        "删去反斜杠和后面的代码，重新打一遍这几个字。",
        record,
    )


ENCODING = Rule(
    "encoding",
    Severity.ERROR,
    CHAPTERS_FILES,
    1,
    title="文件不是 UTF-8 编码",
    cause=(
        "Excel 直接“另存为 CSV”、旧版记事本直接保存，用的都是 GBK。程序会照 GBK 试着读，但少数字可能变成乱码，"
        "所以提醒一声。"
    ),
    mending="Excel 里选“另存为 → CSV UTF-8（逗号分隔）”；记事本里选“另存为 → 编码 UTF-8”。内容不用改。",
    bad="Excel：文件 → 另存为 → CSV（逗号分隔）(*.csv)",
    good="Excel：文件 → 另存为 → CSV UTF-8（逗号分隔）(*.csv)",
    also=(Severity.WARNING,),
)


def undecodable(place: Location, byte: int) -> Problem:
    """Bytes that are text in none of the encodings we read."""
    return Problem(
        ENCODING,
        place,
        f"文字编码无法识别，第 {byte} 个字节处出错，文件没有读取。",
        SAVE_AS_UTF8,
    )


def other_encoding(encoding: str, file: str) -> Problem:
    """A file in GBK or UTF-16 is read, but the next program may take it for something else."""
    return Problem(
        ENCODING.at(Severity.WARNING),
        Location(file),
        f"文件不是 UTF-8 编码，已按 {encoding} 读取。",
        SAVE_AS_UTF8,
    )


def page_encoding(file: str) -> Problem:
    """A page in GBK or UTF-16: MkDocs reads UTF-8 alone and would stop."""
    return Problem(
        ENCODING,
        Location(file),
        "文章不是 UTF-8 编码，网页没法生成。",
        "用记事本打开，选“另存为 → 编码 UTF-8”，保存后再提交。",
    )


FILE_TOO_LARGE = Rule(
    "file-too-large",
    Severity.ERROR,
    CHAPTERS_FILES,
    3,
    title="文件太大",
    cause="一份文件只写一条记录或一张不大的表。文件特别大，多半是把图片、扫描件或整库导出放错了地方。",
    mending="检查是不是放错了文件。数据确实很多时，按地区或期间分成几份。",
    bad="data/notes/n2.yaml（50 MB）",
    good="data/notes/n2.yaml（几 KB，只写这一条记录）",
)


def file_too_large(file: str, size: int, largest: int) -> Problem:
    """A file larger than its kind may be, which is a mistake more often than data."""
    return Problem(
        FILE_TOO_LARGE,
        Location(file),
        f"文件有 {size / (1024 * 1024):.1f} MB，超过上限 {largest // (1024 * 1024)} MB，没有读取。",
        "检查是否放错了文件；数据确实很多时，请分成几份文件。",
    )


def sent_file_too_large(name: str, most: int) -> Problem:
    """A file this large is not a table that people filled in."""
    return Problem(
        FILE_TOO_LARGE,
        Location(name),
        f"文件超过 {most // (1024 * 1024)} MB，没有读取。",
        "检查是不是选错了文件；表里有图片的，请删去图片再存一份。",
    )


MISSING_FILE = Rule(
    "missing-file",
    Severity.ERROR,
    CHAPTERS_FILES,
    5,
    title="声明里写的数据文件不存在",
    cause="这种数据的说明（dataset.yaml）说数据在某份文件里，而那份文件没有，或者改了名。",
    mending="把文件放回原处，文件名和说明里的 path 一字不差；文件确实改了名，就改说明里的 path。",
    bad="path: notes.csv（而 data/notes/ 里没有 notes.csv）",
    good="path: notes.csv（data/notes/notes.csv 放回来了）",
)


def missing_file(dataset: Dataset) -> Problem:
    """The one file that the declaration names does not exist."""
    return Problem(
        MISSING_FILE,
        Location(f"{dataset.records_folder}/{dataset.path}"),
        f"“{dataset.title}”的数据文件不存在。",
        f"建立这份文件，或改正 {dataset.declaration} 里的 path。",
    )


UNREAD_FILE = Rule(
    "unread-file",
    Severity.WARNING,
    CHAPTERS_FILES,
    6,
    title="文件名不对，不会被读取",
    cause=(
        "每种数据对文件名有规定，例如一条记录一份“编号.yaml”。写成 .yml、放进了别的文件夹、多了一层文件夹，"
        "程序就不认得。"
    ),
    mending="照提示里的样子改文件名。不是数据的文件（说明、草稿）请移到别处。",
)


def unread_file(dataset: Dataset, files: list[str]) -> Problem:
    """Files in the dataset's folder whose names the declared path does not ask for: easily a wrong extension."""
    others = f"等 {len(files)} 份文件" if len(files) > 1 else ""
    return Problem(
        UNREAD_FILE,
        Location(files[0]),
        f"这份文件{others}的名称不符合“{dataset.title}”的文件命名方式，不会被读取。",
        f"文件应当命名为 {dataset.records_folder}/{dataset.path}；不是数据的文件请移到别处。",
    )


UNKNOWN_KIND = Rule(
    "unknown-kind",
    Severity.ERROR,
    CHAPTERS_FILES,
    7,
    title="这种文件不能直接读取",
    cause="数据文件夹里只读 CSV 和 YAML。Excel 工作簿、Word 文档放进去不会被读取，因为别人看不出改了哪里。",
    mending="Excel 表请用“mingshan import”导入，或者另存为 CSV UTF-8；其他文件移到 content 文件夹。",
    bad="data/notes/n2.xlsx",
    good="data/notes/n2.yaml",
)


def unknown_kind(file: str) -> Problem:
    """A workbook among the records: somebody takes it for data, and nobody would ever see it."""
    return Problem(
        UNKNOWN_KIND,
        Location(file),
        "这种文件不能直接读取，只能读取 CSV 和 YAML。",
        "在 Excel 里选“另存为 → CSV UTF-8（逗号分隔）”。",
    )


CONFLICT_MARK = Rule(
    "conflict-mark",
    Severity.ERROR,
    CHAPTERS_FILES,
    30,
    title="文件里有 git 的冲突记号",
    cause="两个人改了同一处或相邻的行，git 不知道留哪一份，就把两份都写进文件，用三行记号隔开。",
    mending="记号之间各是一份：留下对的那份，两份都对就都留下，再删去三行记号。",
    bad="<<<<<<< HEAD\ns001,助餐\n=======\ns002,助浴\n>>>>>>> fork",
    good="s001,助餐\ns002,助浴",
)


def conflict_mark(place: Location) -> Problem:
    """Git could not join two changes and left both in the file, between marks."""
    return Problem(
        CONFLICT_MARK,
        place,
        "从这里起是两次修改冲突时 git 留下的记号（<<<<<<<、=======、>>>>>>>），文件没有读取。",
        "两份内容之间留下正确的（两边都要的，两边都留下），再删去三行记号。",
    )


TOO_MANY_PROBLEMS = Rule(
    "too-many-problems",
    Severity.ERROR,
    CHAPTERS_FILES,
    28,
    title="问题太多，其余的没有列出",
    cause="一份文件的问题超过 100 个，多半是放错了文件，或者整列错位。",
    mending="先看前几个问题，常常改一处就全好了；全都相似时，检查是不是放错了文件。",
)


def too_many_problems(file: str, most: int) -> Problem:
    """A file with this many problems is most likely another file than it should be."""
    return Problem(
        TOO_MANY_PROBLEMS,
        Location(file),
        f"这份文件的问题超过 {most} 个，其余的没有列出。",
        "先改正已列出的问题；问题都相似时，可能是放错了文件。",
    )


def unreadable_file(file: str) -> Problem:
    """A file that stands in the folder but cannot be opened."""
    return Problem(
        UNREADABLE_FILE,
        Location(file),
        "文件无法打开。",
        "检查文件是否还在、是否有读取权限，或重新上传一份。",
    )


def empty_file(file: str) -> Problem:
    """A file of which nothing is left without blanks and line ends."""
    return Problem(EMPTY_FILE, Location(file), "文件是空的。", "填写内容；如果不再需要，请删除这份文件。")


def control_character(place: Location, sign: str, count: int) -> Problem:
    """NUL bytes and other invisible control characters mean a damaged file or a careless paste."""
    return Problem(
        CONTROL_CHARACTER,
        place,
        f"文件里有看不见的控制字符（U+{ord(sign):04X}，共 {count} 处），文件没有读取。",
        "删去这些字符：把内容复制到纯文本编辑器里重新保存，或从原系统重新导出。",
    )


def unsafe_name(file: str) -> Problem:
    """Names that other systems cannot store or that hide what they are."""
    return Problem(
        UNSAFE_NAME,
        Location(shown_path(file)),
        "文件或文件夹的名称里有不允许的字符，没有读取。",
        '名称里不要用 < > : " | ? * \\、控制字符，首尾不要用空格和点；con、aux、nul、com1 等 Windows 不认。',
    )


def not_a_file(name: str) -> Problem:
    """A device or a pipe where a file is wanted."""
    return Problem(
        UNREADABLE_FILE,
        Location(name),
        "这不是普通的文件（是设备、管道或文件夹），没有读取。",
        "写电脑上保存好的文件的位置。",
    )


FILE_RULES = (
    NO_DATASETS,
    FORMER_COPY,
    HIDDEN_SIGN,
    ENCODING,
    FILE_TOO_LARGE,
    MISSING_FILE,
    UNREAD_FILE,
    UNKNOWN_KIND,
    CONFLICT_MARK,
    TOO_MANY_PROBLEMS,
)
