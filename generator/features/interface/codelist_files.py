"""The codes of a field to a file that says what each means."""

from __future__ import annotations

import json

from generator.model.page import Download
from generator.model.source import Source


def codelist_file(source: Source, download: Download) -> str:
    """In the order of the declaration."""
    (name,) = download.datasets
    field = source.catalogue.datasets[name].columns[download.key]
    document = {
        "dataset": name,
        "field": field.name,
        "title": field.title,
        "values": [{"value": each.value, "label": each.label} for each in field.categories],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
