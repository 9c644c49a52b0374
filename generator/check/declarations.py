"""Raw declarations to datasets, or problems that name the key at fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from frictionless import Field as StandardField
from frictionless.exception import FrictionlessException

from generator.check.crossing import find_crossing_faults
from generator.check.nearest import nearest
from generator.check.shaping import shape_dataset
from generator.domain.declaration_keys import KEYS, Fault
from generator.model.dataset import Dataset
from generator.model.declaration import RawDeclaration
from generator.model.problem import Problem, Severity
from generator.model.table import Locate, Origin

REQUIRED = ("name", "title", "schema", "directory")
STANDARD = (
    *("name", "title", "description", "path", "schema", "directory", "sources", "licenses", "homepage"),
    *("$schema", "profile", "type", "format", "mediatype", "encoding", "dialect", "missingValues"),
)
TYPES = ("string", "integer", "number", "boolean", "date", "list", "year", "yearmonth", "time", "datetime")
RESERVED_FIELDS = frozenset({"dataset", "key", "address", "source", "digest", "problems", "index", "facts"})
RESERVED_DATASETS = frozenset(
    {
        "search",
        "dictionary",
        "declaration",
        "dictionaries",
        "downloads",
        "assets",
        "pagefind",
        "page",
        "record",
        "listing",
    }
    | {"components", "blocks", "home", "index", "404", "sitemap"}
)


def check_declarations(
    raw: tuple[RawDeclaration, ...], locate: Locate
) -> tuple[tuple[Dataset, ...], tuple[Problem, ...]]:
    """Judge every declaration by itself, then all of them together; a faulty one is left out and the rest goes on."""
    faults = {one.file: tuple(_find_faults(one)) for one in raw}
    problems = [_problem(one, fault, locate) for one in raw for fault in faults[one.file]]
    datasets = tuple(shape_dataset(one) for one in raw if not faults[one.file])
    declared = frozenset(one.name for one in raw)
    crossing = [found for dataset in datasets for found in find_crossing_faults(dataset, datasets, declared)]
    files = {one.name: one for one in raw}
    problems += [_problem(files[dataset.name], fault, locate) for dataset, fault in crossing]
    return tuple(_without_dangling(dataset, datasets) for dataset in datasets), tuple(problems)


def _without_dangling(dataset: Dataset, datasets: tuple[Dataset, ...]) -> Dataset:
    """References to a dataset whose declaration is at fault become plain fields, so that the rest can be checked."""
    usable = {each.name for each in datasets}
    fields = tuple(field if field.target in usable else replace(field, target=None) for field in dataset.fields)
    return replace(dataset, fields=fields)


def _problem(one: RawDeclaration, fault: Fault, locate: Locate) -> Problem:
    """The declaration of a dataset cannot be used as it stands."""
    place = locate(Origin(one.file, trail=fault.trail), None)
    where = ".".join(str(part) for part in fault.trail if isinstance(part, str))
    return Problem(
        "declaration",
        Severity.ERROR,
        place,
        f"数据集“{one.name}”的声明里，{where or '整份文件'}：{fault.sentence}。",
        "对照其他数据集的 dataset.yaml 改正；每一项的意思见网站的“怎样声明一种数据”页（dictionary/declaration/）。",
        one.name,
    )


def _find_faults(one: RawDeclaration) -> Iterator[Fault]:
    document = one.document
    yield from (Fault((), f"缺少 {name}") for name in REQUIRED if name not in document)
    for key in document:
        if key not in STANDARD:
            yield Fault((key,), f"没有 {key} 这一项{nearest(key, STANDARD)}")
    if document.get("name") not in (None, one.name):
        yield Fault(("name",), f"名称应当与文件夹相同，写成 {one.name}")
    if one.name in RESERVED_DATASETS:
        yield Fault(("name",), f"{one.name} 是保留的名称，请换一个文件夹名")
    fields = _fields(document)
    if not fields:
        yield Fault(("schema",), "schema.fields 里没有字段")
        return
    yield from _find_field_faults(fields)
    names = frozenset(str(field.get("name")) for field in fields)
    yield from _find_key_faults(document["schema"], names)
    yield from _find_block_faults(document.get("directory"), names)
    yield from _find_path_faults(document, names)


def _fields(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    schema = document.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return [field for field in fields if isinstance(field, dict)] if isinstance(fields, list) else []


def _find_field_faults(fields: list[Mapping[str, Any]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, field in enumerate(fields):
        trail = ("schema", "fields", index)
        name = field.get("name")
        if not isinstance(name, str) or not name.isidentifier():
            yield Fault(trail, "字段的 name 应当由英文字母、数字和下划线组成")
        elif name in RESERVED_FIELDS:
            yield Fault((*trail, "name"), f"{name} 是保留的字段名，请换一个")
        elif name in seen:
            yield Fault((*trail, "name"), f"字段 {name} 写了两次")
        elif field.get("type", "string") not in TYPES:
            yield Fault((*trail, "type"), f"没有“{field['type']}”这种类型；可以用：{'、'.join(TYPES)}")
        else:
            yield from (Fault(trail, sentence) for sentence in _standard_faults(field))
        seen.add(str(name))


def _standard_faults(field: Mapping[str, Any]) -> Iterator[str]:
    """What the Table Schema standard itself says against a field, in Frictionless' words."""
    try:
        StandardField.from_descriptor(dict(field))
    except FrictionlessException as fault:
        for reason in fault.reasons or [fault.error]:
            yield f"字段 {field['name']} 不符合 Table Schema 标准（{reason.note}）"


