"""A page that a card was drawn for to what programs that share pages read of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.features.cases.case_files import card_address
from generator.model.addresses import root_prefix, url_path
from generator.model.page import Page, RecordSubject
from generator.model.source import Source

CARDS = frozenset({"case", "collection"})


def card_head(source: Source, page: Page) -> Iterator[str]:
    """The card drawn for the page, if there is one; programs that share pages want its whole address."""
    if not isinstance(page.subject, RecordSubject):
        return
    dataset, key = page.subject
    role = source.catalogue.role_of(dataset)
    if role not in CARDS or (role == "case" and not source.catalogue.records[dataset][key].values["text"]):
        return
    base, address = source.settings.site_url.rstrip("/"), url_path(card_address(dataset, key))
    image = f"{base}/{address}" if base else f"{root_prefix(page.address)}{address}"
    yield f'<meta property="og:title" content="{escape(page.title)}">'
    yield f'<meta property="og:image" content="{escape(image)}">'
    yield '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
