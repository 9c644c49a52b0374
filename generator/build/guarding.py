"""A catalogue that is judged to one that is attacked by the tables its base declares, whatever it says itself."""

from __future__ import annotations

from dataclasses import replace

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.tabulation import Tabulation


def guard_tables(catalogue: Catalogue, base: Catalogue | None) -> Catalogue:
    """With the base's axes and measures wherever its columns are still there; a table that is new has its own."""
    if base is None:
        return catalogue
    guarded = {name: _guard(dataset, base.datasets.get(name)) for name, dataset in catalogue.datasets.items()}
    return replace(catalogue, datasets=guarded)


def _guard(dataset: Dataset, before: Dataset | None) -> Dataset:
    known = before.directory.tabulation if before else None
    if known is None or known == dataset.directory.tabulation or not _fits(dataset, known):
        return dataset
    return replace(dataset, directory=replace(dataset.directory, tabulation=known))


def _fits(dataset: Dataset, known: Tabulation) -> bool:
    return all(axis.field in dataset.columns for axis in known.axes)
