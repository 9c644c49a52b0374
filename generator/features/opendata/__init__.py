"""What reusers take: descriptions that programs read, dictionaries, downloads."""

from __future__ import annotations

from generator.features.opendata.csv_downloads import csv_file
from generator.features.opendata.data_package import datapackage_file
from generator.features.opendata.everywhere import everywhere
from generator.features.opendata.join_tables import join_file
from generator.features.opendata.json_downloads import json_file
from generator.features.opendata.linked_data import linked_data
from generator.features.opendata.pages import FORMATS_PAGE, plan_downloads
from generator.features.opendata.table_formats import table_formats
from generator.features.opendata.views import open_data_context, open_data_inputs
from generator.model.feature import Feature, FileKind, TopicPage

FEATURE = Feature(
    name="opendata",
    everywhere=everywhere,
    topics=(FORMATS_PAGE,),
    pages={"opendata": TopicPage(open_data_context, open_data_inputs)},
    downloads=plan_downloads,
    open_formats=(table_formats,),
    files={
        "csv": FileKind(csv_file),
        "json": FileKind(json_file),
        "join": FileKind(join_file),
        "datapackage": FileKind(datapackage_file),
    },
    heads=(linked_data,),
)
