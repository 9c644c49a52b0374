"""A record to the tags PubDate, ColumnType and ContentSource of its page (国办发〔2017〕47号)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.page import Page, RecordSubject
from generator.model.record import Record
from generator.model.source import Source

_DAYS = ("published_on", "issued_on", "granted_on", "evaluated_on", "confirmed_on")
"""What says of itself when it was made public; else the last day somebody changed it."""
_SOURCES = ("issuer", "granted_by", "organizer", "provider")


def page_tags(source: Source, page: Page) -> Iterator[str]:
    """Of a record with a date its column, day and source; of any other page who answers for the site."""
    tags = list(_of_record(source, page, page.subject)) if isinstance(page.subject, RecordSubject) else []
    if not tags and source.settings.authority:
        tags = [_tag("ContentSource", source.settings.authority)]
    yield from tags


def article_tags(source: Source, file: str) -> Iterator[str]:
    """Of what people wrote the day it last changed, where its front matter says no other, and who answers for it."""
    if day := source.changes.get(file):
        yield _tag("PubDate", f"{day.isoformat()} 00:00")
    if source.settings.authority:
        yield _tag("ContentSource", source.settings.authority)


def _of_record(source: Source, page: Page, subject: RecordSubject) -> Iterator[str]:
    catalogue = source.catalogue
    record = catalogue.records[subject.dataset][subject.key]
    day = _published_on(record) or source.changes.get(page.source or "")
    if day:
        yield _tag("ColumnType", catalogue.datasets[record.dataset].title)
        yield _tag("PubDate", f"{day.isoformat()} 00:00")
        if said := _told_by(catalogue, record) or source.settings.authority:
            yield _tag("ContentSource", said)


def _published_on(record: Record) -> date | None:
    return next((day for name in _DAYS if (day := day_in(record, name))), None)


def _told_by(catalogue: Catalogue, record: Record) -> str:
    """Who answers for what a record says: the body it names, else the organisation whose record it is."""
    named = next((text for name in _SOURCES if (text := text_in(record, name))), "")
    body = catalogue.with_role("organization").get(text_in(record, "organization"))
    return named or (record_title(catalogue, body) if body else "")


def _tag(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escape(content)}">'
