"""What keeps a site from being built and published: the rules of publishing."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from pathlib import Path

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.problems import UNREADABLE_FILE, UNSAFE_NAME
from generator.model.rule import Rule, Severity

BLOCK_UNKNOWN = Rule(
    "block-unknown",
    Severity.ERROR,
    RUNNING,
    1,
    title="没有这个内容块",
    cause="网页文章里用 <!-- mingshan: 名称 --> 放入自动生成的内容，名称打错了就放不进来。",
    mending="照现有页面里的名称改。",
)


def unknown_block(name: str, source: str) -> Problem:
    """A block that no feature draws."""
    message = f"没有名为“{name}”的内容块。"
    return Problem(BLOCK_UNKNOWN, Location(source), message, "检查 <!-- mingshan: 名称 --> 里的名称。")


CONTENT_IMAGE = Rule(
    "content-image",
    Severity.WARNING,
    RUNNING,
    2,
    title="引用了别的网站的图片",
    cause="本站不向别的网站请求任何内容，免得泄露谁在看什么，所以这张图不会显示。",
    mending="把图片文件放到正文旁边再引用；注意要有权使用。",
)


def foreign_image(file: str) -> Problem:
    """A picture on another host, which would learn who reads here."""
    message = "正文引用了其他网站的图片，不会显示：本站不向其他网站请求任何内容。"
    return Problem(CONTENT_IMAGE, Location(file), message, "把图片文件放到正文旁边再引用。")


CONTENT_MARKUP = Rule(
    "content-markup",
    Severity.WARNING,
    RUNNING,
    3,
    title="网页文章里有网页代码",
    cause="script、iframe 一类的代码可能带来安全风险，不会发布。",
    mending="用 Markdown 书写；视频和表单放链接。",
)


def code_in_article(file: str, tag: str) -> Problem:
    """An element that the cleaner takes out."""
    message = f"正文里的 <{tag}> 不会发布：网页代码可能带来安全风险。"
    return Problem(CONTENT_MARKUP, Location(file), message, "用 Markdown 书写；视频和表单请放链接。")


CONTENT_PLACE = Rule(
    "content-place",
    Severity.ERROR,
    RUNNING,
    4,
    title="放在了程序自己用的文件夹",
    cause="content/pagefind/ 是网站放搜索索引的地方，别的文件放进去会被盖掉。",
    mending="换一个文件夹名称。",
    bad="content/pagefind/note.txt",
    good="content/files/note.txt",
)


def content_place(file: str, folder: str) -> Problem:
    """A file where the site keeps its own."""
    message = f"{folder} 是网站放搜索索引的地方，不能放别的文件。"
    return Problem(CONTENT_PLACE, Location(file), message, "换一个文件夹名称。")


CONTENT_SYMLINK = Rule(
    "content-symlink",
    Severity.ERROR,
    RUNNING,
    5,
    title="content 里有链接",
    cause="符号链接可能指向不该公开的文件，所以没有发布。",
    mending="改为放入文件本身。",
    bad="content/a.png → /etc/hostname",
    good="content/a.png（图片本身）",
)


def content_link(file: str) -> Problem:
    """A link is published as what it leads to."""
    message = "这是一个符号链接，可能指向目录之外的文件，没有发布。"
    return Problem(CONTENT_SYMLINK, Location(file), message, "改为放入文件本身。")


CONTENT_TYPE = Rule(
    "content-type",
    Severity.ERROR,
    RUNNING,
    6,
    title="不能发布这种文件",
    cause="HTML、SVG、脚本可能在访问者的浏览器里运行代码；冷门格式很多人打不开。",
    mending="图片转为 PNG 或 WebP，文件转为 PDF，正文写成 Markdown。",
    bad="content/a.svg",
    good="content/a.png",
)


def content_type(file: str, allowed: Iterable[str]) -> Problem:
    """A kind of file that browsers run or cannot show."""
    message = f"不能发布这种类型的文件；可以用的类型有：{'、'.join(allowed)}。"
    return Problem(
        CONTENT_TYPE, Location(file), message, "图片请转为 PNG 或 WebP，文件请转为 PDF，正文请写成 Markdown。"
    )


LINK_BROKEN = Rule(
    "link-broken",
    Severity.ERROR,
    RUNNING,
    7,
    title="站内链接是断的",
    cause="链接指向的页面、文件或页内位置不存在：改了名、删了，或打错了。发布前逐个检查，断的不发布。",
    mending="改正链接，或补上缺少的页面、文件。",
)


def broken_link(target: str, pages: list[str]) -> Problem:
    """A link to what the site does not have; told once, with the first page that has it."""
    more = f"等 {len(pages)} 个页面" if len(pages) > 1 else ""
    message = f"链接指向的“{target}”不存在，出现在 {pages[0]}{more}。"
    return Problem(LINK_BROKEN, Location(pages[0]), message, "改正链接，或补上缺少的页面、文件或锚点。")


SHELL_WARNING = Rule(
    "shell-warning",
    Severity.WARNING,
    RUNNING,
    8,
    title="网页文章里的链接找不到",
    cause="链接写的文件在 content 里没有。",
    mending="检查文件名和相对路径；指向记录页的，写成以 / 结尾的网址。",
)
MKDOCS_UNKNOWN, MKDOCS_UNKNOWN_HINT = "MkDocs 提示了一个问题。", "按括号里的原文检查 mkdocs.yml 或正文。"
MKDOCS_CRASH, MKDOCS_CRASH_HINT = "MkDocs 没能生成页面框架。", "按括号里的原文改正主题模板或 mkdocs.yml。"

MKDOCS_MEANINGS = (
    (
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)', but the target"),
        "链接“{word}”指向的文件不存在。",
        "检查文件名和相对路径；指向记录页的链接写成以 / 结尾的网址。",
    ),
    (
        re.compile(r"Doc file '(?P<file>[^']+)' contains a link '(?P<word>[^']*)'"),
        "链接“{word}”有问题。",
        "检查链接的写法。",
    ),
    (
        re.compile(r"reference to '(?P<word>[^']+)' is included in the 'nav' configuration"),
        "菜单（nav）里的“{word}”不存在。",
        "改正 nav 里的文件名，或补上这个文件。",
    ),
    (
        re.compile(r"Config value '(?P<word>[^']+)'"),
        "设置项“{word}”不正确。",
        "按 MkDocs 的说明改正 mkdocs.yml。",
    ),
)
"""Which lines we know: the pattern (it may name the `file`), what to say and how to mend it."""


def shell_warning(place: Location, message: str, line: str, hint: str) -> Problem:
    """MkDocs went on, but wants somebody to look."""
    return Problem(SHELL_WARNING, place, f"{message}（MkDocs：{line}）", hint)


SHELL_FAILED = Rule(
    "shell-failed",
    Severity.ERROR,
    RUNNING,
    9,
    title="网页框架没有生成",
    cause="mkdocs.yml 里有 MkDocs 不认得的设置或扩展。",
    mending="照提示改正 mkdocs.yml 里的那一项。",
)


def shell_failed(place: Location, message: str, line: str, hint: str) -> Problem:
    """MkDocs could not go on; its own line is kept for whoever knows it."""
    return Problem(SHELL_FAILED, place, f"{message}（MkDocs：{line}）", hint)


FRAME_MARK = Rule(
    "frame-mark",
    Severity.ERROR,
    RUNNING,
    14,
    title="主题模板少了标记",
    cause="改过的主题模板没有输出程序要填内容的位置，页面会是空的。",
    mending="对照自带主题的 main.html 补上。",
    bad="{{ page.content if page }}",
    good="照自带的 theme/overrides/main.html 保留 @@content@@ 等标记",
)


def missing_mark(template: str, mark: str) -> Problem:
    """The theme's `main.html` must print every mark, else nothing can be filled in."""
    return Problem(
        FRAME_MARK,
        Location(template),
        f"主题模板没有输出标记 {mark}，页面无法填入内容。",
        "对照自带主题的 main.html 补上这个标记。",
    )


