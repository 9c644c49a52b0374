"""What is wrong with an article, its consent and its figures: the rules of cases."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.chapters import CHAPTERS_ARTICLES
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Rule, Severity

CASE_TEXT_MISSING = Rule(
    "case-text-missing",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    1,
    title="案例没有正文",
    cause="只写了页首信息，下面没有文章。",
    mending="在第二行 --- 的下面写正文，小标题照征集要求。",
)


def text_missing(case: Record) -> Finding:
    """Nothing stands below the front matter."""
    return Finding(CASE_TEXT_MISSING, case, "text", "案例没有正文。", "在页首信息下面写正文。")


CASE_WITHDRAWN_TEXT = Rule(
    "case-withdrawn-text",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    2,
    title="撤回的案例还留着正文或图片",
    cause="本人收回同意、或内容有误而撤回的案例，网址保留，只说明撤回，正文和图片不能再留。",
    mending="删去正文、images 和 attachments，连同文件夹里的图片；写上撤回日期和原因。",
)


def withdrawn_text(case: Record) -> Finding:
    """What was taken back is still there."""
    message = "案例已撤回，正文、图片或附件还在。"
    hint = "删去正文、images 和 attachments，连同文件夹里的图片。"
    return Finding(CASE_WITHDRAWN_TEXT, case, "status", message, hint)


CASE_WITHDRAWN_REASON = Rule(
    "case-withdrawn-reason",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    3,
    title="撤回的案例没有写日期或原因",
    cause="看过这个案例的人会再来找，要告诉他们哪天撤回、为什么。",
    mending="写上 withdrawn_on 和 withdrawn_reason。",
)


def withdrawal_unexplained(case: Record, field: str, title: str) -> Finding:
    """The day or the reason is not written; `title` is what people call the field."""
    message = f"撤回的案例没有写{title}。"
    return Finding(CASE_WITHDRAWN_REASON, case, field, message, "写明哪天、为什么撤回。")


CASE_SECTION_MISSING = Rule(
    "case-section-missing",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    4,
    title="正文缺一节",
    cause="征集要求每个案例都写这几节，评审时逐节打分，缺了就没法比。",
    mending="照提示加一行小标题，下面写这一节。",
)


def section_missing(case: Record, title: str, guidance: str) -> Finding:
    """A section that the call asks for; `guidance` is what the call says of it."""
    message, hint = f"正文缺“{title}”一节。", f"加一行“## {title}”，下面写：{guidance}"
    return Finding(CASE_SECTION_MISSING, case, "text", message, hint, 0)


CASE_SECTION_UNKNOWN = Rule(
    "case-section-unknown",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    5,
    title="小标题不在征集要求里",
    cause="多写了一节，或者小标题和要求差一两个字。",
    mending="改成征集要求的小标题；多出来的内容并到相近的一节。",
)


def section_unknown(case: Record, title: str, wanted: Iterable[str], line: int) -> Finding:
    """A heading that the call does not ask for; `wanted` are those that it does, `line` counts within the article."""
    message, hint = f"小标题“{title[:20]}”不在征集要求里。", f"这次征集的小标题是：{'、'.join(wanted)}。"
    return Finding(CASE_SECTION_UNKNOWN, case, "text", message, hint, line)


CASE_SECTION_LENGTH = Rule(
    "case-section-length",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    6,
    title="这一节太长或太短",
    cause="征集对每一节的字数有规定，只数汉字。太短说不清，太长没人看完。",
    mending="太短的补上做法和例子；太长的删去重复和空话，细节放进附件。",
)


def section_too_short(case: Record, title: str, length: int, least: int, guidance: str, line: int) -> Finding:
    """Lengths in Chinese characters; `guidance` is what the call says of the section."""
    message = f"“{title}”有 {length} 个字，至少 {least} 个字。"
    return Finding(CASE_SECTION_LENGTH, case, "text", message, guidance, line)


def section_too_long(case: Record, title: str, length: int, most: int, line: int) -> Finding:
    """Lengths in Chinese characters."""
    message = f"“{title}”有 {length} 个字，最多 {most} 个字。"
    return Finding(CASE_SECTION_LENGTH, case, "text", message, "删去重复和空话，细节放进附件。", line)


CASE_MARKUP = Rule(
    "case-markup",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    7,
    title="正文里有网页代码",
    cause="从网页或公众号复制来的文字夹带了代码。会运行的代码（script、iframe 等）不允许发布，其他的会原样显示成文字。",
    mending="删去代码，只留文字。加粗写 **文字**，小标题写 ## 文字。",
    also=(Severity.ERROR,),
)


def web_code(case: Record, name: str, line: int, *, is_dangerous: bool) -> Finding:
    """An element or a scheme that browsers would run, or would show as it is written."""
    message = f"正文里有网页代码（{name}），{'不允许发布' if is_dangerous else '会原样显示成文字'}。"
    rule = CASE_MARKUP.at(Severity.ERROR) if is_dangerous else CASE_MARKUP
    return Finding(rule, case, "text", message, "删去网页代码，用 Markdown 书写。", line)


CASE_IMAGE_UNLISTED = Rule(
    "case-image-unlisted",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    8,
    title="正文里的图片没有登记",
    cause="每张图片要有替代文字（给看不见的人读）和署名，并且在案例自己的文件夹里。别的网站的图片不能用。",
    mending="把图片放进案例文件夹，在页首信息的 images 里写文件名、替代文字和署名。",
)


def image_unlisted(case: Record, line: int) -> Finding:
    """A picture without words for those who do not see it, or of somebody else's site."""
    message = "正文里的图片没有写进页首信息的 images。"
    hint = "把图片放进案例文件夹，在 images 里写文件名、替代文字和署名；不能用别的网站的图片。"
    return Finding(CASE_IMAGE_UNLISTED, case, "text", message, hint, line)


