"""What the page of a collection shows beyond its record: chapters, books, how to cite it, its address as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.features.books.printed_files import chapter_cases, paragraphs
from generator.features.cases.case_files import book_address
from generator.features.cases.case_parts import PictureView, case_level, case_pictures
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.addresses import record_address
from generator.model.cells import text_in
from generator.model.page import Link
from generator.model.record import Record
from generator.model.source import Source
from generator.render.citing import cite, full_address, qr_code
from generator.render.facts import RecordFacts


class ChapterView(NamedTuple):
    """One case in a collection; `withdrawn` says why there is nothing more to read."""

    number: int
    title: str
    summary: str
    address: str
    category: str
    organization: str
    level: str
    picture: PictureView | None
    withdrawn: str


@dataclass(frozen=True, slots=True)
class CollectionContext:
    """What the page of a collection may name besides its record."""

    chapters: tuple[ChapterView, ...]
    books: tuple[Link, ...]
    foreword: list[str]
    afterword: list[str]
    citation: str
    qr: str
    """The address as an SVG; empty without."""


def collection_context(source: Source, collection: Record) -> CollectionContext:
    """A collection with its chapters and its books."""
    return CollectionContext(
        chapters=tuple(
            _chapter(source, case, number) for number, case in enumerate(chapter_cases(source, collection), 1)
        ),
        books=(
            Link("PDF 版，可以打印", book_address(collection.dataset, collection.key, "pdf")),
            Link("电子书（EPUB），手机和阅读器上看", book_address(collection.dataset, collection.key, "epub")),
        ),
        foreword=paragraphs(text_in(collection, "foreword")),
        afterword=paragraphs(text_in(collection, "afterword")),
        citation=cite(source, collection, text_in(collection, "editor")),
        qr=qr_code(full_address(source, collection)),
    )


def _chapter(source: Source, case: Record, number: int) -> ChapterView:
    facts = RecordFacts(source.catalogue, case)
    return ChapterView(
        number=number,
        title=text_in(case, "title"),
        summary=text_in(case, "summary"),
        address=record_address(case.dataset, case.key),
        category=facts["category"].text,
        organization=facts["organization"].text,
        level=case_level(source.catalogue, case),
        picture=next(iter(case_pictures(source, case)), None),
        withdrawn=text_in(case, "withdrawn_reason") if is_withdrawn(case) else "",
    )
