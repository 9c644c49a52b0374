"""Articles and collections to the files beside their pages: pictures, documents, cards, books."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.features.cases.case_files import (
    WIDTHS,
    book_address,
    card_address,
    companion_address,
    picture_address,
)
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.page import Download
from generator.model.project import Settings
from generator.model.record import Record, named_keys
from generator.model.role import Roles

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
BOOKS = ("pdf", "epub")
_MADE_FROM = Roles(("collection", "case", "case_image", "case_figure"))
"""What a collection's books are made from."""


def plan_publications(catalogue: Catalogue, _settings: Settings) -> Iterator[Download]:
    """What articles name beside them, and the cards and books made of them."""
    for dataset in catalogue.datasets.values():
        fields = tuple(field for field in dataset.fields if field.format == "companion")
        for record in catalogue.records[dataset.name].values() if fields else ():
            yield from _companions(dataset, fields, record)
    for record in catalogue.with_role("case").values():
        if record.values["text"]:
            yield _card(record, Roles(("case",)))
    for record in catalogue.with_role("collection").values():
        yield _card(record, _MADE_FROM)
        for form in BOOKS:
            address = book_address(record.dataset, record.key, form)
            yield Download(address, f"book-{form}", _MADE_FROM, record.key)


def _card(record: Record, roles: tuple[str, ...]) -> Download:
    return Download(card_address(record.dataset, record.key), "card", roles, f"{record.dataset}/{record.key}")


def _companions(dataset: Dataset, fields: tuple[Field, ...], record: Record) -> Iterator[Download]:
    """Files lie beside the article; a nested row's article is its parent's."""
    nesting = dataset.directory.nesting
    owner = nesting.dataset if nesting else dataset.name
    key = str(record.values[nesting.parent_field]) if nesting else record.key
    folder = PurePosixPath(record.origin.file).parent
    for field in fields:
        for name in named_keys(record, field.name):
            yield from _companion(owner, key, (folder / name).as_posix(), dataset.name)


def _companion(owner: str, key: str, file: str, dataset: str) -> Iterator[Download]:
    if PurePosixPath(file).suffix.lower() not in _PICTURES:
        yield Download(companion_address(owner, key, file), "file", (dataset,), file)
        return
    for width in WIDTHS:
        yield Download(picture_address(owner, key, file, width), "picture", (dataset,), f"{file}?{width}")
