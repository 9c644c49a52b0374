"""Values to an object of the specification: what nobody has said is left out, not written as empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.dataset import Dataset
from generator.model.identifiers import derived
from generator.model.record import Record

Made = Mapping[str, Any]
"""An object as JSON has it; objects inside it are related to it."""

ROLES_SHOWN = ("offer", "organization", "project", "window", "category", "group", "household_type", "place")
"""What all of it is made from."""


def made(identifier: str, /, **said: Any) -> Made:
    """An object with its id; zero is something said."""
    return {"id": identifier, **{name: value for name, value in said.items() if value not in ("", None, [])}}


def scalars(of: Made) -> Made:
    """An object without those related to it, as lists show it."""
    return {name: value for name, value in of.items() if not isinstance(value, list | dict)}


def given_away(catalogue: Catalogue, role: str) -> Mapping[str, Record]:
    """The records of a role, where they are declared public."""
    dataset = catalogue.dataset_with(role)
    return catalogue.with_role(role) if dataset is not None and dataset.is_published else {}


def dataset_of(catalogue: Catalogue, record: Record) -> Dataset:
    """What declares a record."""
    return catalogue.datasets[record.dataset]


def day(record: Record, field: str) -> str:
    """A day as ISO writes it; empty when there is none."""
    value = day_in(record, field)
    return value.isoformat() if value else ""


def telephones(owner: str, record: Record) -> list[Made]:
    """The one number that a record gives."""
    number = text_in(record, "phone")
    return [made(derived(owner, "phone"), number=number, type="voice")] if number else []


def related(owner: str, kind: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Texts with an id each: what a thing of this kind says is all that tells it from the next."""
    return ((derived(owner, kind, text), text) for text in dict.fromkeys(texts))
