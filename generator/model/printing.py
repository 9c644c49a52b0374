"""What is made outside the templates: pages set in type, books bound, pictures converted, files handed on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.json_value import Written


@dataclass(frozen=True, slots=True)
class Typesetting:
    """A template of `theme/print/books/` and the data it sets.

    `files` (name there → file below the root) are its pictures.

    `form` is `pdf` or `png`. `data` is what JSON can say: words in it are words, never markup.
    """

    template: str
    data: Written
    files: tuple[tuple[str, str], ...]
    form: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of an electronic book: `html` is well-formed XHTML below `body`."""

    name: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Book:
    """An electronic book; `files` (name in the book → file below the root) are its pictures, `cover` one of them."""

    identifier: str
    title: str
    author: str
    publisher: str
    day: str
    description: str
    chapters: tuple[Chapter, ...]
    style: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Conversion:
    """A picture as the web wants it: no wider than `width` pixels, nothing of its camera left in it."""

    file: str
    width: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A file handed on as it is."""

    file: str


Printing = Typesetting | Book | Conversion | Copy
