"""The standard part of a declaration, its Data Resource and Table Schema, to the faults in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.check.frictionless_import import FrictionlessException, StandardField
from generator.check.nearest import nearest
from generator.model.declaration_keys import Fault

_KEYS = (
    *("name", "title", "description", "path", "schema", "directory"),
    *("sources", "licenses", "homepage", "$schema"),
)
SCHEMA_KEYS = ("fields", "primaryKey", "foreignKeys")
FIELD_KEYS = (
    *("name", "type", "title", "description", "example", "constraints", "categories"),
    *("format", "itemType", "delimiter", "trueValues", "falseValues", "rdfType"),
)
TYPES = ("string", "integer", "number", "boolean", "date", "list", "year")
STRING_FORMATS = ("uri", "email")
CONSTRAINTS = ("required", "unique", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum")
LIST_CONSTRAINTS = ("required", "unique")
RESERVED_FIELDS = frozenset({"dataset", "key", "address", "digest", "problems", "index", "facts"})
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")

Descriptor = Mapping[str, Any]


def find_resource_faults(document: Descriptor) -> Iterator[Fault]:
    """The keys around the schema: known ones, of the right kind."""
    yield from _unknown(document, _KEYS)
    for name in ("title", "description", "homepage", "$schema"):
        if name in document and not (isinstance(document[name], str) and document[name].strip()):
            yield Fault((name,), "应当是一段文字")
    for name in ("sources", "licenses"):
        written = document.get(name, [])
        if not isinstance(written, list) or not all(isinstance(each, dict) for each in written):
            yield Fault((name,), "应当是一个列表，每项由“名称: 内容”组成")


def _unknown(written: Descriptor, known: tuple[str, ...]) -> Iterator[Fault]:
    for name in written:
        if name not in known:
            yield Fault((name,), f"没有 {name} 这一项{nearest(name, known)}")


def field_names(fields: list[Any]) -> frozenset[str]:
    """The names that the rest of a declaration may use."""
    return frozenset(field["name"] for field in fields if isinstance(field, dict) and _is_name(field.get("name")))


def _is_name(name: Any) -> bool:
    return isinstance(name, str) and bool(_NAME.fullmatch(name))


def find_name_faults(fields: list[Any]) -> Iterator[Fault]:
    """Every field has a name of its own that templates and addresses can hold."""
    seen: set[str] = set()
    for index, field in enumerate(fields):
        trail = ("schema", "fields", index)
        if not isinstance(field, dict):
            yield Fault(trail, "每个字段应当由“名称: 内容”组成")
        elif not _is_name(field.get("name")):
            yield Fault(trail, "字段的 name 应当由英文字母、数字和下划线组成，以字母开头")
        elif field["name"] in RESERVED_FIELDS:
            yield Fault((*trail, "name"), f"{field['name']} 是保留的字段名，请换一个")
        elif field["name"] in seen:
            yield Fault((*trail, "name"), f"字段 {field['name']} 写了两次")
        else:
            seen.add(field["name"])


def find_field_faults(fields: list[Descriptor]) -> Iterator[Fault]:
    """Each field by itself: its keys, its type, and what the standard says against it."""
    for index, field in enumerate(fields):
        found = (*_unknown(field, FIELD_KEYS), *(_own_faults(field) or _standard_faults(field)))
        yield from (Fault(("schema", "fields", index, *fault.trail), fault.sentence) for fault in found)


def _own_faults(field: Descriptor) -> list[Fault]:
    type_ = field.get("type")
    if type_ not in TYPES:
        said = "缺少 type" if type_ is None else f"没有“{type_}”这种类型"
        return [Fault(("type",) if type_ is not None else (), f"{said}；可以用：{'、'.join(TYPES)}")]
    return [*_format_faults(field), *_word_faults(field), *_category_faults(field), *_constraint_faults(field)]


def _format_faults(field: Descriptor) -> Iterator[Fault]:
    """What else the standard allows would give values that nothing here can show."""
    if "format" in field and (field["type"] != "string" or field["format"] not in STRING_FORMATS):
        yield Fault(("format",), f"只有 string 字段可以写 format，可以用：{'、'.join(STRING_FORMATS)}")
    if field.get("itemType", "string") != "string":
        yield Fault(("itemType",), "列表里的每一项只能是 string")
    if field.get("delimiter") == "":
        yield Fault(("delimiter",), "分隔符不能是空的")


def _word_faults(field: Descriptor) -> Iterator[Fault]:
    for name in ("trueValues", "falseValues"):
        words = field.get(name)
        if name in field and not (isinstance(words, list) and words and all(isinstance(each, str) for each in words)):
            yield Fault((name,), "应当是一个列表，至少写一个词")


def _category_faults(field: Descriptor) -> Iterator[Fault]:
    if "categories" not in field:
        return
    written = field["categories"]
    if field["type"] not in ("string", "list"):
        yield Fault(("categories",), "只有 string 和 list 字段可以写 categories")
    elif not isinstance(written, list) or not written:
        yield Fault(("categories",), "应当是一个列表，至少写一个可选的值")
    else:
        yield from _category_value_faults(written)


def _category_value_faults(written: list[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, each in enumerate(written):
        value = each.get("value") if isinstance(each, dict) else each
        label = each.get("label", value) if isinstance(each, dict) else value
        if not (isinstance(value, str) and value.strip() and isinstance(label, str) and label.strip()):
            yield Fault(("categories", index), "应当写 value（写在数据里的值）和 label（显示的名称），都是文字")
        elif value in seen:
            yield Fault(("categories", index), f"值“{value}”写了两次")
        else:
            seen.add(value)
            yield from (Fault(("categories", index), fault.sentence) for fault in _unknown_category_keys(each))


def _unknown_category_keys(each: Any) -> Iterator[Fault]:
    yield from _unknown(each, ("value", "label")) if isinstance(each, dict) else ()


def _constraint_faults(field: Descriptor) -> Iterator[Fault]:
    constraints = field.get("constraints", {})
    if not isinstance(constraints, dict):
        yield Fault(("constraints",), "应当由“名称: 内容”组成")
        return
    unknown = _unknown(constraints, CONSTRAINTS)
    yield from (Fault(("constraints", *fault.trail), fault.sentence) for fault in unknown)
    pattern = constraints.get("pattern")
    if isinstance(pattern, str) and not _is_pattern(pattern):
        yield Fault(("constraints", "pattern"), f"“{pattern}”不是正则表达式")
    if field["type"] == "list":
        odd = (name for name in constraints if name in CONSTRAINTS and name not in LIST_CONSTRAINTS)
        yield from (Fault(("constraints", name), f"列表不能写 {name}；可选的值写在 categories 里") for name in odd)


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except (re.error, OverflowError, RecursionError):
        return False
    return True


def _standard_faults(field: Descriptor) -> Iterator[Fault]:
    """What the Table Schema standard itself says against a field, in Frictionless' words."""
    try:
        standard = StandardField.from_descriptor(dict(field))
    except FrictionlessException as fault:
        for reason in fault.reasons or [fault.error]:
            yield Fault((), f"字段 {field['name']} 不符合 Table Schema 标准（{reason.note}）")
    else:
        yield from _limit_faults(standard, field.get("constraints", {}))


def _limit_faults(standard: StandardField, constraints: Descriptor) -> Iterator[Fault]:
    """Limits and allowed values are values of the field themselves; the least is not above the most."""
    read = standard.create_value_reader()
    values = {name: read(constraints[name]) for name in ("minimum", "maximum") if name in constraints}
    for name, value in values.items():
        if value is None:
            yield Fault(("constraints", name), "应当是这个字段可以填写的值")
    limits = {**constraints, **values}
    for least, most in (("minimum", "maximum"), ("minLength", "maxLength")):
        low, high = limits.get(least), limits.get(most)
        if low is not None and high is not None and low > high:
            yield Fault(("constraints", least), f"{least} 大于 {most}，什么都填不进去")
    if any(read(value) is None for value in constraints.get("enum", ())):
        yield Fault(("constraints", "enum"), "每一项都应当是这个字段可以填写的值")