PAGE_SCRIPT = Rule(
    "page-script",
    Severity.ERROR,
    RUNNING,
    16,
    title="页面框架里混入了代码",
    cause="标题、页首信息或模板里有不属于主题的代码，可能在访问者的浏览器里运行。",
    mending="标题和页首信息只写文字，不写 HTML；改过的模板请恢复。",
    bad="note: <script>alert(1)</script>",
    good="note: 只写文字",
)


def intruder(file: str, code: str) -> Problem:
    """Code around an article that is not the theme's."""
    return Problem(
        PAGE_SCRIPT,
        Location(file),
        f"页面框架里混入了不属于主题的代码（{code}），可能写在标题、页首信息或标题的属性里。",
        "标题和页首信息只写文字，不写 HTML。",
    )


SITE_NOT_OURS = Rule(
    "site-not-ours",
    Severity.ERROR,
    RUNNING,
    17,
    title="输出文件夹里有别的文件",
    cause="生成网站会更新整个输出文件夹。里面有不是本程序生成的文件，为免误删没有写入。",
    mending="换一个输出文件夹，或者确认不需要以后自己清空它。",
    bad="mingshan build -o 放着照片的文件夹",
    good="mingshan build -o site",
)


def site_not_ours(site: str) -> Problem:
    """A folder that holds what somebody else wrote."""
    return Problem(
        SITE_NOT_OURS,
        Location(site),
        f"输出目录 {site} 里已有不是由本程序生成的文件，为免误删没有写入。",
        "换一个输出目录，或者确认里面的内容不再需要后自行清空它。",
    )


