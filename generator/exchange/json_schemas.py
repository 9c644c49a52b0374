"""Declarations and codelists to JSON Schemas, by which editors complete, explain and check YAML while it is typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.declaration_keys import KEYS
from generator.model.facets import record_title
from generator.model.formats import DECLARED_FORMATS, FORMATS
from generator.model.json_value import Written
from generator.model.nesting import nested_in

_FOLDER = ".schemas"
DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest one that the common YAML language server reads in full."""
LONGEST_CHOICE = 400
"""Records of a codelist that are offered as choices."""

Schema = Written


def schema_file(dataset: str) -> str:
    """Where the schema of a dataset's records lies, relative to the root."""
    return f"{_FOLDER}/{dataset}.json"


DECLARATION_FILE = schema_file("dataset")
EDITOR_FILE = ".vscode/settings.json"
"""Tells VS Code and its kin which schema is for which files: a file saved by a form has no comment that could."""


def modeline(folder: str, schema: str) -> str:
    """The comment by which a file in `folder` tells editors its schema."""
    return f"# yaml-language-server: $schema={'../' * (folder.count('/') + 1)}{schema}"


def json_schemas(catalogue: Catalogue) -> Mapping[str, str]:
    """The text of every schema by file: one for each dataset that is written as YAML, one for declarations."""
    records = {schema_file(each.name): _dump(_record_schema(catalogue, each)) for each in _written(catalogue)}
    return {**records, DECLARATION_FILE: _dump(_declaration_schema())}


def editor_settings(catalogue: Catalogue) -> str:
    """The files of each schema, as the common YAML language server reads them."""
    files = {
        schema_file(each.name): f"{each.folder}/{re.sub(r'{[a-z_]+}', '*', each.path)}" for each in _written(catalogue)
    }
    return _dump({"yaml.schemas": {**files, DECLARATION_FILE: "data/**/dataset.yaml"}, "files.encoding": "utf8"})


def _written(catalogue: Catalogue) -> tuple[Dataset, ...]:
    return tuple(each for each in catalogue.datasets.values() if each.path.endswith((".yaml", ".yml")))


def _record_schema(catalogue: Catalogue, dataset: Dataset) -> Schema:
    lists = {
        nesting.list: {
            "title": child.title,
            "description": child.description,
            "type": "array",
            "items": _object(catalogue, child, nesting.parent_field),
        }
        for child, nesting in nested_in(dataset, catalogue.datasets.values())
    }
    return {
        "$schema": DIALECT,
        "title": dataset.title,
        "description": dataset.description,
        **_object(catalogue, dataset, "", lists),
    }


def _object(catalogue: Catalogue, dataset: Dataset, given: str, lists: Schema = MappingProxyType({})) -> Schema:
    """One mapping; the field that says to which record it belongs is `given` by where it stands; `lists` lie in it."""
    fields = [field for field in dataset.fields if field.name != given]
    return {
        "type": "object",
        "properties": {**{field.name: _property(catalogue, field) for field in fields}, **lists},
        "required": [field.name for field in fields if field.required and f"{{{field.name}}}" not in dataset.path],
        "additionalProperties": False,
    }


def _property(catalogue: Catalogue, field: Field) -> Schema:
    example = field.descriptor.get("example")
    value = _choices(catalogue, field) or _value(field)
    return {
        "title": field.title,
        "description": field.description,
        **({"type": "array", "items": value} if field.is_list else value),
        **({"examples": [[example] if field.is_list else example]} if example and not field.target else {}),
    }


def _choices(catalogue: Catalogue, field: Field) -> Schema | None:
    """The allowed values with what each means; nothing for open fields and long lists."""
    if field.categories:
        labels = {each.value: each.label for each in field.categories}
    elif field.target and len(catalogue.records[field.target]) <= LONGEST_CHOICE and _is_codelist(catalogue, field):
        records = catalogue.records[field.target].values()
        labels = {each.key: record_title(catalogue, each) for each in records}
    else:
        return None
    return {"enum": list(labels), "markdownEnumDescriptions": list(labels.values())}


def _is_codelist(catalogue: Catalogue, field: Field) -> bool:
    """Tables change when an administration does; records that are files come and go with every pull request."""
    return catalogue.datasets[field.target or ""].path.endswith(".csv")


def _value(field: Field) -> Schema:
    constraints = field.descriptor.get("constraints", {})
    if field.type == "boolean":
        words = (field.descriptor.get("trueValues", ["true"])[0], field.descriptor.get("falseValues", ["false"])[0])
        return {"enum": list(words)}
    if field.type in ("integer", "number", "year"):
        least = 0 if field.format in ("yuan", "people", "households") else constraints.get("minimum")
        limits = {"minimum": least, "maximum": constraints.get("maximum"), "enum": constraints.get("enum")}
        return {"type": "integer" if field.type != "number" else "number", **_given(limits)}
    if field.type == "date":
        return {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    pattern = constraints.get("pattern")
    names = {"minLength": "minLength", "maxLength": "maxLength", "enum": "enum"}
    limits = {name: constraints.get(name) for name in names}
    return {"type": "string", **_given({**limits, "pattern": f"^(?:{pattern})$" if pattern else None})}


def _given(limits: Written) -> Written:
    return {name: value for name, value in limits.items() if value is not None}


def _declaration_schema() -> Schema:
    """A `dataset.yaml`: its own check judges the details, the editor offers and explains the keys."""
    formats = {
        "type": "object",
        "additionalProperties": {"enum": list(DECLARED_FORMATS), "markdownEnumDescriptions": [*_format_meanings()]},
    }
    block = {name: {"description": key.meaning} for name, key in KEYS.items()}
    return {
        "$schema": DIALECT,
        "title": "数据集声明（dataset.yaml）",
        "type": "object",
        "if": {"required": ["extends"]},
        "then": {"required": ["name"]},
        "else": {
            "required": ["name", "title", "schema", "directory"],
            "properties": {
                "schema": {"required": ["fields", "primaryKey"]},
                "directory": {"required": ["label"]},
            },
        },
        "properties": {
            "extends": {
                "type": "string",
                "description": "以引擎自带的哪一份声明为底：没有写的都随引擎，升级时一起更新；字段按 name 加上或改动",
            },
            "name": {"type": "string", "description": "数据集的英文名，与文件夹同名"},
            "title": {"type": "string", "description": "中文名称"},
            "description": {"type": "string", "description": "一两句话说明这是什么数据、由谁报送"},
            "path": {"type": "string", "description": "文件命名方式；花括号里是由文件名给出的字段"},
            "schema": {
                "type": "object",
                "description": "标准的 Table Schema：fields、primaryKey、foreignKeys",
            },
            "directory": {
                "type": "object",
                "description": "本站的一块：怎样称呼、列出、筛选、链接、排版和保护",
                "properties": {**block, "formats": {**block["formats"], **formats}},
                "additionalProperties": False,
            },
        },
    }


def _format_meanings() -> Iterator[str]:
    for name in DECLARED_FORMATS:
        yield f"{FORMATS[name].wanted}，例如 {FORMATS[name].example}"


def _dump(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
