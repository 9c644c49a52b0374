"""Shaped datasets to those whose data can be judged, now that other declarations are at fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.model.dataset import Dataset
from generator.model.declaration import RawDeclaration


def usable_datasets(shaped: tuple[Dataset, ...], faulty: Iterable[RawDeclaration]) -> tuple[Dataset, ...]:
    """Those that need nothing of a faulty declaration: else its one fault would show in every record.

    What is nested in a dataset is part of its files; references to what is left out become plain fields.
    """
    shaped = tuple(_first_of_each_name(shaped))
    holders = {holder for one in faulty for holder in _holders(one, shaped)}
    firm = {dataset.name for dataset in shaped} - holders
    kept = tuple(dataset for dataset in shaped if dataset.name in firm and _holder(dataset) in firm)
    names = {dataset.name for dataset in kept}
    return tuple(_without_dangling(dataset, names) for dataset in kept)


def _first_of_each_name(shaped: tuple[Dataset, ...]) -> Iterator[Dataset]:
    names = [dataset.name for dataset in shaped]
    return (dataset for index, dataset in enumerate(shaped) if dataset.name not in names[:index])


def _holder(dataset: Dataset) -> str:
    """Whose files a dataset's rows are written in."""
    return dataset.directory.nesting.dataset if dataset.directory.nesting else dataset.name


def _holders(one: RawDeclaration, shaped: tuple[Dataset, ...]) -> Iterable[str]:
    """The datasets in whose records rows of a faulty declaration may stand; where it cannot be told, any of them."""
    document = one.document or {}
    block = document.get("directory")
    nested = block.get("nested") if isinstance(block, dict) else None
    if isinstance(nested, dict) and isinstance(nested.get("in"), str):
        return (nested["in"],)
    has_files = isinstance(document.get("path"), str)
    return () if has_files else (each.name for each in shaped if each.holds_lists)


def _without_dangling(dataset: Dataset, usable: set[str]) -> Dataset:
    fields = tuple(field if field.target in usable else replace(field, target=None) for field in dataset.fields)
    return replace(dataset, fields=fields)
