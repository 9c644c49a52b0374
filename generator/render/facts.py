"""A field and its value to a fact: what a template needs to show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.base.reads import Reads, ask, note_all
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.record import Record, Value
from generator.render import displayed_values


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


AMOUNTS = frozenset({"yuan", "people", "households", "integer"})
"""Formats and types of a number of something."""
_COUNTED = {"people": "人", "households": "户"}
_BY_FORMAT: Mapping[str, Callable[[str], str]] = {"period": displayed_values.period}


def record_fact(catalogue: Catalogue, record: Record, field: Field) -> Fact:
    """The fact of one field; references become items with the addresses of their pages."""
    value = record.values[field.name]
    if value is None or value == ():
        return Fact(field, field.title, field.description, "missing", None, "", ())
    kind, text, items = _shown(catalogue, field, value)
    return Fact(field, field.title, field.description, kind, value, text, items)


class RecordFacts(Mapping[str, Fact]):
    """All facts of a record by field name, in declared order; one can be asked for by its standard name too.

    A fact is worked out when it is first asked for: a card shows five of forty, and a list has fifty cards.
    """

    def __init__(self, catalogue: Catalogue, record: Record) -> None:
        self._catalogue, self._record = catalogue, record
        self._fields = catalogue.datasets[record.dataset].known_fields
        self._columns = catalogue.datasets[record.dataset].columns
        self._known: dict[str, tuple[Fact, Reads]] = {}

    def __getitem__(self, name: str) -> Fact:
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = ask(record_fact, self._catalogue, self._record, self._fields[name])
        note_all(known[1])
        return known[0]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def amounts(self) -> tuple[Fact, ...]:
        """The facts that say how much or how many, of those that were filled in."""
        written = self._record.values
        names = _amounts_in(self._catalogue, self._record.dataset)
        return tuple(self[name] for name in names if written[name] is not None)


@once_a_subject
def _amounts_in(catalogue: Catalogue, dataset: str) -> tuple[str, ...]:
    fields = catalogue.datasets[dataset].columns
    return tuple(name for name, field in fields.items() if (field.format or field.type) in AMOUNTS and not field.target)


def unfilled(facts: Iterable[Fact]) -> list[str]:
    """The labels of the facts that nobody filled in."""
    return [fact.label for fact in facts if fact.kind == "missing"]


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
        return "yuan", displayed_values.yuan(value), ()
    if field.format in _COUNTED and isinstance(value, int | Decimal):
        return field.format, f"{displayed_values.number(value)} {_COUNTED[field.format]}", ()
    if field.format:
        return field.format, _BY_FORMAT.get(field.format, displayed_values.plain)(str(value)), ()
    if field.type == "year":
        return "year", f"{value}年", ()
    kind = {"string": "text"}.get(field.type, field.type)
    return kind, displayed_values.plain(value), ()


def _references(catalogue: Catalogue, field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    target = field.target or ""
    keys = value if isinstance(value, tuple) else (str(value),)
    items = tuple(item for key in keys if (item := _reference(catalogue, target, key)))
    return "references" if field.is_list else "reference", "、".join(item.title for item in items), items


@once_a_subject
def _reference(catalogue: Catalogue, target: str, key: str) -> Item | None:
    """Thousands of records name the same few districts and groups."""
    record = catalogue.records[target].get(key)
    address = record_address(target, key) if catalogue.datasets[target].directory.pages else None
    return Item(record_title(catalogue, record), address) if record else None


def _categories(field: Field, value: Value) -> tuple[str, str, tuple[Item, ...]]:
    labels = field.labels
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
