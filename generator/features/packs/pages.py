"""Places to the packs their windows print: a handbook, a poster and a workbook each, and one page that offers all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import PACKS, pack_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.places import districts_of, places_below
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("place", "category", "group", "household_type", "offer", "window"))
_FORMATS = ("handbook", "poster", "workbook")


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        PACKS, WINDOW_PACKS.title, "packs/all", WINDOW_PACKS.name, TopicSubject("packs", "", _NEEDS), (LISTINGS_HOME,)
    )


def _files(catalogue: Catalogue) -> Iterator[Download]:
    for place in places_with_windows(catalogue):
        for format_ in _FORMATS:
            yield Download(pack_address(place.key, format_), f"pack-{format_}", _NEEDS, place.key)


def places_with_windows(catalogue: Catalogue) -> Iterator[Record]:
    """Each district and after it its townships."""
    for district in districts_of(catalogue):
        yield district
        yield from places_below(catalogue, district)


WINDOW_PACKS = Topic("packs", "窗口资料包", "了解更多", _NEEDS, _plan, _files, lambda settings: settings.window_packs)
