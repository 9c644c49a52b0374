"""Small words for making datasets, records and catalogues in tests."""

from __future__ import annotations

from typing import Any

from generator.check.former_declarations import with_former_meaning
from generator.link.references import link_records
from generator.model.catalogue import Catalogue
from generator.model.dataset import Category, Dataset, DeclaredLink, Directory, Field, Filter, Section
from generator.model.problem import Location, Problem
from generator.model.record import Record, Value
from generator.model.role import FORMER_NAMES
from generator.model.table import Origin


def field(name: str, type_: str = "string", **given: Any) -> Field:
    """A field whose title is its name in capitals."""
    categories = tuple(Category(value, label) for value, label in given.pop("categories", {}).items())
    descriptor = {"name": name, "type": type_, **given.pop("descriptor", {})}
    defaults: dict[str, Any] = {
        "title": name.upper(),
        "description": "",
        "required": False,
        "format": "",
        "personal": False,
        "target": None,
    }
    return Field(name, type_, categories=categories, descriptor=descriptor, **{**defaults, **given})


def dataset(name: str, *fields: Field, **directory: Any) -> Dataset:
    """A dataset of `id` plus the given fields, labelled by its last text field."""
    every = (field("id", required=True), *fields)
    defaults: dict[str, Any] = {
        "label": "id",
        "summary": None,
        "columns": (),
        "filters": (),
        "links": tuple(
            DeclaredLink(each.name, each.target, each.title, f"{name} back") for each in fields if each.target
        ),
        "layout": (Section("全部", tuple(each.name for each in every)),),
        "order": (),
        "sort": (),
        "minimum": 0,
        "maximum": 1000,
        "privacy": "public",
        "hierarchy": None,
        "ended": None,
        "nesting": None,
        "pages": True,
        "menu": None,
        "role": FORMER_NAMES.get(name, ""),
    }
    block = Directory(**{**defaults, **directory})
    made = Dataset(
        name, name.title(), "", f"data/{name}", "{id}.yaml", every, ("id",), block, {"name": name, "schema": {}}, name
    )
    return with_former_meaning(made)


def filter_(name: str, field_name: str | None = None, level: str | None = None) -> Filter:
    """A filter labelled by its own name."""
    return Filter(name, field_name or name, name.upper(), level)


def record(kind: Dataset, key: str, /, **values: Value) -> Record:
    """A record with every field of its dataset; those not given are absent."""
    filled = {each.name: values.get(each.name) for each in kind.fields} | {"id": key}
    return Record(kind.name, key, filled, Origin(f"{kind.folder}/{key}.yaml"), f"{key}{sorted(values.items())}")


def locate(origin: Origin, name: str | None) -> Location:
    """A place without line numbers."""
    return Location(origin.file, field=name)


def linked(datasets: tuple[Dataset, ...], *records: Record) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Link records; nothing is excused."""
    by_dataset = {each.name: tuple(one for one in records if one.dataset == each.name) for each in datasets}
    return link_records(datasets, by_dataset, locate, lambda *_: False)


def changed(catalogue: Catalogue, key: str, of: str, **values: Value) -> Catalogue:
    """The same catalogue with one record of a dataset changed, linked anew."""
    old = catalogue.records[of][key]
    new = old._replace(values={**old.values, **values}, digest="changed")
    records = {name: tuple(found.values()) for name, found in catalogue.records.items()}
    records[of] = tuple(new if each.key == key else each for each in records[of])
    return link_records(tuple(catalogue.datasets.values()), records, locate, lambda _, __: True)[0]
