"""What is wrong with a file before anybody asks what it says: the rules of reading."""

from __future__ import annotations

from generator.model.chapters import CHAPTERS_FILES, PRIVACY, RECORDS, RUNNING
from generator.model.rule import Rule, Severity
from generator.read.yaml_problems import YAML_RULES

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
KIND_REFUSED = Rule(
    "kind-refused",
    Severity.ERROR,
    PRIVACY,
    20,
    title="这类文件不收",
    cause="没有办法查清里面有没有个人信息：不认识的格式，旧格式的表格和文档，带宏、脚本、会启动别的程序的文件，套了很多层的压缩包。",
    mending="换成收的格式（Word、Excel、PDF、zip、图片、文字），见“个人信息保护”一页的表；用不着的删去。",
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
DELIMITER = Rule(
    "delimiter",
    Severity.ADVICE,
    CHAPTERS_FILES,
    21,
    title="表格不是用逗号分隔的",
    cause="有的电脑上 Excel 存出的 CSV 用分号或 Tab 分隔。程序照样读了，只是提醒。",
    mending="Excel 里选“另存为 → CSV UTF-8（逗号分隔）”，以后就不再提醒。",
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
TOO_MANY_PROBLEMS = Rule(
    "too-many-problems",
    Severity.ERROR,
    CHAPTERS_FILES,
    28,
    title="问题太多，其余的没有列出",
    cause="一份文件的问题超过 100 个，多半是放错了文件，或者整列错位。",
    mending="先看前几个问题，常常改一处就全好了；全都相似时，检查是不是放错了文件。",
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
SETTING_KIND = Rule(
    "setting-kind",
    Severity.ERROR,
    RUNNING,
    11,
    title="设置的内容不对",
    cause="该写数字的写了文字，该写是非的写了别的，或者超出了范围。",
    mending="照提示改写。",
)
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
ADDRESS_SCHEME = Rule(
    "address-scheme",
    Severity.ERROR,
    RUNNING,
    32,
    title="网址的开头不对",
    cause="javascript:、data: 一类的网址点下去会运行代码；// 开头的会把人带到别的网站而看不出来。",
    mending="写以 https:// 开头的完整网址，或者站内文件的相对路径；邮箱写 mailto:，电话写 tel:。",
)
FRONT_MATTER_KEY = Rule(
    "front-matter-key",
    Severity.ERROR,
    RUNNING,
    33,
    title="页首信息里有不能用的项",
    cause="页首信息（两行 --- 之间）里的 template、frame 会换掉整页的样子，绕过对正文的清理；别的项不起作用。",
    mending="只写标题（title）、说明（description）一类的项，其余删去。",
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
RULES = (
    *YAML_RULES,
    SETTING_REFUSED,
    ADDRESS_SCHEME,
    FRONT_MATTER_KEY,
    TREE_ENTRY,
    CASE_COLLISION,
    TRUST_REFUSED,
    NO_DATASETS,
    FORMER_COPY,
    ATTACHMENT_UNREADABLE,
    UNEXAMINED,
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