BUILD_RUNNING = Rule(
    "build-running",
    Severity.ERROR,
    RUNNING,
    18,
    title="另一个生成过程正在运行",
    cause="同一个站点不能同时生成两次。预览（mingshan serve）开着时也算。",
    mending="等它结束，或者先停掉它。",
    bad="一个窗口开着 mingshan serve，另一个窗口运行 mingshan build",
    good="按 Ctrl-C 停掉预览，再运行 mingshan build",
)


def build_running(site: str) -> Problem:
    """Two builds at once would write into one folder."""
    hint = "等它结束，或先停掉它（例如正在运行的预览）再试。"
    return Problem(BUILD_RUNNING, Location(site), "另一个生成过程正在运行。", hint)


SEARCH_INDEX = Rule(
    "search-index",
    Severity.ERROR,
    RUNNING,
    19,
    title="搜索索引没有生成",
    cause="生成索引的程序出了错，常见的是磁盘满了、缓存文件夹没有权限。网站没有更新，原来的照旧。",
    mending="检查磁盘空间，重新运行一次；仍然失败的，把完整输出交给维护人员。",
    bad="磁盘已满时运行 mingshan build",
    good="清出空间以后再运行 mingshan build",
)


def search_index_failed(failure: str) -> Problem:
    """Pagefind gave up; its last words are kept."""
    said = [line for line in failure.splitlines() if not line.startswith(("note:", "stack backtrace"))]
    message = f"搜索索引没有生成（Pagefind：{said[-1]}）。"
    hint = "重新运行一次；如果仍然失败，请把完整输出交给维护人员。"
    return Problem(SEARCH_INDEX, Location("search/"), message, hint)


PORT_TAKEN = Rule(
    "port-taken",
    Severity.ERROR,
    RUNNING,
    20,
    title="端口被占用",
    cause="预览要用的端口已被别的程序（或另一个预览）占用。",
    mending="用 --port 换一个端口，或先停掉占用它的程序。",
    bad="mingshan serve",
    good="mingshan serve --port 8001",
)


def port_taken(port: int) -> Problem:
    """Another program listens where the preview should."""
    message = f"端口 {port} 已被其他程序占用。"
    return Problem(PORT_TAKEN, Location("mkdocs.yml"), message, "用 --port 换一个端口，或先停掉占用它的程序。")


PUBLISH_FOLDER = Rule(
    "publish-folder",
    Severity.ERROR,
    RUNNING,
    21,
    title="发布目录里有别的内容",
    cause="发布目录由程序管理，里面有不是它放进去的文件，所以没有动。",
    mending="换一个空目录，让网站服务器指向其中的 current。",
    bad="mingshan publish /srv/www（里面已有别的网站）",
    good="mingshan publish /srv/mingshan",
)


