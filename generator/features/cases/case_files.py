"""Cases and collections to where their pictures, cards and books stand on the site."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.addresses import record_address

WIDTHS = (800, 1600)
"""Widths in pixels in which a picture is offered."""


def picture_address(owner: str, key: str, file: str, width: int) -> str:
    """Where a picture of a record stands: beside its page."""
    return f"{record_address(owner, key)}{PurePosixPath(file).stem}-{width}.webp"


def companion_address(owner: str, key: str, file: str) -> str:
    """Where a document of a record stands: beside its page, under its own name."""
    return f"{record_address(owner, key)}{PurePosixPath(file).name}"


def card_address(dataset: str, key: str) -> str:
    """The picture that stands for a page where it is shared."""
    return f"{record_address(dataset, key)}card.png"


def book_address(dataset: str, key: str, form: str) -> str:
    """A collection's book as `pdf` or `epub`."""
    return f"{record_address(dataset, key)}{key}.{form}"
