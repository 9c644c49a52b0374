"""Cases whose text is not what their call asks for become findings: sections, lengths, pictures, web code."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.calls.call_state import sections_of
from generator.features.cases.case_sections import count_characters, find_images, find_markup, split_parts
from generator.features.cases.problems import (
    image_unlisted,
    section_missing,
    section_too_long,
    section_too_short,
    section_unknown,
    text_missing,
    web_code,
    withdrawal_unexplained,
    withdrawn_text,
)
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, is_set, text_in
from generator.model.finding import Finding
from generator.model.record import Record

DANGEROUS = frozenset(
    {"script", "iframe", "object", "embed", "style", "form", "link", "meta", "javascript", "vbscript", "data"}
)


def find_missing_texts(catalogue: Catalogue) -> Iterator[Finding]:
    """A case has a text; a withdrawn one has neither text nor pictures nor attachments, but says when and why."""
    for case in catalogue.with_role("case").values():
        text = text_in(case, "text")
        if not is_withdrawn(case):
            if not text:
                yield text_missing(case)
            continue
        if text or catalogue.pointing(case, "case_image.case") or case.values.get("attachments"):
            yield withdrawn_text(case)
        for field, title in (("withdrawn_on", "撤回日期"), ("withdrawn_reason", "撤回原因")):
            if not text_in(case, field):
                yield withdrawal_unexplained(case, field, title)


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
                yield section_missing(case, title, text_in(section, "guidance"))
        for title in parts.keys() - wanted.keys() - {""} if wanted else ():
            yield section_unknown(case, title, wanted, parts[title].line)


def _length_faults(case: Record, section: Record, length: int, line: int) -> Iterator[Finding]:
    title, least, most = text_in(section, "title"), count_in(section, "least"), count_in(section, "most")
    if length < least:
        yield section_too_short(case, title, length, least, text_in(section, "guidance"), line)
    elif most and length > most:
        yield section_too_long(case, title, length, most, line)


def find_web_code(catalogue: Catalogue) -> Iterator[Finding]:
    """Articles are Markdown: web code in them is never run, and shown it would only confuse."""
    for case in catalogue.with_role("case").values():
        for name, line in dict.fromkeys(find_markup(text_in(case, "text"))):
            yield web_code(case, name, line, is_dangerous=name in DANGEROUS)


def find_unlisted_images(catalogue: Catalogue) -> Iterator[Finding]:
    """A picture in the text is one of the case's own, listed with the words for those who do not see it."""
    for case in catalogue.with_role("case").values():
        listed = {text_in(image, "id") for image in catalogue.pointing(case, "case_image.case")}
        for name, line in find_images(text_in(case, "text")):
            if name not in listed:
                yield image_unlisted(case, line)


def _answered(catalogue: Catalogue) -> Iterator[tuple[Record, Record]]:
    calls = catalogue.with_role("call")
    for case in catalogue.with_role("case").values():
        call = calls.get(text_in(case, "call"))
        if call is not None and text_in(case, "text") and not is_withdrawn(case):
            yield case, call
