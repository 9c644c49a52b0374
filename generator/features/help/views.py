"""What can be filled in by form and what by table, for the page that leads to both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.addresses import dictionary_address
from generator.model.dataset import Dataset
from generator.model.editing import (
    FORMS_APP,
    REVIEWED,
    TRIAL,
    edited_by_form,
    edited_by_table,
    forms_backend,
    is_edited_by_form,
    template_address,
)
from generator.model.source import Source


class EditedView(NamedTuple):
    """A kind of data somebody fills in; `form` leads to its form, if it has one, `table` to its empty workbook."""

    title: str
    description: str
    dictionary: str
    form: str
    table: str


@dataclass(frozen=True, slots=True)
class FormsContext:
    """What the page that leads to forms and workbooks may name."""

    app: str
    is_trial: bool
    """Where what is filled in goes, as `is_reviewed`."""
    is_reviewed: bool
    forms: tuple[EditedView, ...]
    """What is reported by form, as `tables` by table."""
    tables: tuple[EditedView, ...]
    others: tuple[EditedView, ...]
    """Codelists, rules and the like."""


def admin_context(source: Source, _key: str) -> FormsContext:
    """Everything that somebody fills in."""
    datasets = source.catalogue.datasets.values()
    every = (*edited_by_form(datasets), *edited_by_table(datasets))
    backend = forms_backend(source.settings)["name"]
    return FormsContext(
        app=FORMS_APP,
        is_trial=backend == TRIAL,
        is_reviewed=backend in REVIEWED,
        forms=tuple(_view(each) for each in edited_by_form(datasets) if _is_reported(each)),
        tables=tuple(_view(each) for each in edited_by_table(datasets) if _is_reported(each)),
        others=tuple(_view(each) for each in every if not _is_reported(each)),
    )


def _is_reported(dataset: Dataset) -> bool:
    """What lies deeper than its own folder (codes, rules) or has no place in the menu is kept by the administrators."""
    return dataset.directory.menu is not None and dataset.folder.count("/") == 1


def _view(dataset: Dataset) -> EditedView:
    return EditedView(
        title=dataset.title,
        description=dataset.description,
        dictionary=dictionary_address(dataset.name),
        form=f"{FORMS_APP}#/collections/{dataset.name}" if is_edited_by_form(dataset) else "",
        table=template_address(dataset.name),
    )
