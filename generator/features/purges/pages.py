"""Tombstones to pages at the addresses of what they stand for, and to one file that mirrors read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.addresses import download_address, record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME

_NEEDS = Roles(("tombstone",))


def old_address(tombstone: Record) -> str:
    """Where the page of what is gone was."""
    return record_address(text_in(tombstone, "kind"), text_in(tombstone, "record"))


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    for tombstone in catalogue.with_role("tombstone").values():
        yield Page(
            address=old_address(tombstone),
            title=PURGES.title,
            template="purges/tombstone",
            frame=PURGES.name,
            subject=TopicSubject("purge", tombstone.key, _NEEDS),
            crumbs=(LISTINGS_HOME,),
        )


def _files(_catalogue: Catalogue) -> Iterator[Download]:
    yield Download(download_address("purged.json"), "purged", _NEEDS)


PURGES = Topic("purges", "这一页的内容已经删除", None, _NEEDS, _plan, _files)
