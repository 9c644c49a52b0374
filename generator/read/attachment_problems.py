"""What is wrong with an attachment that nobody can look into, or that says who wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.chapters import PRIVACY
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.read.file_problems import FILE_TOO_LARGE

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


def pdf_without_text(file: str) -> Problem:
    """Whatever is in its pictures is published without anybody having looked."""
    return Problem(
        UNEXAMINED,
        Location(file),
        "这份 PDF 里没有文字（多半是扫描件），没法检查有没有个人信息。",
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


_REFUSED_IN_WORDS: Mapping[str, str] = {
    **dict.fromkeys((".xls", ".et"), "旧格式的表格里有查不到的地方，请另存为 .xlsx。"),
    **dict.fromkeys((".doc", ".wps"), "旧格式的文档里有查不到的地方，请另存为 .docx。"),
    ".rtf": "RTF 里的字可以写成代码，请另存为 .docx。",
    **dict.fromkeys((".eml", ".msg", ".mht", ".vcf"), "邮件和名片里是别人的联系方式，请把要公开的内容另写成文字。"),
    **dict.fromkeys((".ppt", ".dps"), "旧格式的演示里有查不到的地方，请另存为 .pptx 或 .pdf。"),
    **dict.fromkeys((".docm", ".xlsm", ".pptm", ".xlsb"), "带宏的文件不收，请另存为不带宏的格式。"),
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz"), "只收 zip 压缩包，请解开或改用 zip。"),
    **dict.fromkeys((".tif", ".tiff", ".bmp", ".heic"), "请另存为 .jpg 或 .png。"),
}


def kind_refused(file: str, suffix: str) -> Problem:
    """A kind of file, by the end of its name, that nobody can look through."""
    return _refused(file, _REFUSED_IN_WORDS.get(suffix, "这类文件里有没有个人信息，没有办法检查。"))


def no_text_inside(file: str) -> Problem:
    """The name says text, the bytes say something else."""
    return _refused(file, "扩展名是文字，里面不是文字。")


def script_in_drawing(file: str) -> Problem:
    """A drawing that runs code in who looks at it."""
    return _refused(file, "图里有脚本。")


def document_unsafe(file: str, why: str) -> Problem:
    """A document that does more than be read, or hides something; `why` names it, see `packages.Unsafe`."""
    return _refused(file, f"{why}。")


def packed_too_deep(file: str) -> Problem:
    """Files in files in files: nobody reads that far."""
    return _refused(file, "文件里套文件，套得太深。")


def _refused(file: str, why: str) -> Problem:
    return Problem(
        KIND_REFUSED,
        Location(file),
        f"这份文件不收：{why}",
        "收哪些文件、每一种怎么查，见“个人信息保护”一页的表。换成表里有的一种再提交；用不着的删去。",
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


ATTACHMENT_RULES = (
    ATTACHMENT_UNREADABLE,
    UNEXAMINED,
    DOCUMENT_AUTHOR,
    KIND_REFUSED,
)
