"""The instance's own menu to the menu with the lists of records in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

Menu = Sequence[Any]
"""MkDocs' `nav`: each item is a file, or a mapping of one title to a file or to a list of items."""


@dataclass(frozen=True, slots=True)
class Stub:
    """A page whose frame MkDocs draws and we fill; it lives at `<name>/`. `menu` is its section of the menu."""

    name: str
    title: str
    menu: str | None = None

    @property
    def address(self) -> str:
        """Where MkDocs draws the frame."""
        return f"{self.name}/"

    @property
    def file(self) -> str:
        """The Markdown file that makes MkDocs draw it."""
        return f"{self.name}/index.md"


def extend_menu(menu: Menu, stubs: Iterable[Stub]) -> list[Any]:
    """Append each stub to its section; a section nobody wrote comes last; what the menu already names stays there.

    A section in which nothing stands is left out: MkDocs would make it a link to the home page.
    """
    placed = set(_files(menu))
    extended = list(menu)
    for stub in stubs:
        if stub.menu and stub.file not in placed:
            _append(extended, stub.menu, {escape(stub.title): stub.file})
    return [item for item in extended if not (isinstance(item, dict) and all(not inside for inside in item.values()))]


def _files(menu: Menu) -> Iterator[str]:
    for item in menu:
        values = item.values() if isinstance(item, dict) else (item,)
        for value in values:
            if isinstance(value, str):
                yield value
            elif isinstance(value, list):
                yield from _files(value)


def _append(menu: list[Any], section: str, item: dict[str, str]) -> None:
    """`menu` is our own list; the items in it are the instance's and are replaced, not changed."""
    for index, old in enumerate(menu):
        if isinstance(old, dict) and section in old:
            inside = old[section]
            menu[index] = {section: [*(inside if isinstance(inside, list) else [inside] if inside else []), item]}
            return
    menu.append({section: [item]})
