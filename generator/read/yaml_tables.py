"""The text of one YAML record to one row of its dataset, and one row of a child dataset for each nested item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from yaml.nodes import MappingNode, Node, SequenceNode

from generator.model.problem import Location, Problem
from generator.model.table import Cell, Origin
from generator.read.rows import Row, Shape
from generator.read.sources import SourceFile
from generator.read.yaml_cells import YamlEntry, YamlPlace, read_entry
from generator.read.yaml_nodes import compose_mapping, entries, find_node, is_null, node_place
from generator.read.yaml_problems import not_a_list, not_an_item, written_elsewhere, yaml_tag

_PLAIN_KEY = re.compile(r"[\w./-]{1,60}")


def read_yaml(shape: Shape, source: SourceFile, text: str) -> Iterator[Row | Problem]:
    """The record's row, then the rows of its nested lists; children of a record that is left out are left out too."""
    root = compose_mapping(text, source.file)
    if isinstance(root, Problem):
        yield root
        return
    if root.tag:
        yield yaml_tag(node_place(root, source.file))
        return
    key = _written_key(shape, root, source.columns)
    place = YamlPlace(source.file, key if key and _PLAIN_KEY.fullmatch(key) else None)
    entry = read_entry(shape, root, place)
    yield from entry.problems
    disagreeing = tuple(_find_disagreements(entry, root, source.columns, place))
    yield from disagreeing
    if is_kept := entry.is_whole and not disagreeing:
        yield Row(shape.dataset.name, Origin(source.file), _cells(shape, entry, source.columns))
    for name, node in entry.nested.items():
        yield from _read_children(shape.children[name], node, place, {_parent_field(shape, name): key}, is_kept)


def _cells(shape: Shape, entry: YamlEntry, given: Mapping[str, str | None]) -> list[Cell]:
    return [given.get(name) if (cell := entry.cells.get(name)) is None else cell for name in shape.fields]


def _parent_field(shape: Shape, list_name: str) -> str:
    nesting = shape.children[list_name].dataset.directory.nesting
    return nesting.parent_field if nesting else ""


def _written_key(shape: Shape, root: MappingNode, given: Mapping[str, str]) -> str | None:
    """The primary key as text, its parts joined by `/`; None when a part is missing."""
    written = entries(root)
    parts = [given.get(name) or _text(written.get(name)) for name in shape.dataset.primary_key]
    return "/".join(part for part in parts if part) if all(parts) else None


def _text(node: Node | None) -> str | None:
    value = None if node is None or is_null(node) else node.value
    return value.strip() if isinstance(value, str) else None


def _read_children(
    shape: Shape, node: Node, parent: YamlPlace, given: Mapping[str, str | None], is_kept: bool
) -> Iterator[Row | Problem]:
    """Each item of a nested list to a row; `given` holds the parent's key, without which no row can stand."""
    nesting = shape.dataset.directory.nesting
    if is_null(node) or nesting is None:
        return
    if not isinstance(node, SequenceNode):
        yield not_a_list(node_place(node, parent.file, nesting.list), shape.dataset, parent.record)
        return
    for index, item in enumerate(node.value):
        if not isinstance(item, MappingNode):
            yield not_an_item(node_place(item, parent.file, nesting.list), shape.dataset, parent.record)
            continue
        entry = read_entry(shape, item, parent)
        yield from entry.problems
        disagreeing = tuple(_find_disagreements(entry, item, given, parent))
        yield from disagreeing
        if is_kept and entry.is_whole and not disagreeing and all(given.values()):
            yield Row(shape.dataset.name, Origin(parent.file, trail=(nesting.list, index)), _cells(shape, entry, given))


def _find_disagreements(
    entry: YamlEntry, node: MappingNode, given: Mapping[str, str | None], place: YamlPlace
) -> Iterator[Problem]:
    """What the path (or the record around) says of a column, and what the file itself says, must agree."""
    for name, value in given.items():
        written = entry.cells.get(name)
        if value is None or written is None or written == value:
            continue
        found = find_node(node, (name,))
        at = node_place(found, place.file, name) if found else Location(place.file, field=name)
        yield written_elsewhere(at, name, value, place.record)
