"""The nodes of one YAML mapping to the cells of one row, and the faults that stand between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.dataset import Field
from generator.model.problem import Problem
from generator.model.signs import CONTROL, HIDDEN_SIGNS
from generator.model.table import Cell
from generator.read.file_problems import escaped_hidden
from generator.read.names_in_messages import field_titles, shown
from generator.read.rows import Shape
from generator.read.yaml_nodes import is_null, node_place
from generator.read.yaml_problems import (
    DUPLICATE_KEY,
    UNKNOWN_KEY,
    duplicate_key,
    escaped_control,
    nested_value,
    strange_key,
    unknown_key,
    yaml_tag,
)

_SHOWN_UNKNOWN = 10
"""Unknown keys named in one mapping; a file of another kind would name hundreds."""

MILD = frozenset((UNKNOWN_KEY, DUPLICATE_KEY))


@dataclass(frozen=True, slots=True)
class YamlPlace:
    """Where problems of one mapping are reported: file and record (when its key is known and plain)."""

    file: str
    record: str | None


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """One mapping as read: cells by field, the nodes of nested lists, and what was wrong."""

    cells: Mapping[str, Cell]
    nested: Mapping[str, Node]
    problems: tuple[Problem, ...]
    is_whole: bool
    """Whether the cells say all that check needs: else the row is left out, so that one fault is one problem."""


def read_entry(shape: Shape, node: MappingNode, place: YamlPlace) -> YamlEntry:
    """Every key of the mapping to a cell or a nested list; the first of two equal keys counts."""
    cells: dict[str, Cell] = {}
    nested: dict[str, Node] = {}
    unknown: list[Node] = []
    faults: list[Problem] = []
    for key, value in node.value:
        name = key.value
        if not isinstance(key, ScalarNode):
            faults.append(strange_key(node_place(key, place.file), place.record))
        elif name in cells or name in nested:
            faults.append(duplicate_key(node_place(key, place.file, shown(name)), name, place.record))
        elif (field := shape.fields.get(name)) is not None:
            cell = read_cell(field, value, place)
            cells[name] = None if isinstance(cell, Problem) else cell
            faults += [cell] if isinstance(cell, Problem) else ()
        elif name in shape.children:
            nested[name] = value
        else:
            unknown.append(key)
    if unknown:
        faults += _find_unknown_keys(shape, unknown, place)
    return YamlEntry(cells, nested, tuple(faults), _is_whole(shape, cells, faults))


def _is_whole(shape: Shape, cells: Mapping[str, Cell], faults: list[Problem]) -> bool:
    """A misspelt or doubled key leaves the other values standing, unless it hides one that must be there."""
    mild = all(fault.rule in MILD for fault in faults)
    return not faults or (mild and all(cells.get(name) is not None for name in shape.required))


def read_cell(field: Field, node: Node, place: YamlPlace) -> Cell | Problem:
    """A scalar as text; for list fields a list of texts, or a single one."""
    if type(node) is ScalarNode:
        text = _read_scalar(field, node, place)
        return [text] if field.is_list and type(text) is str else text
    if field.is_list and type(node) is SequenceNode and not node.tag:
        return _read_list(field, node, place)
    if node.tag:
        return yaml_tag(node_place(node, place.file, field.name), place.record)
    return _nested(field, node, place)


def _read_scalar(field: Field, node: ScalarNode, place: YamlPlace) -> str | Problem | None:
    if node.tag:
        return yaml_tag(node_place(node, place.file, field.name), place.record)
    text: str = node.value.strip()
    if not text or is_null(node):
        return None
    if node.style == '"' and CONTROL.search(text):
        return escaped_control(node_place(node, place.file, field.name), field, place.record)
    if node.style == '"' and HIDDEN_SIGNS.search(text):
        return escaped_hidden(node_place(node, place.file, field.name), field, place.record)
    return text


def _read_list(field: Field, node: SequenceNode, place: YamlPlace) -> Cell | Problem:
    items: list[str] = []
    for item in node.value:
        if type(item) is not ScalarNode:
            return _nested(field, item, place)
        text = _read_scalar(field, item, place)
        if isinstance(text, Problem):
            return text
        if text is not None:
            items.append(text)
    return items or None


def _nested(field: Field, node: Node, place: YamlPlace) -> Problem:
    return nested_value(
        node_place(node, place.file, field.name), field, place.record, is_list=isinstance(node, SequenceNode)
    )


def _find_unknown_keys(shape: Shape, keys: list[Node], place: YamlPlace) -> Iterator[Problem]:
    """A key that is not declared: its value would be lost without a word."""
    titles = {**field_titles(shape.fields), **{name: child.dataset.title for name, child in shape.children.items()}}
    for key in keys[:_SHOWN_UNKNOWN]:
        at = node_place(key, place.file, shown(key.value))
        yield unknown_key(at, key.value, shape.dataset, titles, place.record)
