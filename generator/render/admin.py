"""What can be filled in by form and what by table, for the page that leads to both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.domain.addresses import dictionary_address
from generator.domain.editing import (
    FORMS_APP,
    REVIEWED,
    TRIAL,
    edited_by_form,
    edited_by_table,
    forms_backend,
    template_address,
)
from generator.model.dataset import Dataset
from generator.render.source import Source


class EditedView(NamedTuple):
    """A kind of data somebody fills in; `form` leads to its form, `table` to its empty workbook."""

    title: str
    description: str
    dictionary: str
    form: str
    table: str


def admin_context(source: Source, _key: str) -> Mapping[str, Any]:
    """`forms` and `tables`: kinds of data by the way they are filled in; `is_trial`, `is_reviewed`: where it goes."""
    datasets = source.catalogue.datasets.values()
    backend = forms_backend(source.settings)["name"]
    return {
        "app": FORMS_APP,
        "is_trial": backend == TRIAL,
        "is_reviewed": backend in REVIEWED,
        "forms": tuple(_view(each) for each in edited_by_form(datasets)),
        "tables": tuple(_view(each) for each in edited_by_table(datasets)),
    }


def _view(dataset: Dataset) -> EditedView:
    return EditedView(
        title=dataset.title,
        description=dataset.description,
        dictionary=dictionary_address(dataset.name),
        form=f"{FORMS_APP}#/collections/{dataset.name}",
        table=template_address(dataset.name),
    )
