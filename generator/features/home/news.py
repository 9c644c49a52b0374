"""Disclosures to the newest entries of the home page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.record import Record
from generator.model.source import Source

_SHOWN = 8


class NewsEntry(NamedTuple):
    """Something that was made public: the day, its title, the project it is about and the place on that one's page."""

    day: date
    title: str
    subject: str
    address: str
    anchor: str


def latest_news(source: Source) -> tuple[NewsEntry, ...]:
    """What was made public last, the newest first; nothing dated after the day the site is built for."""
    catalogue = source.catalogue
    entries = (
        entry
        for project in catalogue.with_role("project").values()
        for entry in _entries(catalogue, project)
        if entry.day <= source.as_of
    )
    return tuple(sorted(entries, key=lambda each: (-each.day.toordinal(), each.address, each.anchor))[:_SHOWN])


def _entries(catalogue: Catalogue, project: Record) -> Iterator[NewsEntry]:
    for disclosure in catalogue.pointing(project, "disclosure.project"):
        day = day_in(disclosure, "published_on")
        if day:
            yield NewsEntry(
                day,
                record_title(catalogue, disclosure),
                record_title(catalogue, project),
                record_address(project.dataset, project.key),
                text_in(disclosure, "id"),
            )
