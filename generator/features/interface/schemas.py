"""A declaration to the JSON Schema of what the interface gives of its records."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.dataset import Dataset, Field
from generator.model.json_value import Written

_TYPES: Mapping[str, Written] = {
    "string": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "integer": {"type": "integer"},
    "year": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "list": {"type": "string"},
}
"""Of each value; a field of another type may hold anything that JSON has."""
_LIMITS = ("minimum", "maximum", "minLength", "maxLength")

Schema = Written


def row_schema(dataset: Dataset, without: str = "", lists: Mapping[str, Schema] = MappingProxyType({})) -> Schema:
    """One object; `without` a field that is told by where it stands, and with `lists` of other rows inside."""
    fields = [each for each in dataset.fields if each.name != without]
    hidden = dataset.directory.consent.hides if dataset.directory.consent else ()
    return {
        "title": dataset.title,
        "description": dataset.description,
        "type": "object",
        "properties": {
            **{each.name: _field(each) for each in fields},
            **{name: {"type": "array", "items": schema} for name, schema in lists.items()},
        },
        "required": [each.name for each in fields if each.required and each.name not in hidden],
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    about = {"title": field.title, "description": field.description}
    value = _value(field)
    return {**about, **({"type": "array", "items": value} if field.is_list else value)}


def _value(field: Field) -> Schema:
    constraints = field.descriptor.get("constraints", {})
    value = dict(_TYPES.get(field.type, {}))
    if field.categories:
        value["enum"] = [each.value for each in field.categories]
    if not field.is_list:  # what is said of a list is said of all of it
        value |= {name: constraints[name] for name in _LIMITS if name in constraints}
    if field.type == "string" and "pattern" in constraints:
        value["pattern"] = f"^(?:{constraints['pattern']})$"
    return value
