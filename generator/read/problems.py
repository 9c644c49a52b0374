"""What is wrong with a file before anybody asks what it says: the rules of reading."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.chapters import CHAPTERS_FILES, PRIVACY, RECORDS, RUNNING
from generator.model.dataset import Dataset, Field
from generator.model.problem import Location, Problem
from generator.model.problems import (
    CONTROL_CHARACTER,
    DUPLICATE_COLUMN,
    EMPTY_FILE,
    MISSING_COLUMN,
    MISSING_HEADER,
    PATH_MISMATCH,
    RAGGED_ROW,
    UNKNOWN_COLUMN,
    UNREADABLE_FILE,
    UNSAFE_NAME,
)
from generator.model.rule import Rule, Severity
from generator.model.trust import NEVER_TRUSTED, TRUST_FILE
from generator.read.names_in_messages import shown, shown_path
from generator.read.yaml_problems import DUPLICATE_KEY, FRONT_MATTER, YAML_RULES

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


ATTACHMENT_UNREADABLE = Rule(
    "attachment-unreadable",
    Severity.ERROR,
    PRIVACY,
    11,
    title="附件打不开，没法检查",
    cause="附件要先查有没有个人信息才能公开。损坏的、加了密码的、改了扩展名的都打不开。",
    mending="用原来的软件打开，另存一份，不加密码。",
    bad="把 .doc 改名成 .docx 的文件",
    good="在 Word 里“另存为 → Word 文档 (*.docx)”",
)


def document_unreadable(file: str) -> Problem:
    """A file that is not what its name says, is damaged, or is locked with a password."""
    return Problem(
        ATTACHMENT_UNREADABLE,
        Location(file),
        "文件打不开：损坏了、加了密码，或者不是名称所说的那种文件。",
        "用原来的软件重新另存一份，不加密码。",
    )


UNEXAMINED = Rule(
    "unexamined",
    Severity.WARNING,
    PRIVACY,
    12,
    title="附件里没有文字，查不了",
    cause="扫描件、整页图片和压缩包里的内容，程序看不到，没法知道有没有个人信息。",
    mending="换成有文字的 PDF、Word 或 Excel。确实要放的，请人工逐页核对以后再提交。",
    bad="扫描出来的 2026年审计报告.pdf",
    good="从 Word 导出的 2026年审计报告.pdf",
)


def document_unexamined(file: str, why: str) -> Problem:
    """Whatever is inside is published without anybody having looked."""
    return Problem(
        UNEXAMINED,
        Location(file),
        f"{why}有没有个人信息。",
        "换成有文字的 PDF、Word 或 Excel；确实要放的，请人工核对后再提交。",
    )


DOCUMENT_AUTHOR = Rule(
    "document-author",
    Severity.WARNING,
    PRIVACY,
    27,
    title="文件属性里写着人名",
    cause="Word、Excel、WPS 和 PDF 会把电脑用户的姓名记在文件属性里（作者、最后一次保存的人），谁下载了都看得到；"
    "有时那就是受助人或经办人自己。",
    mending="用“检查文档”删去属性里的姓名，或者改成单位名称，再提交。",
    bad="申报表.docx（属性“作者”是一个人名）",
    good="申报表.docx（属性“作者”是空的，或者是“示例基金会”）",
)


def document_authored(file: str, said: str) -> Problem:
    """Whose name it is nobody can tell: told by the property, never quoted."""
    return Problem(
        DOCUMENT_AUTHOR,
        Location(file),
        f"文件属性的“{said}”一项里像是写着人名（这里不重复）。",
        "在 Word、Excel 里点“文件 → 信息 → 检查文档”，在 WPS 里点“文件 → 属性”，删去姓名，或改成单位名称，再保存。",
    )


KIND_REFUSED = Rule(
    "kind-refused",
    Severity.ERROR,
    PRIVACY,
    20,
    title="这类文件不收",
    cause="没有办法查清里面有没有个人信息：不认识的格式，旧格式的表格和文档，带宏、脚本、会启动别的程序的文件，套了很多层的压缩包。",
    mending="换成收的格式（Word、Excel、PDF、zip、图片、文字），见“个人信息保护”一页的表；用不着的删去。",
)


def kind_refused(file: str, why: str) -> Problem:
    """A kind of file nobody can look through, or a document that does more than be read."""
    return Problem(
        KIND_REFUSED,
        Location(file),
        f"这份文件不收：{why}",
        "收哪些文件、每一种怎么查，见“个人信息保护”一页的表。换成表里有的一种再提交；用不着的删去。",
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


def document_too_large(file: str, most: int) -> Problem:
    """Attachments are fetched by people on phones."""
    return Problem(
        FILE_TOO_LARGE,
        Location(file),
        f"文件超过 {most // (1024 * 1024)} MB。",
        "压缩图片，或拆成几份。",
    )


def document_overlong(file: str, *, is_picture: bool) -> Problem:
    """A file that unpacks to far more than it seems, or that takes longer to read than anybody would wait."""
    if is_picture:
        said = "这张图片展开以后像素太多（超过 4,000 万），或者打开太慢，没有读取。"
        return Problem(FILE_TOO_LARGE, Location(file), said, "把图片缩小到长边 4,000 像素以内，另存一份。")
    said = "这份文件太大或太复杂，在规定的时间和内存里读不完。"
    return Problem(FILE_TOO_LARGE, Location(file), said, "拆成几份，或者用原来的软件重新另存一份。")


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


SYMLINK = Rule(
    "symlink",
    Severity.ERROR,
    CHAPTERS_FILES,
    9,
    title="有符号链接",
    cause=(
        "这是一个符号链接（类似快捷方式），指向别处的文件、文件夹或者已经没有的文件。跟着它读，"
        "可能把不该公开的东西公开出去；模板、设置里的链接也一样。"
    ),
    mending="删去链接，把真正的文件放到这里。",
    bad="data/notes/n2.yaml → /etc/hostname",
    good="data/notes/n2.yaml（文件本身）",
)


def link_in_tree(path: str) -> Problem:
    """A link is read wherever it leads, on whatever machine builds the site."""
    said, hint = "这是一个符号链接，可能指向代码库之外的文件。", "把真正的文件放到这里，不要用链接。"
    return Problem(SYMLINK, Location(shown_path(path)), said, hint)


def leads_out(file: str) -> Problem:
    """Links that leave `data/` (or lead to a folder, or nowhere) would publish what is not data."""
    return Problem(
        SYMLINK,
        Location(shown_path(file)),
        "这是一个指向 data/ 之外（或指向文件夹、不存在的文件）的链接，没有读取。",
        "把真正的文件放到这里，不要用链接。",
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


DELIMITER = Rule(
    "delimiter",
    Severity.ADVICE,
    CHAPTERS_FILES,
    21,
    title="表格不是用逗号分隔的",
    cause="有的电脑上 Excel 存出的 CSV 用分号或 Tab 分隔。程序照样读了，只是提醒。",
    mending="Excel 里选“另存为 → CSV UTF-8（逗号分隔）”，以后就不再提醒。",
)


def odd_delimiter(place: Location, delimiter: str) -> Problem:
    """The table was read; other programs will not read it."""
    return Problem(
        DELIMITER,
        place,
        f"这份表用{delimiter}分隔，已照此读取。",
        "CSV 请用英文逗号分隔：Excel 选“另存为 → CSV UTF-8（逗号分隔）”。",
    )


UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    Severity.ERROR,
    CHAPTERS_FILES,
    27,
    title="双引号没有成对",
    cause="单元格里有英文双引号，而 CSV 用双引号来括住一格，程序找不到这一格的结尾。",
    mending='改用中文引号“ ”；或者把里面的双引号写成两个（""），整格再用一对双引号括起来。',
)


def broken_quotes(place: Location, last_line: int) -> Problem:
    """A quote that is not closed, or text after a closing quote: where the cell ends is anybody's guess."""
    reach = f"第 {place.line} 行" if last_line <= (place.line or 0) else f"第 {place.line} 行到第 {last_line} 行"
    return Problem(
        UNCLOSED_QUOTE,
        place,
        f"{reach}的双引号没有成对，这一段没有读取。",
        '单元格内容里有英文双引号时，写两个（""），并用一对双引号括起整个单元格；或改用中文引号“ ”。',
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


UNKNOWN_SETTING = Rule(
    "unknown-setting",
    Severity.ERROR,
    RUNNING,
    10,
    title="没有这一项设置",
    cause="extra.mingshan 里的名称打错了，写的内容不会起作用。",
    mending="照提示里的正确名称改。",
)


def unknown_setting(place: Location, name: str, hint: str) -> Problem:
    """A misspelt setting would leave its default standing without a word."""
    return Problem(
        UNKNOWN_SETTING,
        place,
        f"extra.mingshan 里没有“{shown(name)}”这一项设置。",
        hint,
    )


SETTING_KIND = Rule(
    "setting-kind",
    Severity.ERROR,
    RUNNING,
    11,
    title="设置的内容不对",
    cause="该写数字的写了文字，该写是非的写了别的，或者超出了范围。",
    mending="照提示改写。",
)


def wrong_kind(place: Location, what: str, wanted: str) -> Problem:
    """A setting that is not what it should be; its default stands instead."""
    return Problem(SETTING_KIND, place, f"{what}应当是{wanted}。", f"改写成{wanted}。")


NO_PROJECT = Rule(
    "no-project",
    Severity.ERROR,
    RUNNING,
    12,
    title="这个文件夹不是站点",
    cause="里面没有 mkdocs.yml，多半是在别的文件夹里运行了命令。",
    mending="用 --root 指定站点所在的文件夹；还没有站点的，运行 mingshan init。",
    bad="mingshan check",
    good="mingshan check --root xinzhan",
)


def no_project(file: str) -> Problem:
    """A folder without `mkdocs.yml` is not an instance of the generator."""
    return Problem(
        NO_PROJECT,
        Location(file),
        "这个文件夹里没有 mkdocs.yml，不是一个明善站点。",
        "用 --root 指定站点所在的文件夹，或运行 mingshan init 建立一个新站点。",
    )


SETTING_REFUSED = Rule(
    "setting-refused",
    Severity.ERROR,
    RUNNING,
    31,
    title="这项设置不在允许的范围里",
    cause=(
        "mkdocs.yml 谁都可以在请求里改。能让网站读别的文件、运行别的程序、向别处请求内容的键、插件和扩展，"
        "不在允许的名单里就不采用。"
    ),
    mending="删去这一项。确实要用的，由维护者写进站点根目录的 trusted.yaml，合并以后才能用。",
)


def setting_refused(place: Location, said: str) -> Problem:
    """Something in the settings that would make the generator do more than draw what people wrote."""
    hint = f"删去这一项；确实要用的，由维护者写进 {TRUST_FILE}，合并到主分支以后才能用。"
    return Problem(SETTING_REFUSED, place, said, hint)


ADDRESS_SCHEME = Rule(
    "address-scheme",
    Severity.ERROR,
    RUNNING,
    32,
    title="网址的开头不对",
    cause="javascript:、data: 一类的网址点下去会运行代码；// 开头的会把人带到别的网站而看不出来。",
    mending="写以 https:// 开头的完整网址，或者站内文件的相对路径；邮箱写 mailto:，电话写 tel:。",
)


def address_scheme(place: Location, schemes: Iterable[str]) -> Problem:
    """An address that a browser would run, or that leads to another host without saying so."""
    kinds = "、".join(f"{scheme}:" for scheme in sorted(schemes))
    hint = f"写站内文件的路径，或以 {kinds} 开头的网址。"
    return Problem(ADDRESS_SCHEME, place, "这个网址的开头不在允许的名单里。", hint)


FRONT_MATTER_KEY = Rule(
    "front-matter-key",
    Severity.ERROR,
    RUNNING,
    33,
    title="页首信息里有不能用的项",
    cause="页首信息（两行 --- 之间）里的 template、frame 会换掉整页的样子，绕过对正文的清理；别的项不起作用。",
    mending="只写标题（title）、说明（description）一类的项，其余删去。",
)


def front_matter_key_refused(place: Location, key: str) -> Problem:
    """A key by which a page would be drawn by another template, or hold code."""
    return Problem(
        FRONT_MATTER_KEY,
        place,
        f"页首信息里不能写“{shown(key)}”。",
        "只写 title（标题）、description（说明）一类的项；正文头几行写成“名称: 内容”，也算页首信息。",
    )


TREE_ENTRY = Rule(
    "tree-entry",
    Severity.ERROR,
    RUNNING,
    34,
    title="代码库里有不收的东西",
    cause="子模块指向别的代码库，内容可以随时换掉；.gitattributes 能让改动在网页上看不见，或者取出来变了样。",
    mending="子模块换成文件本身；.gitattributes 里只留 text 和 eol，其余由维护者写进 trusted.yaml。",
    bad="*.yaml -diff",
    good="*.yaml text eol=lf",
)


def submodule(path: str) -> Problem:
    """What stands in another repository can be exchanged without anybody reviewing it here."""
    said = "这是一个子模块（或套在里面的代码库），内容在别处，可以随时换掉。"
    return Problem(TREE_ENTRY, Location(shown_path(path.rstrip("/"))), said, "换成文件本身。")


def attributes_refused(place: Location, refused: Iterable[str]) -> Problem:
    """Attributes by which a change is not seen, or a file is fetched otherwise than it was reviewed."""
    return Problem(
        TREE_ENTRY,
        place,
        f".gitattributes 里不能写 {'、'.join(map(shown, refused)) or '[attr]'}：改动会看不见，或取出来变样。",
        "只留 text 和 eol；别的由维护者写进 trusted.yaml 的 attributes，合并以后才能用。",
    )


CACHE_TRACKED = Rule(
    "cache-tracked",
    Severity.ERROR,
    RUNNING,
    37,
    title="代码库里有 .mingshan 文件夹",
    cause=".mingshan 存的是上一次算好的结果。随修改一起送来的结果没有人审得了，采用了，坏页面就会当作已经查过的发布。",
    mending="运行 git rm -r --cached .mingshan，在 .gitignore 里写上 .mingshan/；这次没有用里面的任何内容。",
    bad="git add -f .mingshan",
    good=".mingshan/",
)


def cache_tracked(path: str, folder: str) -> Problem:
    """What somebody worked out elsewhere and sent along."""
    hint = f"运行 git rm -r --cached {folder}，并在 .gitignore 里写上 {folder}/。"
    said = f"代码库里收了 {folder}（上一次算好的结果）。里面的内容没有采用。"
    return Problem(CACHE_TRACKED, Location(shown_path(path)), said, hint)


CASE_COLLISION = Rule(
    "case-collision",
    Severity.ERROR,
    RUNNING,
    35,
    title="两个文件名只有大小写不同",
    cause="在 Windows 和 macOS 上，这两个名称是同一份文件：取出来的是哪一份，全凭先后。",
    mending="给其中一份改名。",
    bad="content/help.md 和 content/Help.md",
    good="content/help.md 和 content/help-2.md",
)


def case_collision(path: str, other: str) -> Problem:
    """Two files here, one file on Windows and macOS."""
    said = f"和“{shown_path(other)}”只有大小写（或字的编码）不同，在 Windows 和 macOS 上是同一个。"
    return Problem(CASE_COLLISION, Location(shown_path(path)), said, "给其中一个改名。")


TRUST_REFUSED = Rule(
    "trust-refused",
    Severity.ERROR,
    RUNNING,
    36,
    title="trusted.yaml 没有采用",
    cause="这份文件放宽 mkdocs.yml 和页首信息能写什么，所以只听主分支的：请求放宽不了对它自己的要求。",
    mending="单独提交这一份，由维护者合并。不能放宽的，删去。",
    bad="keys: [hooks]",
    good="keys: [validation]",
    also=(Severity.WARNING,),
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


def front_matter_without_pairs(file: str, front: str) -> Problem:
    """Lines between the marks none of which is a pair of a name and a text: a colon of the wrong width, mostly."""
    lines = front.split("\n")
    at = next((at for at, line in enumerate(lines) if "：" in line and ": " not in line), 0)
    return Problem(
        FRONT_MATTER,
        Location(file, at + 2),
        "页首信息（两行 --- 之间）看不懂，会原样印在网页上给大家看。",
        "每行写成“名称: 内容”，用英文冒号，冒号后空一格。",
    )


def front_matter_not_closed(file: str) -> Problem:
    """Lines above a page that end nowhere: all of the page is printed as it stands in the file."""
    said = "页首信息没有收尾：第一行是 ---，下面却没有第二行 ---，会原样印在网页上。"
    return Problem(FRONT_MATTER, Location(file, 1), said, "在页首信息的最后一行下面加一行 ---。")


def no_front_matter(file: str) -> Problem:
    """An article says what it is between two lines of three hyphens at its very top."""
    return Problem(
        FRONT_MATTER,
        Location(file, 1),
        "文章开头没有页首信息，整篇没有读取。",
        "第一行写 ---，接着一行一项写“名称: 内容”，再写一行 ---，下面才是正文；用 mingshan new 可以得到现成的样子。",
    )


def written_above(file: str, body: str, title: str) -> Problem:
    """The text of an article stands below its front matter, not in it."""
    return Problem(
        DUPLICATE_KEY,
        Location(file, field=body),
        f"“{title}”写在了页首信息里，又要从下面的正文读取。",
        f"删去页首信息里的 {body} 一项，把它的内容写到正文里。",
    )


def too_many_cells(place: Location, row: int, filled: int, columns: int) -> Problem:
    """Cells beyond the last column: a delimiter inside a cell has cut it in two, and all behind it has moved."""
    return Problem(
        RAGGED_ROW,
        place,
        f"第 {row} 行有 {filled} 个单元格，比列名（{columns} 个）多，这一行没有读取。",
        "单元格内容里有逗号时，请用英文双引号把整个单元格括起来；或删去多余的逗号。",
    )


def too_few_cells(place: Location, row: int, filled: int, missing: Field) -> Problem:
    """A row that ends before a column that must be filled: cut off, or not a record at all."""
    return Problem(
        RAGGED_ROW,
        place,
        f"第 {row} 行只有 {filled} 个单元格，缺必填的“{missing.title}”，这一行没有读取。",
        "补齐这一行；合计、注释等不是记录的行请删去。",
    )


def short_rows(place: Location, rows: str) -> Problem:
    """Rows that end before the last column, as Excel writes them when the last cells are empty."""
    return Problem(
        RAGGED_ROW.at(Severity.ADVICE),
        place,
        f"{rows}的单元格比列名少，缺的按空白读取。",
        "行末的空单元格也写上逗号，可以避免错位。",
    )


def path_mismatch(place: Location, rows: str, name: str, given: str) -> Problem:
    """A column that the path supplies says something else inside the file: one of the two was copied over."""
    return Problem(
        PATH_MISMATCH,
        place,
        f"{rows}的 {name} 与文件所在的位置（{shown(given)}）不一致，没有读取。",
        f"改正这一列或把文件移到正确的位置；也可以删去 {name} 列，它会从位置得出。",
    )


def no_header(place: Location, titles: Iterable[str]) -> Problem:
    """The first row names no declared column; its cells may be somebody's data and are not repeated."""
    return Problem(
        MISSING_HEADER,
        place,
        "第一行不是列名，整份表没有读取。",
        "第一行写列名：" + "、".join(titles) + "。",
    )


def unknown_column(place: Location, name: str, dataset: Dataset, hint: str) -> Problem:
    """A column that is not declared: what stands in it would be lost without a word."""
    return Problem(UNKNOWN_COLUMN, place, f"列“{shown(name)}”不是“{dataset.title}”的列。", hint)


def unnamed_column(place: Location, number: int) -> Problem:
    """A column without a heading: nobody knows what stands in it."""
    return Problem(UNKNOWN_COLUMN, place, f"第 {number} 列没有列名。", "写上列名，或删去这一列。")


def duplicate_column(place: Location, name: str, column: str | None) -> Problem:
    """Two columns for one field (by name or by title): the second is not read."""
    return Problem(
        DUPLICATE_COLUMN,
        place,
        f"列“{shown(name)}”（{column}）重复出现。",
        "只保留一列，另一列删去或改成正确的列名。",
    )


def missing_columns(place: Location, missing: Iterable[Field]) -> Problem:
    """Columns that must be filled do not exist at all; no row of the file can be complete."""
    named = "、".join(f"{field.title}（{field.name}）" for field in missing)
    return Problem(
        MISSING_COLUMN,
        place,
        f"缺少必填的列：{named}，整份表没有读取。",
        "补上这些列；列名可以写中文名称，也可以写英文代号。",
    )


def trust_unmerged() -> Problem:
    """What was changed here is not what the main branch says."""
    said = "这里的 trusted.yaml 和主分支的不一样，没有采用：放宽什么，只听主分支的。"
    hint = "先单独提交这一份，由维护者合并，再用它放宽的设置；维护者自己试用，写 --base HEAD。"
    return Problem(TRUST_REFUSED.at(Severity.WARNING), Location(TRUST_FILE), said, hint)


def trust_without_base() -> Problem:
    """A repository without a main branch in sight: nobody knows whose word the file is."""
    hint = "用 --base 写明主分支或它的提交号，或者先 git fetch origin main。"
    return Problem(TRUST_REFUSED, Location(TRUST_FILE), "不知道主分支是哪一个，没有采用 trusted.yaml。", hint)


def trust_unknown(place: Location, key: str) -> Problem:
    """A kind that nothing can be allowed of."""
    kinds = "、".join(NEVER_TRUSTED)
    said = f"“{shown(key)}”不能这样放宽。"
    return Problem(TRUST_REFUSED, place, said, f"每项写成一个列表；可以放宽的有 {kinds}。")


def trust_never(place: Location, word: str) -> Problem:
    """What no instance can be allowed."""
    said = f"“{shown(word)}”不能放宽：它会让网站运行别人的程序。"
    return Problem(TRUST_REFUSED, place, said, "删去这一项。")


RULES = (
    *YAML_RULES,
    SETTING_REFUSED,
    ADDRESS_SCHEME,
    FRONT_MATTER_KEY,
    TREE_ENTRY,
    CACHE_TRACKED,
    CASE_COLLISION,
    TRUST_REFUSED,
    NO_DATASETS,
    FORMER_COPY,
    ATTACHMENT_UNREADABLE,
    UNEXAMINED,
    DOCUMENT_AUTHOR,
    KIND_REFUSED,
    HIDDEN_SIGN,
    ENCODING,
    FILE_TOO_LARGE,
    MISSING_FILE,
    UNREAD_FILE,
    UNKNOWN_KIND,
    SYMLINK,
    CONFLICT_MARK,
    DELIMITER,
    UNCLOSED_QUOTE,
    TOO_MANY_PROBLEMS,
    UNKNOWN_SETTING,
    SETTING_KIND,
    NO_PROJECT,
)