def _find_key_faults(schema: Mapping[str, Any], names: frozenset[str]) -> Iterator[Fault]:
    key = schema.get("primaryKey")
    for name in key if isinstance(key, list) else [key]:
        if name not in names:
            yield Fault(("schema", "primaryKey"), f"主键“{name}”不是这个数据集的字段" if name else "缺少 primaryKey")
    for index, reference in enumerate(schema.get("foreignKeys") or []):
        fields = reference.get("fields") if isinstance(reference, dict) else None
        target = reference.get("reference") if isinstance(reference, dict) else None
        trail = ("schema", "foreignKeys", index)
        if not (isinstance(fields, list) and len(fields) == 1 and fields[0] in names):
            yield Fault(trail, "fields 应当写这个数据集的一个字段")
        if not (isinstance(target, dict) and target.get("resource")):
            yield Fault(trail, "reference 应当写明 resource（数据集）")


def _find_block_faults(block: Any, names: frozenset[str]) -> Iterator[Fault]:
    if not isinstance(block, dict):
        yield Fault(("directory",), "应当由“名称: 内容”组成")
        return
    if "label" not in block:
        yield Fault(("directory",), "缺少 label")
    for key, value in block.items():
        if key not in KEYS:
            yield Fault(("directory", key), f"没有 {key} 这一项{nearest(key, KEYS)}")
            continue
        faults = KEYS[key].shape(value, names)
        yield from (Fault(("directory", key, *fault.trail), fault.sentence) for fault in faults)
    yield from _find_repeats(block.get("layout"))


def _find_repeats(layout: Any) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, section in enumerate(layout if isinstance(layout, list) else []):
        for name in section.get("fields") or [] if isinstance(section, dict) else []:
            if name in seen:
                yield Fault(("directory", "layout", index), f"字段 {name} 在两块里都出现了")
            seen.add(str(name))


def _find_path_faults(document: Mapping[str, Any], names: frozenset[str]) -> Iterator[Fault]:
    path, nested = document.get("path"), "nested" in (document.get("directory") or {})
    if nested and path:
        yield Fault(("path",), "写在别的记录里面的数据集没有自己的文件，不要写 path")
    elif not nested and not isinstance(path, str):
        yield Fault((), "缺少 path")
    elif isinstance(path, str):
        yield from (Fault(("path",), sentence) for sentence in _path_sentences(path, names))
        if path.endswith(".md") != ("body" in (document.get("directory") or {})):
            yield Fault(("directory",), "记录是 Markdown 文章（path 以 .md 结尾）的，要写 body；其他的不写")


def _path_sentences(path: str, names: frozenset[str]) -> Iterator[str]:
    columns = [part.partition("}")[0] for part in path.split("{")[1:]]
    yield from (f"花括号里的“{name}”不是这个数据集的字段" for name in columns if name not in names)
    if path.startswith("/") or ".." in path.split("/") or "\\" in path:
        yield "只能写数据集文件夹里面的相对路径"
    if not path.endswith((".csv", ".yaml", ".md")):
        yield "文件名应当以 .csv、.yaml 或 .md 结尾"
