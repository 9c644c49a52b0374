"""A declared field to the widget people fill it in with: dropdowns, dates, numbers, with the declaration's rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.facets import record_title
from generator.model.formats import FORMATS
from generator.model.json_value import Written
from generator.model.record import Record

Widget = Written

MOST_OPTIONS = 2000
"""Of longer lists the code itself is written."""
RADIO_BUTTONS = 4
"""Up to so many choices stand side by side; more of them open as a list that can be searched."""
_MARKS = re.compile(r"([\\*_~\[\]`<>])")


def field_widget(catalogue: Catalogue, looked_up: frozenset[str], field: Field) -> Widget:
    """Everything the form needs to know of one field; `looked_up` are the datasets whose files the form can read."""
    widget = _widget(catalogue, looked_up, field)
    is_chosen = widget["widget"] in ("select", "relation")
    hint = _hint(field, "" if is_chosen else str(field.descriptor.get("example", "")))
    return {"name": field.name, "label": field.title, "hint": hint, "required": field.required, **widget}


def _hint(field: Field, example: str) -> str:
    """The description, without anything the form would take for markup, and an example of what is typed."""
    return _MARKS.sub(r"\\\1", f"{field.description}例如：{example}" if example else field.description)


def _widget(catalogue: Catalogue, looked_up: frozenset[str], field: Field) -> Widget:
    if field.target is not None:
        target = catalogue.datasets[field.target]
        return _relation(target, field) if field.target in looked_up else _listed(catalogue, target, field)
    if field.categories:
        return _choice(field, [{"label": each.label, "value": each.value} for each in field.categories])
    if field.is_list:
        return {"widget": "list"}
    return _WIDGETS.get(field.type, _text)(field)


def _relation(target: Dataset, field: Field) -> Widget:
    """Records that are files of their own are looked up while the form is open."""
    (key,) = target.primary_key
    label = target.directory.label
    return {
        "widget": "relation",
        "collection": target.name,
        "value_field": key,
        "display_fields": [f"{{{{{label}}}}}（{{{{{key}}}}}）"],
        "search_fields": [label, key],
        "multiple": field.is_list,
    }


def _listed(catalogue: Catalogue, target: Dataset, field: Field) -> Widget:
    """Records of tables are listed as they were when the site was built."""
    records = catalogue.records[target.name]
    if len(records) > MOST_OPTIONS:
        return {"widget": "list"} if field.is_list else {"widget": "string"}
    return _choice(field, [{"label": _option(catalogue, each), "value": each.key} for each in records.values()])


def _option(catalogue: Catalogue, record: Record) -> str:
    """The record's name; in a hierarchy with what it belongs to, because 和平路街道 lies in several places."""
    above = catalogue.ancestors(record)
    title = record_title(catalogue, record)
    return f"{title}（{record_title(catalogue, above[0])}）" if above else title


def _choice(field: Field, options: Sequence[Any]) -> Widget:
    widget = {"widget": "select", "options": options, "dropdown_threshold": RADIO_BUTTONS}
    return {**widget, "multiple": True} if field.is_list else widget


def _flag(field: Field) -> Widget:
    """The words the files use, because 否 and nothing at all are not the same."""
    yes, no = field.descriptor.get("trueValues", ["true"])[0], field.descriptor.get("falseValues", ["false"])[0]
    return _choice(field, [str(yes), str(no)])


def _day(_field: Field) -> Widget:
    return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "input_timezone": "local"}


def _number(field: Field) -> Widget:
    constraints = field.descriptor.get("constraints", {})
    least = 0 if field.format in ("yuan", "people", "households") else None
    limits = {"min": constraints.get("minimum", least), "max": constraints.get("maximum")}
    kind = "float" if field.type == "number" else "int"
    return {
        "widget": "number",
        "value_type": kind,
        "step": 1 if kind == "int" else 0.01,
        **{name: value for name, value in limits.items() if value is not None},
    }


def _text(field: Field) -> Widget:
    constraints = field.descriptor.get("constraints", {})
    format_ = FORMATS.get(field.format)
    pattern, wanted = (format_.form, format_.wanted) if format_ else ("", "")
    if "pattern" in constraints:
        pattern, wanted = constraints["pattern"], field.description
    limits = {"minlength": constraints.get("minLength"), "maxlength": constraints.get("maxLength")}
    return {
        "widget": "text" if field.format == "paragraphs" or "maxLength" in constraints else "string",
        **({"pattern": [f"^(?:{pattern})$", f"写法不对。{wanted}"]} if pattern else {}),
        **{name: value for name, value in limits.items() if value is not None},
    }


_WIDGETS = {"boolean": _flag, "date": _day, "integer": _number, "year": _number, "number": _number}
"""By type; everything else is text."""
