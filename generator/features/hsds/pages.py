"""The plan of the page on the specification, and of its files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.hsds.addresses import (
    DESCRIPTOR,
    HSDS_HOME,
    HSDS_KINDS,
    HSDS_ROOT,
    item_address,
    list_address,
    table_address,
)
from generator.features.hsds.api_files import objects_of, page_count
from generator.features.hsds.collection import collect
from generator.features.hsds.made_objects import ROLES_SHOWN
from generator.features.hsds.table_columns import HSDS_TABLES
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, Plan, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.model.source import Source
from generator.plan.listings import LISTINGS_HOME

_NEEDS = ("offer", "place")
_SHOWN = Roles(ROLES_SHOWN)


def has_identifiers(settings: Settings) -> bool:
    """Nothing can be told to other systems without a namespace: nobody would know it again."""
    return bool(settings.namespace)


def is_offered(catalogue: Catalogue, settings: Settings) -> bool:
    """Whether an instance has what the specification is about."""
    return has_identifiers(settings) and all(role in catalogue.roles for role in _NEEDS)


def plan_files(catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """A file an object, a file a page of each list, and the tables; the ids depend neither on the day nor on pages."""
    if not is_offered(catalogue, settings):
        return
    datasets = catalogue.named_all(ROLES_SHOWN)
    collected = collect(Source(catalogue, Plan((), (), {}), settings, date.max, {}))
    yield Download(HSDS_ROOT, "hsds-root", datasets)
    for kind in HSDS_KINDS:
        objects = objects_of(collected, kind)
        for number in range(1, page_count(objects) + 1):
            yield Download(list_address(kind, number), "hsds-page", datasets, f"{kind}/{number}")
        for each in objects:
            yield Download(item_address(kind, each["id"]), "hsds-item", datasets, f"{kind}/{each['id']}")
    for name, table in HSDS_TABLES.items():
        yield Download(table_address(table.path), "hsds-table", datasets, name)
    yield Download(DESCRIPTOR, "hsds-descriptor", datasets)


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=HSDS_HOME,
        title=HSDS.title,
        template="hsds/coverage",
        frame=HSDS.name,
        subject=TopicSubject("hsds", "", _SHOWN),
        crumbs=(LISTINGS_HOME,),
    )


HSDS = Topic("hsds", "帮扶资源的通用格式（HSDS）", None, _NEEDS, _plan, wanted=has_identifiers)
