"""What reusers take: descriptions that programs read, dictionaries, downloads."""

from __future__ import annotations

from generator.features.opendata.catalogue_formats import catalogue_formats
from generator.features.opendata.csv_downloads import csv_file
from generator.features.opendata.data_catalogue import linked_catalogue, turtle_catalogue
from generator.features.opendata.data_package import datapackage_file
from generator.features.opendata.everywhere import everywhere
from generator.features.opendata.join_tables import join_file
from generator.features.opendata.json_downloads import json_file
from generator.features.opendata.linked_data import linked_data
from generator.features.opendata.pages import FORMATS_PAGE, plan_downloads
from generator.features.opendata.resource_directory import directory_data
from generator.features.opendata.table_files import volumes_file
from generator.features.opendata.table_formats import table_formats
from generator.features.opendata.views import open_data_context
from generator.model.feature import Feature, FileKind, PackKind, TopicPage

FEATURE = Feature(
    name="opendata",
    everywhere=everywhere,
    topics=(FORMATS_PAGE,),
    pages={"opendata": TopicPage(open_data_context)},
    downloads=plan_downloads,
    open_formats=(table_formats, catalogue_formats),
    files={
        "csv": FileKind(csv_file),
        "json": FileKind(json_file),
        "join": FileKind(join_file),
        "volumes": FileKind(volumes_file),
        "datapackage": FileKind(datapackage_file),
        "dcat": FileKind(linked_catalogue),
        "dcat-turtle": FileKind(turtle_catalogue),
    },
    packs={"resource-directory": PackKind(directory_data)},
    heads=(linked_data,),
)
