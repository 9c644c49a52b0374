"""Datasets to the files that reusers take, and the page that lists every format there is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.opendata.join_tables import join_key, joins
from generator.features.opendata.table_files import DOWNLOAD_FORMATS, lists_of_volumes, volume_address
from generator.model.addresses import OPEN_DATA, download_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME
from generator.plan.volumes import volumes_of

PACKAGE = download_address("datapackage.json")
DIRECTORY = download_address("resource-directory.xlsx")
DCAT_JSON, DCAT_TURTLE = "dcat/3.0/catalogue.jsonld", "dcat/3.0/catalogue.ttl"


def plan_downloads(catalogue: Catalogue, settings: Settings) -> Iterator[Download]:
    """Every published dataset as CSV and JSON, what they name in each other, and the Data Package of them all."""
    for dataset in catalogue.datasets.values():
        for format_ in DOWNLOAD_FORMATS if dataset.is_published else ():
            for volume in volumes_of(catalogue, dataset.name) or (None,):
                address = volume_address(dataset.name, volume, format_)
                yield Download(address, format_, (dataset.name,), volume.name if volume else "")
        for each in lists_of_volumes(catalogue, dataset) if dataset.is_published else ():
            yield Download(each.address, "volumes", (dataset.name,))
    for join in joins(catalogue):
        for volume in volumes_of(catalogue, join.dataset.name) or (None,):
            key = join_key(join, volume.name if volume else "")
            address = volume_address(join.name, volume, "csv")
            yield Download(address, "join", (join.dataset.name, join.target.name), key)
    yield Download(PACKAGE, "datapackage", ())
    yield Download(DIRECTORY, "resource-directory", ())
    if settings.site_url:  # whatever is in a graph is named by its address
        yield Download(DCAT_JSON, "dcat", ())
        yield Download(DCAT_TURTLE, "dcat-turtle", ())


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=OPEN_DATA,
        title=FORMATS_PAGE.title,
        template="opendata/formats",
        frame=FORMATS_PAGE.name,
        subject=TopicSubject("opendata", "", ()),
        crumbs=(LISTINGS_HOME,),
    )


FORMATS_PAGE = Topic("opendata", "开放数据", "了解更多", (), _plan)
