"""The declarations to the Data Package that describes every CSV file of the site."""

from __future__ import annotations

import json

from generator.model.dataset import Dataset
from generator.model.json_value import JsonObject
from generator.model.page import Download
from generator.model.source import Source


def datapackage_file(source: Source, _download: Download) -> str:
    """The Data Package that describes them all."""
    settings = source.settings
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "mingshan",
        "title": settings.site_name,
        "description": settings.site_description,
        "homepage": settings.site_url or None,
        "resources": [_resource(dataset) for dataset in source.catalogue.datasets.values()],
    }
    return json.dumps(package, ensure_ascii=False, indent=1, sort_keys=False) + "\n"


def _resource(dataset: Dataset) -> JsonObject:
    return {
        **dataset.descriptor,
        "path": f"{dataset.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
    }
