"""A published table to the files in which it is given away: one, or so many volumes by place and what tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.features.opendata.join_tables import Join
from generator.model.addresses import download_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.open_format import OpenFile
from generator.model.page import Download
from generator.model.source import Source
from generator.plan.volumes import VolumeName, keys_of_volume, volumes_of

DOWNLOAD_FORMATS = ("csv", "json")
VOLUMES_FILE = "volumes.json"


def dataset_files(catalogue: Catalogue, dataset: Dataset, ending: str) -> Iterator[OpenFile]:
    """Those of all its records in one format."""
    for volume in volumes_of(catalogue, dataset.name) or (None,):
        yield OpenFile(volume_address(dataset.name, volume, ending), _title(dataset.title, volume))


def join_files(catalogue: Catalogue, join: Join) -> Iterator[OpenFile]:
    """Those of its pairs, in the volumes of the dataset that names the other."""
    for volume in volumes_of(catalogue, join.dataset.name) or (None,):
        title = _title(f"{join.dataset.title}：{join.field.title}", volume)
        yield OpenFile(volume_address(join.name, volume, "csv"), title)


def lists_of_volumes(catalogue: Catalogue, dataset: Dataset) -> Iterator[OpenFile]:
    """What tells programs of the volumes, where there are any."""
    if volumes_of(catalogue, dataset.name):
        yield OpenFile(download_address(f"{dataset.name}/{VOLUMES_FILE}"), f"{dataset.title}：各册的目录")


def volume_address(table: str, volume: VolumeName | None, ending: str) -> str:
    """Where a table lies, or one volume of it."""
    return download_address(f"{table}/{volume.name}.{ending}" if volume else f"{table}.{ending}")


def volumes_file(source: Source, download: Download) -> str:
    """The volumes of a dataset with how many records each has, and its files with their sizes and hashes."""
    (dataset,) = download.datasets
    volumes = [_described(source, dataset, each) for each in volumes_of(source.catalogue, dataset)]
    return json.dumps({"dataset": dataset, "volumes": volumes}, ensure_ascii=False, indent=1) + "\n"


def _described(source: Source, dataset: str, volume: VolumeName) -> dict[str, object]:
    written = {ending: source.written(volume_address(dataset, volume, ending)) for ending in DOWNLOAD_FORMATS}
    files = [
        {"path": f"{volume.name}.{ending}", "bytes": each.size, "hash": f"sha256:{each.digest}"}
        for ending, each in written.items()
    ]
    records = len(keys_of_volume(source.catalogue, dataset, volume.name))
    return {"name": volume.name, "title": volume.title, "records": records, "files": files}


def _title(title: str, volume: VolumeName | None) -> str:
    return f"{title}：{volume.title}" if volume else title
