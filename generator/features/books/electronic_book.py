"""A collection to an electronic book: cover, imprint, foreword, one chapter a case, afterword."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.features.books.printed_files import FACTS, chapter_cases, chapter_data, paragraphs
from generator.features.cases.case_parts import PictureView, case_article, case_figures, case_pictures
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.cells import day_in, text_in, words_in
from generator.model.page import Download
from generator.model.printing import Book, Chapter
from generator.model.record import Record
from generator.model.source import Source
from generator.render.citing import full_address
from generator.render.facts import RecordFacts
from generator.render.xhtml import block_elements, element, xhtml

STYLE = """body { margin: 5%; font-family: serif; line-height: 1.8; text-align: justify; }
h1, h2, h3 { font-family: sans-serif; line-height: 1.4; text-align: left; }
h1 { font-size: 1.6em; margin: 1em 0 0.5em; }
h2 { font-size: 1.2em; margin: 1.6em 0 0.4em; color: #0d5863; }
p { margin: 0 0 0.6em; text-indent: 2em; }
figure { margin: 1em 0; text-align: center; }
figure img { max-width: 100%; }
figcaption, .small, table { font-size: 0.85em; }
figcaption, .lead, .small p, .cover p, td p, th { text-indent: 0; }
.lead { color: #4b585b; text-indent: 0; }
.cover { margin-top: 25%; text-align: center; }
.cover h1, .cover p { text-align: center; text-indent: 0; }
table { width: 100%; border-collapse: collapse; margin: 1em 0; }
th, td { padding: 0.3em 0.5em; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
.figures { border-top: 1px solid #ccc; margin-top: 2em; padding-top: 0.5em; }
"""


def book_epub(source: Source, download: Download) -> Book:
    """The book, ready for binding."""
    record = source.catalogue.with_role("collection")[download.key]
    cases = chapter_cases(source, record)
    day = day_in(record, "published_on") or source.as_of
    return Book(
        identifier=full_address(source, record) or f"urn:mingshan:collections:{record.key}",
        title=text_in(record, "title"),
        author=text_in(record, "editor"),
        publisher=text_in(record, "publisher") or text_in(record, "editor"),
        day=day.isoformat(),
        description=text_in(record, "summary"),
        chapters=tuple(_chapters(source, record, cases)),
        style=STYLE,
        files=tuple((_name(case, each), each.file) for case in cases for each in case_pictures(source, case)),
    )


def _chapters(source: Source, record: Record, cases: tuple[Record, ...]) -> Iterator[Chapter]:
    yield Chapter("cover", text_in(record, "title"), xhtml([_cover(record)]))
    yield from _words("foreword", "前言", text_in(record, "foreword"))
    for number, case in enumerate(cases, 1):
        yield Chapter(f"case-{number:02}", text_in(case, "title"), xhtml(_case(source, case, number)))
    yield from _words("afterword", "编后记", text_in(record, "afterword"))
    yield Chapter("imprint", "版权页", xhtml(_imprint(source, record)))


def _cover(record: Record) -> Element:
    made = element("div", class_="cover")
    made.append(element("h1", text_in(record, "title")))
    made.append(element("p", text_in(record, "subtitle")))
    made.append(element("p", f"{text_in(record, 'editor')} 编"))
    return made


def _words(name: str, title: str, text: str) -> Iterator[Chapter]:
    if text:
        yield Chapter(name, title, xhtml((element("h1", title), *(element("p", each) for each in paragraphs(text)))))


def _case(source: Source, case: Record, number: int) -> Iterator[Element]:
    data = chapter_data(source, case, number)
    yield element("h1", text_in(case, "title"))
    if is_withdrawn(case):
        yield element("p", f"本篇已撤回：{data['withdrawn']}")
        return
    yield element("p", text_in(case, "summary"), class_="lead")
    yield _facts(source, case)
    pictures = case_pictures(source, case)
    article = case_article(source.catalogue, case)
    placed = {block.picture for block in article}
    yield from (_figure(case, each) for each in pictures if each.name not in placed)
    yield from block_elements(article, {each.name: _figure(case, each) for each in pictures})
    yield from _figures(source, case)
    yield element("p", f"（{'、'.join(words_in(case, 'authors'))}）", class_="small")


def _facts(source: Source, case: Record) -> Element:
    table, facts = element("table"), RecordFacts(source.catalogue, case)
    for name in FACTS:
        if name in facts and facts[name].text:
            row = element("tr")
            row.extend((element("th", facts[name].label), element("td", facts[name].text)))
            table.append(row)
    return table


def _figure(case: Record, picture: PictureView) -> Element:
    made = element("figure")
    made.append(element("img", src=_name(case, picture), alt=picture.alt))
    made.append(element("figcaption", "　".join(filter(None, (picture.caption, picture.credit)))))
    return made


def _figures(source: Source, case: Record) -> Iterator[Element]:
    figures = case_figures(source.catalogue, case)
    if figures:
        made = element("div", class_="figures small")
        made.append(element("h2", "数字出处"))
        made.extend(element("p", f"{each.text}：{each.label}。出处：{each.said}。") for each in figures)
        yield made


def _imprint(source: Source, record: Record) -> Iterator[Element]:
    yield element("h1", "版权页")
    named = (
        ("书名", text_in(record, "title")),
        ("编者", text_in(record, "editor")),
        ("出版", text_in(record, "publisher")),
        ("书号", text_in(record, "isbn")),
        ("编成", text_in(record, "published_on")),
        ("许可", text_in(record, "licence")),
        ("网址", full_address(source, record)),
    )
    yield from (element("p", f"{label}：{text}") for label, text in named if text)


def _name(case: Record, picture: PictureView) -> str:
    """A picture's name in the book: always JPEG, whatever it came as."""
    return f"images/{case.key}-{picture.name.rpartition('.')[0]}.jpg"
