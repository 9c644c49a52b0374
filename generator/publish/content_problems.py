"""What is wrong with a page that people wrote, as it would be published: its blocks, pictures, code and links."""

from __future__ import annotations

from collections.abc import Iterable

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


def unsafe_content_name(file: str) -> Problem:
    """A name that no address can be made of, or that other systems cannot store."""
    said = "文件或文件夹的名称里有不允许的字符，没有发布。"
    hint = "换一个名称：只用汉字、字母、数字和短横线；从压缩包里解出来的乱码名称，请重新命名。"
    return Problem(UNSAFE_NAME, Location(file), said, hint)


def content_unreadable(file: str) -> Problem:
    """What is no file, or may not be read."""
    return Problem(UNREADABLE_FILE, Location(file), "文件无法打开，没有发布。", "检查读取权限，或重新放入文件本身。")


CONTENT_RULES = (
    BLOCK_UNKNOWN,
    CONTENT_IMAGE,
    CONTENT_MARKUP,
    CONTENT_PLACE,
    CONTENT_SYMLINK,
    CONTENT_TYPE,
    LINK_BROKEN,
    PAGE_SCRIPT,
)
