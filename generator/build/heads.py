"""A page to what its head holds beside the frame's own: styles and scripts it alone needs, what others read of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.features.cases.publishing import card_address
from generator.features.opendata.linked_data import linked_data
from generator.model.addresses import root_prefix, url_path
from generator.model.page import Page, RecordSubject, TopicSubject
from generator.model.source import Source

ARTICLES = '<link rel="stylesheet" href="{root}assets/mingshan/articles.css">'
COUNTDOWN = '<script type="module" src="{root}assets/mingshan/countdown.js"></script>'
DUTIES = (
    '<link rel="stylesheet" href="{root}assets/mingshan/duties/duties.css">',
    '<script type="module" src="{root}assets/mingshan/duties/aging.js"></script>',
    '<script type="module" src="{root}assets/mingshan/duties/reveal.js"></script>',
)

GAPS = '<link rel="stylesheet" href="{root}assets/mingshan/gaps/gaps.css">'

PARTS: dict[str, tuple[str, ...]] = {
    "case": (ARTICLES,),
    "collection": (ARTICLES,),
    "call": (ARTICLES, COUNTDOWN),
    "calendar-days": (ARTICLES,),
    "project": DUTIES,
    "organization": DUTIES,
    "rule": DUTIES,
    "duties-board": DUTIES,
    "duties-published": DUTIES,
    "duties-method": DUTIES,
    "gaps-board": (GAPS,),
    "gaps-category": (GAPS,),
    "gaps-place": (GAPS,),
}
"""By role or topic, what its pages load."""
CARDS = frozenset({"case", "collection"})


def page_head(source: Source, page: Page) -> str:
    """HTML for the head; empty for most pages."""
    root = root_prefix(page.address)
    match page.subject:
        case RecordSubject(dataset, key):
            role = source.catalogue.role_of(dataset)
            parts = [*PARTS.get(role, ()), *_card(source, dataset, key, page.title)]
        case TopicSubject(topic):
            parts = [*PARTS.get(topic, ())]
        case _:
            parts = []
    return "\n".join((*(part.replace("{root}", root) for part in parts), *linked_data(source, page)))


def _card(source: Source, dataset: str, key: str, title: str) -> Iterator[str]:
    """The card drawn for the page, if there is one; programs that share pages want its whole address."""
    role = source.catalogue.role_of(dataset)
    if role not in CARDS or (role == "case" and not source.catalogue.records[dataset][key].values["text"]):
        return
    base, address = source.settings.site_url.rstrip("/"), url_path(card_address(dataset, key))
    image = f"{base}/{address}" if base else f"{{root}}{address}"
    yield f'<meta property="og:title" content="{escape(title)}">'
    yield f'<meta property="og:image" content="{escape(image)}">'
    yield '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
