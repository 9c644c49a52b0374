"""The published datasets to the Data Package that describes them: what each file is, how large, under which licence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain

from generator.features.opendata.join_tables import Join, joins
from generator.features.opendata.table_files import dataset_files, join_files
from generator.model.addresses import download_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.json_value import Written
from generator.model.licence import EXEMPT, LICENCES
from generator.model.open_format import OpenFile
from generator.model.page import Download
from generator.model.source import Source

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_CLOSED = {"name": "other-closed", "title": EXEMPT}
_FILE = {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}

Descriptor = Written


def datapackage_file(source: Source, _download: Download) -> str:
    """The descriptor; a site that does not know its address has no home page, one without a licence names none."""
    settings, catalogue = source.settings, source.catalogue
    published = [dataset for dataset in catalogue.datasets.values() if dataset.is_published]
    resources = [*(_table(source, each) for each in published), *(_join(source, join) for join in joins(catalogue))]
    descriptor: Written = {
        "$schema": PROFILE,
        "name": "mingshan",
        "title": settings.site_name,
        "description": settings.site_description,
        "version": sha256("".join(_hashes(source)).encode()).hexdigest()[:12],
        "homepage": settings.site_url,
        "licenses": _licences(settings.data_licence),
        "contributors": [{"title": settings.authority, "roles": ["publisher"]}] if settings.authority else [],
        "sources": _sources(published),
        "resources": resources,
    }
    return json.dumps({name: each for name, each in descriptor.items() if each}, ensure_ascii=False, indent=1) + "\n"


def _hashes(source: Source) -> Iterator[str]:
    """Of every file of a table, in order: where one is another, so is the package."""
    catalogue = source.catalogue
    published = (each for each in catalogue.datasets.values() if each.is_published)
    files = chain(
        (file for each in published for file in dataset_files(catalogue, each, "csv")),
        (file for join in joins(catalogue) for file in join_files(catalogue, join)),
    )
    return (f"sha256:{source.written(each.address).digest}" for each in files)


def _licences(name: str) -> list[Descriptor]:
    licence = LICENCES.get(name)
    return [{"name": licence.name, "title": licence.title, "path": licence.address}] if licence else []


def _sources(published: list[Dataset]) -> list[Descriptor]:
    """Everything that datasets say they come from, once."""
    found = [each for dataset in published for each in dataset.descriptor.get("sources", ())]
    return list({json.dumps(each, sort_keys=True): each for each in found}.values())


def _table(source: Source, dataset: Dataset) -> Descriptor:
    schema = {name: each for name, each in dataset.descriptor["schema"].items() if name != "foreignKeys"}
    keys = list(_foreign_keys(source.catalogue, dataset))
    closed = {} if is_given(source.catalogue, dataset) else {"licenses": [_CLOSED]}
    descriptor = {**closed, **dataset.descriptor, "schema": {**schema, **({"foreignKeys": keys} if keys else {})}}
    return _resource(descriptor, dataset_files(source.catalogue, dataset, "csv"), source)


def _foreign_keys(catalogue: Catalogue, dataset: Dataset) -> Iterator[Descriptor]:
    """Those of cells that name one record by its whole key, in a table that is published; others have join tables."""
    for field in dataset.references:
        target = catalogue.datasets[field.target or ""]
        if target.is_published and not field.is_list and len(target.primary_key) == 1:
            yield _reference((field.name,), dataset, target)


def _reference(columns: tuple[str, ...], dataset: Dataset, target: Dataset) -> Descriptor:
    name = "" if target.name == dataset.name and len(columns) == 1 else target.name
    return {"fields": list(columns), "reference": {"resource": name, "fields": list(target.primary_key)}}


def _join(source: Source, join: Join) -> Descriptor:
    own, theirs = join.own_columns, join.target_columns
    fields = [
        _named(dataset, key, column)
        for dataset, columns in ((join.dataset, own), (join.target, theirs))
        for key, column in zip(dataset.primary_key, columns, strict=True)
    ]
    descriptor = {
        "name": join.name,
        "title": f"{join.dataset.title}：{join.field.title}",
        "description": f"“{join.dataset.title}”的“{join.field.title}”一栏写了哪些“{join.target.title}”，每对一行。",
        "schema": {
            "fields": fields,
            "primaryKey": [*own, *theirs],
            "foreignKeys": [
                {"fields": list(columns), "reference": {"resource": end.name, "fields": list(end.primary_key)}}
                for columns, end in ((own, join.dataset), (theirs, join.target))
            ],
        },
    }
    return _resource(descriptor, join_files(source.catalogue, join), source)


def _named(dataset: Dataset, key: str, column: str) -> Descriptor:
    field = dataset.columns[key]
    return {"name": column, "type": field.type, "title": f"{dataset.title}·{field.title}"}


def _resource(descriptor: Descriptor, given: Iterable[OpenFile], source: Source) -> Descriptor:
    """What is told of a table, and of the file as it lies beside this one.

    Size and hash are of one file: those of volumes stand in the list of them.
    """
    paths = [each.address.removeprefix(download_address("")) for each in given]
    if len(paths) > 1:
        return {**descriptor, "path": paths, **_FILE}
    file = source.written(download_address(paths[0]))
    return {**descriptor, "path": paths[0], **_FILE, "bytes": file.size, "hash": f"sha256:{file.digest}"}


def is_given(catalogue: Catalogue, dataset: Dataset) -> bool:
    """Whether the site's own licence covers it: not what people only agreed to show, nor what came with another one."""
    nesting = dataset.directory.nesting
    held = catalogue.datasets[nesting.dataset] if nesting else dataset
    return held.directory.consent is None and "licenses" not in dataset.descriptor
