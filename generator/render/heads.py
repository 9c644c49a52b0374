"""A page to what its head holds beside the frame's own: styles and scripts it alone needs, what others read of it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.addresses import root_prefix
from generator.model.feature import Features, topic_pages
from generator.model.page import Page, RecordSubject, TopicSubject
from generator.model.source import Source

HEADS_ARTICLES = ('<link rel="stylesheet" href="{root}assets/mingshan/articles.css">',)
"""What pages load that show an article."""


def page_head(source: Source, page: Page, features: Features) -> str:
    """HTML for the head; empty for most pages."""
    root = root_prefix(page.address)
    own = (part.replace("{root}", root) for part in dict.fromkeys(_parts(source, page, features)))
    computed = (part for feature in features for head in feature.heads for part in head(source, page))
    return "\n".join((*own, *computed))


def article_head(source: Source, features: Features, file: str) -> str:
    """HTML for the head of what people wrote."""
    return "\n".join(part for feature in features for head in feature.article_heads for part in head(source, file))


def _parts(source: Source, page: Page, features: Features) -> Iterator[str]:
    match page.subject:
        case RecordSubject(dataset):
            role = source.catalogue.role_of(dataset)
            for feature in features:
                yield from feature.record_heads.get(role, ())
        case TopicSubject(topic):
            yield from topic_pages(features)[topic].head
