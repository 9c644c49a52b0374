"""The origin of a row and a field to the exact place in its file, worked out only when a problem must be shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath

from yaml.nodes import Node

from generator.base.house import root_of
from generator.model.declaration import EXTENDS
from generator.model.problem import Location
from generator.model.table import Locate, Origin
from generator.read.article_files import ARTICLE, split_article
from generator.read.csv_text import CsvRow, CsvText, find_delimiter, header_names
from generator.read.declarations import FILE_NAME
from generator.read.extended import shipped_declaration
from generator.read.text import read_text
from generator.read.yaml_nodes import compose_mapping, entries, find_node, node_place

FILES_KEPT = 64
"""Problems come sorted by file: a few files in memory are enough."""


def locator(root: Path) -> Locate:
    """A function that finds line and column of a field of a row; it reads each file once and never fails."""

    @lru_cache(FILES_KEPT)
    def nodes(file: str) -> Node | None:
        text, _ = read_text(root_of(root, file), file)
        if text is not None and file.endswith(ARTICLE):
            text = split_article(text).front
        found = compose_mapping(text, file) if text is not None else None
        return found if isinstance(found, Node) else None

    @lru_cache(FILES_KEPT)
    def table(file: str) -> tuple[CsvText, dict[str, int]] | None:
        base = root_of(root, file)
        text, _ = read_text(base, file)
        return None if text is None else _columns(file, text, header_names(_declared_titles(base, file)))

    def locate(origin: Origin, field: str | None = None) -> Location:
        if origin.line is not None:
            return _cell_place(table(origin.file), origin, field)
        return _value_place(nodes(origin.file), origin, field)

    return locate


def _cell_place(table: tuple[CsvText, dict[str, int]] | None, origin: Origin, field: str | None) -> Location:
    index = table[1].get(field) if table and field else None
    if table is None or index is None or origin.line is None or origin.row is None:
        return Location(origin.file, origin.line, row=origin.row, field=field)
    return table[0].place(origin.line, origin.row, index, field)


def _value_place(root: Node | None, origin: Origin, field: str | None) -> Location:
    """The field's value; where it was not written, the record it is missing from."""
    record = find_node(root, origin.trail) if root is not None else None
    value = find_node(record, (field,)) if record is not None and field is not None else None
    found = value or record
    return node_place(found, origin.file, field) if found is not None else Location(origin.file, field=field)


def _columns(file: str, text: str, names: Mapping[str, str]) -> tuple[CsvText, dict[str, int]]:
    """The table and the index of each field's (first) column."""
    sheet = CsvText(file, text, find_delimiter(text, names))
    header = next((row for row in sheet.rows() if isinstance(row, CsvRow) and any(map(str.strip, row.cells))), None)
    cells = header.cells if header else []
    known = [(names.get(cell.strip(), cell.strip()), index) for index, cell in enumerate(cells)]
    return sheet, dict(reversed(known))


def _declared_titles(root: Path, file: str) -> dict[str, str]:
    """Titles by field name, from the nearest declaration above the file."""
    for folder in PurePosixPath(file).parents:
        declaration = f"{folder}/{FILE_NAME}"
        if (root / declaration).is_file():
            text, _ = read_text(root, declaration)
            node = compose_mapping(text, declaration) if text is not None else None
            return _titles(node) if isinstance(node, Node) else {}
    return {}


def _titles(declaration: Node) -> dict[str, str]:
    """Of the fields that it writes, and of those of what it extends."""
    extended, fields = find_node(declaration, (EXTENDS,)), find_node(declaration, ("schema", "fields"))
    base = shipped_declaration(str(extended.value)) if extended is not None else None
    shipped = (base.document or {})["schema"]["fields"] if base is not None else ()
    written = [entries(item) for item in fields.value] if fields is not None else []
    named = [item for item in written if {"name", "title"} <= set(item)]
    own = {str(item["name"].value): str(item["title"].value) for item in named}
    return {str(each["name"]): str(each.get("title", each["name"])) for each in shipped} | own