AWARD_PERSON = Rule(
    "award-person",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    17,
    title="写了个人姓名",
    cause="只有表彰先进个人才写个人，并且要有本人同意公开姓名的书面意见。",
    mending="本人同意的，在 consent_scope 里写 name；不同意的，只写所在组织。表彰组织或项目的，写编号。",
)


def person_misplaced(award: Record) -> Finding:
    """A name where an organisation or a project is honoured."""
    hint = "表彰组织或项目的，写组织编号或项目编号。"
    return Finding(AWARD_PERSON, award, "person", "只有先进个人才写个人。", hint)


def person_without_consent(award: Record) -> Finding:
    """A name to which nobody has agreed."""
    hint = "本人书面同意公开姓名的，在 consent_scope 里写 name；不同意的只写所在组织。"
    return Finding(AWARD_PERSON, award, "person", "写了个人姓名，没有写本人同意公开姓名。", hint)


AWARD_NOBODY = Rule(
    "award-nobody",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    18,
    title="没有写表彰给谁",
    cause="表彰组织或项目，要写是哪一个。",
    mending="写组织编号（organization）或项目编号（project）。",
)


def award_to_nobody(award: Record) -> Finding:
    """Neither an organisation nor a project."""
    return Finding(AWARD_NOBODY, award, "organization", "没有写表彰给谁。", "写组织编号或项目编号。")


CONSENT_INCOMPLETE = Rule(
    "consent-incomplete",
    Severity.ERROR,
    CHAPTERS_ARTICLES,
    19,
    title="同意情况没有写全",
    cause="写到具体的人，要有本人或监护人的书面同意，写明哪天取得、同意公开什么。用化名的也要同意，因为写的还是他。",
    mending="照同意书填写取得日期和同意公开的内容；没有同意书的，删去写到的人。",
)


def consent_without(record: Record, field: str, title: str) -> Finding:
    """A consent lacks its day or what it covers; `title` is what people call the field."""
    hint = "照同意书填写；没有同意书的，删去写到的人。"
    return Finding(CONSENT_INCOMPLETE, record, field, f"没有写{title}。", hint)


