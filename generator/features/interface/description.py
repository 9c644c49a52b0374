"""The declarations to the description of the interface as OpenAPI 3.1 has it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.features.interface.addresses import (
    INTERFACE_INDEX,
    INTERFACE_VERSION,
    codelist_address,
    list_address,
    record_file_address,
)
from generator.features.interface.published import (
    KEY_PARTS,
    LIST_SIZE,
    codelists,
    has_record_files,
    key_pattern,
    page_count,
    published,
    published_within,
)
from generator.features.interface.schemas import row_schema
from generator.model.dataset import Dataset
from generator.model.json_value import Written
from generator.model.licence import LICENCES
from generator.model.page import Download
from generator.model.source import Source

OPENAPI_VERSION = "3.1.0"
_SHOWN_KEYS = 3
"""So many keys are given as examples."""
_TEXT = {"type": "string"}
_NUMBER = {"type": "integer", "minimum": 0}
_MISSING: Written = {"description": "没有这个文件。", "content": {"text/html": {"schema": _TEXT}}}

Described = Written


def description_file(source: Source, _download: Download) -> str:
    """The document; a site that does not know its address names no server."""
    settings = source.settings
    licence = LICENCES.get(settings.data_licence)
    info = {
        "title": f"{settings.site_name}：公开数据",
        "version": f"{INTERFACE_VERSION}.0",
        "description": (
            "公开的每种数据一个列表，列表分页，每页最多"
            f" {LIST_SIZE} 条；有自己网页的记录另有一个文件。全部是现成的文件，只能读取（GET），不用登记。"
        ),
        **({"license": {"name": licence.title, "url": licence.address}} if licence else {}),
    }
    document = {
        "openapi": OPENAPI_VERSION,
        "info": info,
        **({"servers": [{"url": settings.site_url.removesuffix("/")}]} if settings.site_url else {}),
        "paths": dict(_paths(source)),
        "components": {"schemas": dict(_schemas(source))},
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _paths(source: Source) -> Iterator[tuple[str, Described]]:
    yield f"/{INTERFACE_INDEX}", _get("index", "有哪些数据", "Index", ())
    for dataset in published(source.catalogue):
        records = source.catalogue.records[dataset.name]
        pages = page_count(records)
        number = {"type": "integer", "minimum": 1, "maximum": pages}
        given = _parameter("page", "第几页，从 1 开始。", number, {"first": {"value": 1}, "last": {"value": pages}})
        operation = _get(f"list.{dataset.name}", f"{dataset.title}：列表", f"{dataset.name}.list", (given,))
        yield f"/{list_address(dataset.name, '{page}')}", operation
        if has_record_files(dataset):
            key = _key_parameters(dataset, tuple(islice(records, _SHOWN_KEYS)))
            operation = _get(f"record.{dataset.name}", f"{dataset.title}：一条", f"{dataset.name}.record", key)
            yield f"/{record_file_address(dataset.name, key_pattern(dataset))}", operation
    for dataset, field in codelists(source.catalogue):
        name = f"{dataset.name}.{field.name}"
        operation = _get(f"codelist.{name}", f"{dataset.title}的“{field.title}”：代码的意思", "Codelist", ())
        yield f"/{codelist_address(dataset.name, field.name)}", operation


def _get(name: str, summary: str, schema: str, parameters: tuple[Described, ...]) -> Described:
    answer = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    found: Described = {"description": "文件。", "content": answer}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            **({"parameters": list(parameters)} if parameters else {}),
            "responses": {"200": found, **({"404": _MISSING} if parameters else {})},
        }
    }


def _key_parameters(dataset: Dataset, keys: Sequence[str]) -> tuple[Described, ...]:
    """One for each part of the key; the examples are keys of records, part by part."""
    parts = [key.split(KEY_PARTS) for key in keys]
    return tuple(
        _parameter(
            name,
            f"{dataset.columns[name].title}，列表里有。",
            {"type": "string", "minLength": 1},
            {f"record{number}": {"value": part[at]} for number, part in enumerate(parts, 1)},
        )
        for at, name in enumerate(dataset.primary_key)
    )


def _parameter(name: str, about: str, schema: Described, examples: Mapping[str, Described]) -> Described:
    parameter = {"name": name, "in": "path", "required": True, "description": about, "schema": schema}
    return {**parameter, **({"examples": examples} if examples else {})}


def _schemas(source: Source) -> Iterator[tuple[str, Described]]:
    catalogue = source.catalogue
    yield "Index", _index()
    yield "Codelist", _codelist()
    for dataset in published(catalogue):
        yield dataset.name, row_schema(dataset)
        yield f"{dataset.name}.list", _list(dataset)
        if has_record_files(dataset):
            lists = {
                each.nesting.list: row_schema(each.dataset, each.nesting.parent_field)
                for each in published_within(catalogue, dataset)
            }
            yield f"{dataset.name}.record", row_schema(dataset, lists=lists)


def _list(dataset: Dataset) -> Described:
    rows = {"type": "array", "maxItems": LIST_SIZE, "items": {"$ref": f"#/components/schemas/{dataset.name}"}}
    return _object(
        dataset={"const": dataset.name},
        total=_NUMBER,
        page=_NUMBER,
        pages=_NUMBER,
        next={"type": ["string", "null"]},
        records=rows,
    )


def _index() -> Described:
    dataset = _object(
        name=_TEXT,
        title=_TEXT,
        description=_TEXT,
        total=_NUMBER,
        pages=_NUMBER,
        list=_TEXT,
        record={"type": ["string", "null"]},
    )
    codelist = _object(dataset=_TEXT, field=_TEXT, address=_TEXT)
    return _object(
        version={"const": INTERFACE_VERSION},
        title=_TEXT,
        licence={"type": ["string", "null"]},
        description=_TEXT,
        datasets={"type": "array", "items": dataset},
        codelists={"type": "array", "items": codelist},
    )


def _codelist() -> Described:
    values = {"type": "array", "items": _object(value=_TEXT, label=_TEXT)}
    return _object(dataset=_TEXT, field=_TEXT, title=_TEXT, values=values)


def _object(**properties: Described) -> Described:
    """All of them are always there."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
