"""Raw declarations to datasets, or problems that name the key at fault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.check.declaration_coherence import find_fitting_faults
from generator.check.declarations_together import find_crossing_faults
from generator.check.extensions import find_extension_faults, trail_as_written
from generator.check.national import fit_national, keep_wanted
from generator.check.nearest import nearest
from generator.check.problems import declaration_faulty, privacy_undeclared
from generator.check.shaping import shape_dataset
from generator.check.table_schema import (
    SCHEMA_KEYS,
    field_names,
    find_field_faults,
    find_name_faults,
    find_resource_faults,
)
from generator.check.usable import usable_datasets
from generator.model.dataset import Dataset
from generator.model.declaration import RawDeclaration, schema_entries
from generator.model.declaration_keys import KEYS, Fault
from generator.model.problem import Problem
from generator.model.table import Locate, Origin

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_REQUIRED = ("name", "title", "schema", "directory")
RESERVED_DATASETS = frozenset(
    {
        "search",
        "dictionary",
        "declaration",
        "dictionaries",
        "downloads",
        "assets",
        "pagefind",
        "datapackage",
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
    raw = fit_national(keep_wanted(raw))
    judged = [(one, *_judge(one)) for one in raw]
    problems = [_problem(one, fault, locate) for one, _, faults in judged for fault in faults]
    shaped = tuple(dataset for _, dataset, _ in judged if dataset)
    declared = frozenset(one.name for one in raw)
    files = {one.file: one for one in raw}
    for dataset in shaped:
        found = find_crossing_faults(dataset, shaped, declared)
        problems += [_problem(files[dataset.declaration], fault, locate) for fault in found]
    problems += [_undeclared(dataset, locate) for dataset in shaped if not dataset.directory.privacy]
    return usable_datasets(shaped, tuple(one for one, dataset, _ in judged if dataset is None)), tuple(problems)


def _judge(one: RawDeclaration) -> tuple[Dataset | None, tuple[Fault, ...]]:
    """The dataset, or the faults for which it is none; one that shows in several places is told once."""
    if one.document is None:
        return None, ()
    faults = tuple(find_extension_faults(one.document)) or tuple(_find_faults(one, one.document))
    if faults:
        return None, _merged(faults)
    dataset = shape_dataset(one, one.document)
    faults = tuple(find_fitting_faults(dataset))
    return (None, _merged(faults)) if faults else (dataset, ())


def _merged(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    found: dict[str, list[Fault]] = {}
    for fault in faults:
        found.setdefault(fault.sentence, []).append(fault)
    return tuple(_with_count(same) for same in found.values())


def _with_count(same: list[Fault]) -> Fault:
    more = f"（共 {len(same)} 处）" if len(same) > 1 else ""
    return same[0]._replace(sentence=same[0].sentence + more)


def _problem(one: RawDeclaration, fault: Fault, locate: Locate) -> Problem:

    place = locate(Origin(one.file, trail=trail_as_written(one, fault.trail)), None)
    return declaration_faulty(place, one.name, fault)


def _undeclared(dataset: Dataset, locate: Locate) -> Problem:
    place = locate(Origin(dataset.declaration, trail=("directory",)), None)
    return privacy_undeclared(place, dataset.name, dataset.title)


def _find_faults(one: RawDeclaration, document: Mapping[str, Any]) -> Iterator[Fault]:
    """What stands further down is judged only where what it builds on stands firm: one fault, one problem."""
    missing = tuple(Fault((), f"缺少 {name}") for name in _REQUIRED if name not in document)
    yield from (*missing, *find_resource_faults(document), *_find_own_name_faults(one.name, document))
    fields = schema_entries(document, "fields")
    misnamed = tuple(find_name_faults(fields))
    yield from misnamed
    if not fields and not missing:
        yield Fault(("schema",), "schema.fields 里没有字段")
    if not fields or misnamed:
        return
    names = field_names(fields)
    yield from find_field_faults(fields)
    yield from _find_key_faults(document["schema"], names)
    yield from _find_block_faults(document.get("directory", {"label": fields[0]["name"]}), names)
    yield from _find_path_faults(document, names)


def _find_own_name_faults(name: str, document: Mapping[str, Any]) -> Iterator[Fault]:
    if not _NAME.fullmatch(name):
        yield Fault(("name",), f"文件夹名 {name} 应当由小写英文字母、数字和下划线组成，以字母开头")
    elif document.get("name", name) != name:
        yield Fault(("name",), f"名称应当与文件夹相同，写成 {name}")
    elif name in RESERVED_DATASETS:
        yield Fault(("name",), f"{name} 是保留的名称，请换一个文件夹名")


def _find_key_faults(schema: Mapping[str, Any], names: frozenset[str]) -> Iterator[Fault]:
    for name in schema:
        if name not in SCHEMA_KEYS:
            yield Fault(("schema", name), f"没有 {name} 这一项{nearest(name, SCHEMA_KEYS)}")
    yield from _find_primary_key_faults(schema.get("primaryKey"), names)
    references = schema.get("foreignKeys", [])
    if not isinstance(references, list):
        yield Fault(("schema", "foreignKeys"), "应当是一个列表")
        return
    for index, reference in enumerate(references):
        found = _find_reference_faults(reference, names)
        yield from (Fault(("schema", "foreignKeys", index), sentence) for sentence in found)


def _find_primary_key_faults(key: Any, names: frozenset[str]) -> Iterator[Fault]:
    parts = key if isinstance(key, list) else [key]
    if key in (None, []):
        yield Fault(("schema",), "缺少 primaryKey（哪个字段是编号）")
    elif not all(isinstance(name, str) for name in parts) or len(set(parts)) < len(parts):
        yield Fault(("schema", "primaryKey"), "应当是一个字段，或由几个不同字段组成的列表")
    else:
        unknown = (name for name in parts if name not in names)
        yield from (Fault(("schema", "primaryKey"), f"“{name}”不是这个数据集的字段") for name in unknown)


def _find_reference_faults(reference: Any, names: frozenset[str]) -> Iterator[str]:
    fields = reference.get("fields") if isinstance(reference, dict) else None
    target = reference.get("reference") if isinstance(reference, dict) else None
    name = fields[0] if isinstance(fields, list) and len(fields) == 1 else fields
    if not isinstance(name, str):
        yield "fields 应当写这个数据集的一个字段"
    elif name not in names:
        yield f"“{name}”不是这个数据集的字段"
    if not (isinstance(target, dict) and isinstance(target.get("resource"), str) and target["resource"]):
        yield "reference 应当写明 resource（数据集）"


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
        fields = section.get("fields") if isinstance(section, dict) else None
        for name in fields if isinstance(fields, list) else []:
            if str(name) in seen:
                yield Fault(("directory", "layout", index), f"字段 {name} 在两块里都出现了")
            seen.add(str(name))


def _find_path_faults(document: Mapping[str, Any], names: frozenset[str]) -> Iterator[Fault]:
    path, block = document.get("path"), document.get("directory")
    if not isinstance(block, dict):
        return
    nested = "nested" in block
    if nested and "path" in document:
        yield Fault(("path",), "写在别的记录里面的数据集没有自己的文件，不要写 path")
    elif not nested and path is None:
        yield Fault((), "缺少 path")
    elif not nested and not isinstance(path, str):
        yield Fault(("path",), "应当是一段文字")
    elif isinstance(path, str):
        yield from (Fault(("path",), sentence) for sentence in _path_sentences(path, names))
        if path.endswith(".md") != ("body" in (document.get("directory") or {})):
            yield Fault(("directory",), "记录是 Markdown 文章（path 以 .md 结尾）的，要写 body；其他的不写")


def _path_sentences(path: str, names: frozenset[str]) -> Iterator[str]:
    columns = [part.partition("}")[0] for part in path.split("{")[1:]]
    yield from (f"“{name}”不是这个数据集的字段" for name in columns if name not in names)
    if "\\" in path or any(part in ("", ".", "..") for part in path.split("/")):
        yield "只能写数据集文件夹里面的相对路径"
    if not path.endswith((".csv", ".yaml", ".md")):
        yield "文件名应当以 .csv、.yaml 或 .md 结尾"
