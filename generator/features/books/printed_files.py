"""Planned pictures, cards and books to what is to be printed: data for the typesetter and the binder."""

from __future__ import annotations

from generator.features.cases.case_parts import case_article, case_figures, case_level, case_pictures
from generator.features.cases.withdrawal import is_withdrawn
from generator.model.cells import day_in, text_in, words_in
from generator.model.facets import record_title
from generator.model.json_value import JsonObject
from generator.model.page import Download
from generator.model.printing import Conversion, Copy, Typesetting
from generator.model.record import Record
from generator.model.source import Source
from generator.render.article_blocks import Block
from generator.render.cards import record_summary
from generator.render.citing import full_address, qr_code
from generator.render.displayed_values import chinese_date
from generator.render.facts import RecordFacts

FACTS = (
    "organization",
    "partners",
    "project",
    "divisions",
    "groups",
    "period_from",
    "period_to",
    "people_helped",
    "money",
)
"""What stands in the box at the head of a chapter."""


def picture(_source: Source, download: Download) -> Conversion:
    """A picture in one of its widths; the key says which."""
    file, _, width = download.key.rpartition("?")
    return Conversion(file, int(width))


def document(_source: Source, download: Download) -> Copy:
    """A document beside an article."""
    return Copy(download.key)


def card(source: Source, download: Download) -> Typesetting:
    """The picture that stands for a page where it is shared."""
    dataset, _, key = download.key.partition("/")
    record = source.catalogue.records[dataset][key]
    pictures = case_pictures(source, record) if source.catalogue.role_of(dataset) == "case" else ()
    data = {
        "kind": source.catalogue.datasets[dataset].title,
        "title": record_title(source.catalogue, record),
        "summary": record_summary(source.catalogue, record),
        "by": _by(source, record),
        "site": source.settings.site_name,
        "picture": "picture-0.jpg" if pictures else None,
    }
    return Typesetting("card.typ", data, tuple(("picture-0.jpg", each.file) for each in pictures[:1]), "png")


def book_pdf(source: Source, download: Download) -> Typesetting:
    """A collection as a book to print."""
    record = source.catalogue.with_role("collection")[download.key]
    chapters = [chapter_data(source, case, number) for number, case in enumerate(chapter_cases(source, record), 1)]
    files = tuple(
        (f"picture-{number}-{place}.jpg", each.file)
        for number, case in enumerate(chapter_cases(source, record), 1)
        for place, each in enumerate(case_pictures(source, case))
    )
    return Typesetting("book.typ", {**front_matter(source, record), "chapters": chapters}, files, "pdf")


def chapter_cases(source: Source, collection: Record) -> tuple[Record, ...]:
    """The cases of a collection, in its order."""
    known = source.catalogue.with_role("case")
    return tuple(known[key] for key in words_in(collection, "cases") if key in known)


def front_matter(source: Source, record: Record) -> JsonObject:
    """What a book says of itself."""
    day = day_in(record, "published_on")
    address = full_address(source, record)
    return {
        "title": text_in(record, "title"),
        "subtitle": text_in(record, "subtitle"),
        "year": text_in(record, "year"),
        "editor": text_in(record, "editor"),
        "publisher": text_in(record, "publisher"),
        "isbn": text_in(record, "isbn"),
        "licence": text_in(record, "licence"),
        "summary": text_in(record, "summary"),
        "day": chinese_date(day) if day else "",
        "date": [day.year, day.month, day.day] if day else [source.as_of.year, 1, 1],
        "site": source.settings.site_name,
        "demonstration": source.settings.demonstration,
        "foreword": paragraphs(text_in(record, "foreword")),
        "afterword": paragraphs(text_in(record, "afterword")),
        "address": address,
        "qr": qr_code(address),
    }


def chapter_data(source: Source, case: Record, number: int) -> JsonObject:
    """One case as a chapter; a withdrawn one says when and why, and nothing else."""
    catalogue = source.catalogue
    withdrawn = day_in(case, "withdrawn_on") if is_withdrawn(case) else None
    facts = RecordFacts(catalogue, case)
    shown = [facts[name] for name in FACTS if name in facts and facts[name].text]
    return {
        "number": number,
        "title": text_in(case, "title"),
        "summary": "" if is_withdrawn(case) else text_in(case, "summary"),
        "category": facts["category"].text,
        "organization": facts["organization"].text,
        "level": case_level(catalogue, case),
        "withdrawn": f"{chinese_date(withdrawn)}撤回。{text_in(case, 'withdrawn_reason')}" if withdrawn else "",
        "facts": [] if is_withdrawn(case) else [[fact.label, fact.text] for fact in shown],
        "authors": "、".join(words_in(case, "authors")),
        "pictures": [
            {
                "name": each.name,
                "file": f"picture-{number}-{place}.jpg",
                "alt": each.alt,
                "caption": each.caption,
                "credit": each.credit,
            }
            for place, each in enumerate(case_pictures(source, case))
        ],
        "article": [block_data(block) for block in case_article(catalogue, case)],
        "figures": [[each.text, each.label, each.said] for each in case_figures(catalogue, case)],
    }


def block_data(block: Block) -> JsonObject:
    """A block as JSON can say it."""
    return {
        "kind": block.kind,
        "level": block.level,
        "picture": block.picture,
        "runs": [run._asdict() for run in block.runs],
        "blocks": [block_data(each) for each in block.blocks],
        "items": [[block_data(each) for each in item] for item in block.items],
        "rows": [[[run._asdict() for run in cell] for cell in row] for row in block.rows],
    }


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a long text."""
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _by(source: Source, record: Record) -> str:
    organization = source.catalogue.with_role("organization").get(text_in(record, "organization"))
    return record_title(source.catalogue, organization) if organization else text_in(record, "editor")