def consent_of_nobody(record: Record) -> Finding:
    """What somebody agreed to is written, and that it is about nobody."""
    message = "写了同意公开的内容，却说没有写到具体的人。"
    return Finding(CONSENT_INCOMPLETE, record, "consent_basis", message, "核对同意方式。")


FIGURE_UNBACKED = Rule(
    "figure-unbacked",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    21,
    title="正文里的数字没有写出处",
    cause="案例里的人数、金额、次数，公众会问从哪里来。写了出处，页面上就能点过去核对。",
    mending=(
        "在页首信息的 figures 里写上这个数字，并写明出自哪条公开记录（disclosure）、哪个统计页（page），"
        "或怎样算出（note）。"
    ),
)


_HOW_TO_BACK = (
    "在页首信息的 figures 里写上这个数字，并写明出自哪条项目公开记录（disclosure）、"
    "哪个统计页（page），或怎样算出（note）。"
)


def figure_in_text_unbacked(case: Record, figure: str, line: int) -> Finding:
    """A figure as it is written in the article."""
    return Finding(FIGURE_UNBACKED, case, "text", f"正文里的“{figure}”没有写出处。", _HOW_TO_BACK, line)


def figure_in_field_unbacked(case: Record, field: str, title: str) -> Finding:
    """A figure in the front matter; `title` is what people call the field."""
    return Finding(FIGURE_UNBACKED, case, field, f"“{title}”没有写出处。", _HOW_TO_BACK)


FIGURE_WITHOUT_SOURCE = Rule(
    "figure-without-source",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    22,
    title="登记的数字没有写出处",
    cause="figures 里写了数字，却没有写出自哪里。",
    mending="写 disclosure（公开记录）、page（统计页）或 note（怎样算出）中的一项。",
)


def figure_without_source(row: Record, label: str) -> Finding:
    """A listed figure that names no source at all."""
    return Finding(FIGURE_WITHOUT_SOURCE, row, "value", f"数字“{label[:20]}”没有写出处。", _HOW_TO_BACK)


FIGURE_NOT_IN_SOURCE = Rule(
    "figure-not-in-source",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    23,
    title="出处里没有这个数字",
    cause="写作出处的公开记录里，找不到这个数字：数字写错了，或者记录编号写错了，或者是几条相加得来的。",
    mending="核对数字和编号；相加得来的，在 note 里写明怎么算。",
)


def figure_not_in_source(row: Record, label: str) -> Finding:
    """The disclosure that a figure names does not hold it."""
    message = f"公开记录里找不到“{label[:20]}”的这个数字。"
    hint = "核对数字和记录编号；由几条记录相加的，在 note 里写明怎么算。"
    return Finding(FIGURE_NOT_IN_SOURCE, row, "disclosure", message, hint)


FIGURE_PAGE_MISSING = Rule(
    "figure-page-missing",
    Severity.WARNING,
    CHAPTERS_ARTICLES,
    24,
    title="写作出处的网页本站没有",
    cause="page 写的网址打错了，或者那一页已经没有了。",
    mending="写网址中域名后面的部分，以 / 结尾。",
)


def figure_page_missing(row: Record) -> Finding:
    """The page that a figure names is not planned."""
    hint = "写网址中域名后面的部分，如 statistics/2026H1/，以 / 结尾。"
    return Finding(FIGURE_PAGE_MISSING, row, "page", "写作出处的网页本站没有。", hint)


RULES = (
    CASE_TEXT_MISSING,
    CASE_WITHDRAWN_TEXT,
    CASE_WITHDRAWN_REASON,
    CASE_SECTION_MISSING,
    CASE_SECTION_UNKNOWN,
    CASE_SECTION_LENGTH,
    CASE_MARKUP,
    CASE_IMAGE_UNLISTED,
    AWARD_PERSON,
    AWARD_NOBODY,
    CONSENT_INCOMPLETE,
    FIGURE_UNBACKED,
    FIGURE_WITHOUT_SOURCE,
    FIGURE_NOT_IN_SOURCE,
    FIGURE_PAGE_MISSING,
)