def strange_folder(folder: str, current: str) -> Problem:
    """A folder in which somebody else keeps things."""
    return Problem(
        PUBLISH_FOLDER,
        Location(folder),
        "这个目录里有不是由发布程序放进去的内容，没有动它。",
        f"换一个空目录；网站服务器指向其中的 {current}。",
    )


PUBLISH_RUNNING = Rule(
    "publish-running",
    Severity.ERROR,
    RUNNING,
    22,
    title="另一个发布过程正在运行",
    cause="上一次发布还没有结束，或者定时任务正在跑。",
    mending="等它结束再试。",
    bad="两个人同时运行 mingshan publish",
    good="等前一个结束，再运行 mingshan publish",
)


def publish_running(folder: str) -> Problem:
    """Two releases at once would each remove what the other keeps."""
    return Problem(PUBLISH_RUNNING, Location(folder), "另一个发布过程正在运行。", "等它结束再试。")


_REASONS = {errno.ENOSPC: "磁盘满了", errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "磁盘是只读的"}
PUBLISH_FAILED = Rule(
    "publish-failed",
    Severity.ERROR,
    RUNNING,
    23,
    title="发布没有写成",
    cause="磁盘满了、没有权限，或者发布目录里有东西挡着。访问者看到的仍是原来的一版。",
    mending="检查磁盘空间和目录权限，然后重新发布。",
    bad="磁盘已满时运行 mingshan publish",
    good="清出空间以后再运行 mingshan publish",
)


def unwritable_folder(folder: Path, error: OSError) -> Problem:
    """A folder that may not be written to; visitors still see the release they saw."""
    return Problem(
        PUBLISH_FAILED,
        Location(folder.name),
        f"发布目录写不进去（{_REASONS.get(error.errno or 0, '里面有东西挡着，或者磁盘出错')}），网站仍是原来的一版。",
        "检查磁盘空间和目录权限，然后重新发布。",
    )


NO_SUCH_RELEASE = Rule(
    "no-such-release",
    Severity.ERROR,
    RUNNING,
    24,
    title="没有这一版可以退回",
    cause="只保留最近三版；还没有发布过，或者写的版本名不对，就没有可以退回的。",
    mending="从提示里列出的版本中选；不写版本名就是退回上一版。",
    bad="mingshan rollback 还没有发布过的目录",
    good="mingshan rollback /srv/mingshan",
)
ROLLBACK_CONSENT = Rule(
    "rollback-consent",
    Severity.ERROR,
    RUNNING,
    29,
    title="要退回的那一版里有本人同意已到期的内容",
    cause="那一版发布时本人还同意公开，现在同意已经到期或撤回。退回去，姓名和照片又会被看到。",
    mending="用 git 取回那时的数据，照今天的日期重新发布；到期的内容会自动不显示。",
    bad="mingshan rollback /srv/mingshan 0001-2025-06-01",
    good="git revert 有错的那次改动，再 mingshan publish /srv/mingshan",
)
SITE_UNFINISHED = Rule(
    "site-unfinished",
    Severity.ERROR,
    RUNNING,
    93,
    title="网站没有写完",
    cause="上一次生成写到一半被结束了，输出文件夹里新旧网页混在一起，所以没有发布，也没有打包。",
    mending="运行一次 mingshan build，它会先把上一次的写完。读者看的应当是 mingshan publish 写的目录，不是 site。",
    bad="生成到一半断电以后，把 site 直接拷到服务器上",
    good="mingshan publish /srv/mingshan",
)


def site_unfinished(site: str) -> Problem:
    """Of some pages the old state was copied, of others the new."""
    message = f"{site} 里新旧网页混在一起：上一次生成没有写完。没有发布。"
    return Problem(SITE_UNFINISHED, Location(site), message, "运行一次 mingshan build，它会先写完。")


