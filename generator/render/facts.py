"""A field and its value to a fact: what a template needs to show it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.domain.addresses import record_address
from generator.domain.facets import record_title
from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.record import Record, Value
from generator.render import display


class Item(NamedTuple):
    """One of several values: its words and, when it has a page, its address."""

    title: str
    address: str | None


class Fact(NamedTuple):
    """One field of one record, ready to be shown; `text` is empty when the value is missing."""

    field: Field
    label: str
    description: str
    kind: str
    value: Value
    text: str
    items: tuple[Item, ...]


_COUNTED = {"people": "人", "households": "户"}
_BY_FORMAT: Mapping[str, Callable[[str], str]] = {"period": display.period}


def record_fact(catalogue: Catalogue, record: Record, field: Field) -> Fact:
    """The fact of one field; references become items with the addresses of their pages."""
    value = record.values[field.name]
    if value is None or value == ():
        return Fact(field, field.title, field.description, "missing", None, "", ())
    kind, text, items = _shown(catalogue, field, value)
    return Fact(field, field.title, field.description, kind, value, text, items)


def record_facts(catalogue: Catalogue, record: Record) -> Mapping[str, Fact]:
    """All facts of a record by field name, in declared order."""
    return {field.name: record_fact(catalogue, record, field) for field in catalogue.datasets[record.dataset].fields}


def _shown(catalogue: Catalogue, field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    if field.target is not None:
        return _references(catalogue, field, value)
    if field.categories:
        return _categories(field, value)
    if field.format in ("attachment", "companion"):
        return "attachments", *_files(value)
    if isinstance(value, tuple):
        return "list", "、".join(value), tuple(Item(part, None) for part in value)
    if field.format == "paragraphs":
        return "paragraphs", str(value), _paragraphs(str(value))
    return _scalar(field, value)


def _scalar(field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    if field.format == "yuan" and isinstance(value, int | Decimal):
        return "yuan", display.yuan(value), ()
    if field.format in _COUNTED and isinstance(value, int | Decimal):
        return field.format, f"{display.number(value)} {_COUNTED[field.format]}", ()
    if field.format:
        return field.format, _BY_FORMAT.get(field.format, display.plain)(str(value)), ()
    if field.type == "year":
        return "year", f"{value}年", ()
    kind = {"string": "text"}.get(field.type, field.type)
    return kind, display.plain(value), ()


def _references(catalogue: Catalogue, field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    target = field.target or ""
    has_pages = catalogue.datasets[target].directory.pages
    known = catalogue.records[target]
    keys = value if isinstance(value, tuple) else (str(value),)
    items = tuple(
        Item(record_title(catalogue, known[key]), record_address(target, key) if has_pages else None)
        for key in keys
        if key in known
    )
    return "references" if field.is_list else "reference", "、".join(item.title for item in items), items


def _categories(field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    labels = {category.value: category.label for category in field.categories}
    if isinstance(value, tuple):
        items = tuple(Item(labels.get(part, part), None) for part in value)
        return "categories", "、".join(item.title for item in items), items
    return "category", labels.get(str(value), str(value)), ()


def _files(value: Value) -> tuple[str, tuple[Item, ...]]:
    """Attachments lie where `content/` is published; their names alone say what they are."""
    names = value if isinstance(value, tuple) else (str(value),)
    items = tuple(Item(name.rpartition("/")[2], name) for name in names)
    return "、".join(item.title for item in items), items


def _paragraphs(text: str) -> tuple[Item, ...]:
    return tuple(Item(part.strip(), None) for part in text.split("\n\n") if part.strip())
