"""Cases whose text is not what their call asks for become findings: sections, lengths, pictures, web code."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.calls.call_state import sections_of
from generator.features.cases.case_sections import count_characters, find_images, find_markup, split_parts
from generator.features.cases.problems import (
    CASE_IMAGE_UNLISTED,
    CASE_MARKUP,
    CASE_SECTION_LENGTH,
    CASE_SECTION_MISSING,
    CASE_SECTION_UNKNOWN,
    CASE_TEXT_MISSING,
    CASE_WITHDRAWN_REASON,
    CASE_WITHDRAWN_TEXT,
)
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, is_set, text_in
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.rule import Severity

DANGEROUS = frozenset(
    {"script", "iframe", "object", "embed", "style", "form", "link", "meta", "javascript", "vbscript", "data"}
)


def find_missing_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """A case has a text; a withdrawn one has neither text nor pictures nor attachments, but says when and why."""
    for case in catalogue.with_role("case").values():
        text = text_in(case, "text")
        if not is_withdrawn(case):
            if not text:
                yield Finding(CASE_TEXT_MISSING, case, "text", "案例没有正文。", "在页首信息下面写正文。")
            continue
        if text or catalogue.pointing(case, "case_image.case") or case.values.get("attachments"):
            message, hint = (
                "案例已撤回，正文、图片或附件还在。",
                "删去正文、images 和 attachments，连同文件夹里的图片。",
            )
            yield Finding(CASE_WITHDRAWN_TEXT, case, "status", message, hint)
        for field, what in (("withdrawn_on", "撤回日期"), ("withdrawn_reason", "撤回原因")):
            if not text_in(case, field):
                yield Finding(CASE_WITHDRAWN_REASON, case, field, f"撤回的案例没有写{what}。", "写明哪天、为什么撤回。")


def find_section_faults(catalogue: Catalogue) -> Iterator[Finding]:
    """The sections and lengths a call asks for; lengths count Chinese characters."""
    for case, call in _answered(catalogue):
        parts = {part.title: part for part in split_parts(text_in(case, "text"))}
        wanted = {text_in(section, "title"): section for section in sections_of(catalogue, call)}
        for title, section in wanted.items():
            part = parts.get(title)
            if part is not None:
                yield from _length_faults(case, section, count_characters(part.text), part.line)
            elif is_set(section, "required"):
                message = f"正文缺“{title}”一节。"
                hint = f"加一行“## {title}”，下面写：{text_in(section, 'guidance')}"
                yield Finding(CASE_SECTION_MISSING, case, "text", message, hint, 0)
        for title in parts.keys() - wanted.keys() - {""} if wanted else ():
            hint = f"这次征集的小标题是：{'、'.join(wanted)}。"
            message = f"小标题“{title[:20]}”不在征集要求里。"
            yield Finding(CASE_SECTION_UNKNOWN, case, "text", message, hint, parts[title].line)


def _length_faults(case: Record, section: Record, length: int, line: int) -> Iterator[Finding]:
    title, least, most = text_in(section, "title"), count_in(section, "least"), count_in(section, "most")
    if length < least:
        message, hint = f"“{title}”有 {length} 个字，至少 {least} 个字。", text_in(section, "guidance")
        yield Finding(CASE_SECTION_LENGTH, case, "text", message, hint, line)
    elif most and length > most:
        message, hint = f"“{title}”有 {length} 个字，最多 {most} 个字。", "删去重复和空话，细节放进附件。"
        yield Finding(CASE_SECTION_LENGTH, case, "text", message, hint, line)


def find_web_code(catalogue: Catalogue) -> Iterator[Finding]:
    """Articles are Markdown: web code in them is never run, and shown it would only confuse."""
    for case in catalogue.with_role("case").values():
        for name, line in dict.fromkeys(find_markup(text_in(case, "text"))):
            is_dangerous = name in DANGEROUS
            message = f"正文里有网页代码（{name}），{'不允许发布' if is_dangerous else '会原样显示成文字'}。"
            rule = CASE_MARKUP.at(Severity.ERROR) if is_dangerous else CASE_MARKUP
            yield Finding(rule, case, "text", message, "删去网页代码，用 Markdown 书写。", line)


def find_unlisted_images(catalogue: Catalogue) -> Iterator[Finding]:
    """A picture in the text is one of the case's own, listed with the words for those who do not see it."""
    for case in catalogue.with_role("case").values():
        listed = {text_in(image, "id") for image in catalogue.pointing(case, "case_image.case")}
        for name, line in find_images(text_in(case, "text")):
            if name not in listed:
                message = "正文里的图片没有写进页首信息的 images。"
                hint = "把图片放进案例文件夹，在 images 里写文件名、替代文字和署名；不能用别的网站的图片。"
                yield Finding(CASE_IMAGE_UNLISTED, case, "text", message, hint, line)


def _answered(catalogue: Catalogue) -> Iterator[tuple[Record, Record]]:
    calls = catalogue.with_role("call")
    for case in catalogue.with_role("case").values():
        call = calls.get(text_in(case, "call"))
        if call is not None and text_in(case, "text") and not is_withdrawn(case):
            yield case, call