HOLD_UNREADABLE = Rule(
    "hold-unreadable",
    Severity.ERROR,
    RUNNING,
    94,
    title="退回的决定读不懂",
    cause="held.json 说网站暂时显示哪一次提交、到什么时候为止。写法不对或者提交找不到，就不知道该显示什么，没有发布。",
    mending="照例子改正 held.json；不再退回的，删去它。",
    bad='{"commit": "上一版"}',
    good='{"commit": "3f2a9c1", "until": "2026-12-05", "mended_by": ""}',
)
HOLD_ENDED = Rule(
    "hold-ended",
    Severity.ERROR,
    RUNNING,
    95,
    title="退回的那一版里有人不再同意，又不能重新生成",
    cause="退回的那一版不是从 git 的提交发布的，不能照今天重新生成；其中有的同意已到期或撤回，却还在显示。",
    mending="改正数据并提交，删去发布目录里的 held.json，马上重新发布。",
    bad="没有提交就发布，后来退回，再后来同意到期",
    good="改正以后：rm /srv/mingshan/held.json && mingshan publish /srv/mingshan",
)
SIGNING_FAILED = Rule(
    "signing-failed",
    Severity.ERROR,
    RUNNING,
    25,
    title="压缩包没有签成名",
    cause="签名用的密钥文件不在、设了口令，或者机器上没有 ssh-keygen。",
    mending="检查密钥文件；没有口令的密钥才能在定时任务里用。",
    bad="mingshan publish /srv/mingshan --sign-with 不存在的密钥",
    good="mingshan publish /srv/mingshan --sign-with /etc/mingshan/key",
)


def unsigned_archive(key: Path, said: str) -> Problem:
    """An archive that should carry a signature and could not be given one."""
    return Problem(
        SIGNING_FAILED,
        Location(key.name),
        f"压缩包没有签成名（ssh-keygen：{said.splitlines()[-1]}）。",
        "检查密钥文件是否存在、是否设了口令，以及是否装有 ssh-keygen。",
    )


UNKNOWN_REVISION = Rule(
    "unknown-revision",
    Severity.ERROR,
    RUNNING,
    26,
    title="git 里没有这个版本",
    cause="分支名、提交号打错了，或者只取了最近一次提交的副本，里面没有更早的。",
    mending="写提交号、分支名或标签；副本不全的，先运行 git fetch --unshallow。",
    bad="mingshan diff mian",
    good="mingshan diff main",
)


def unsafe_content_name(file: str) -> Problem:
    """A name that no address can be made of, or that other systems cannot store."""
    said = "文件或文件夹的名称里有不允许的字符，没有发布。"
    hint = "换一个名称：只用汉字、字母、数字和短横线；从压缩包里解出来的乱码名称，请重新命名。"
    return Problem(UNSAFE_NAME, Location(file), said, hint)


def content_unreadable(file: str) -> Problem:
    """What is no file, or may not be read."""
    return Problem(UNREADABLE_FILE, Location(file), "文件无法打开，没有发布。", "检查读取权限，或重新放入文件本身。")


def no_revision(name: str) -> Problem:
    """A name that git does not know; in a shallow copy the commit may only be missing."""
    return Problem(
        UNKNOWN_REVISION,
        Location(".git"),
        f"git 里没有“{name}”这个版本。",
        "写提交号、分支名或标签；只取了最近一次提交的副本，先运行 git fetch --unshallow。",
    )


RULES = (
    BLOCK_UNKNOWN,
    CONTENT_IMAGE,
    CONTENT_MARKUP,
    CONTENT_PLACE,
    CONTENT_SYMLINK,
    CONTENT_TYPE,
    LINK_BROKEN,
    SHELL_WARNING,
    SHELL_FAILED,
    FRAME_MARK,
    PAGE_SCRIPT,
    SITE_NOT_OURS,
    BUILD_RUNNING,
    SEARCH_INDEX,
    PORT_TAKEN,
    PUBLISH_FOLDER,
    PUBLISH_RUNNING,
    PUBLISH_FAILED,
    NO_SUCH_RELEASE,
    ROLLBACK_CONSENT,
    SITE_UNFINISHED,
    HOLD_UNREADABLE,
    HOLD_ENDED,
    SIGNING_FAILED,
    UNKNOWN_REVISION,
)
