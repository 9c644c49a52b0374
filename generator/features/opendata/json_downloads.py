"""Records of a dataset to the JSON file that reusers take."""

from __future__ import annotations

from generator.model.page import Download
from generator.model.record_json import encode_line, record_object
from generator.model.source import Source
from generator.plan.volumes import records_in


def json_file(source: Source, download: Download) -> str:
    """A record a line: so a change shows in its line, and no more than one record is laid out at a time."""
    (dataset_name,) = download.datasets
    dataset = source.catalogue.datasets[dataset_name]
    records = records_in(source.catalogue, dataset_name, download.key)
    lines = (encode_line(record_object(dataset, each)) for each in records)
    return "[\n" + ",\n".join(lines) + "\n]\n"
