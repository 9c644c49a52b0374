"""Records to YAML in the one form this house writes: declared order, quotes only where YAML would misread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import yaml

from generator.exchange.csv_records import written_value
from generator.model.dataset import Dataset, Field
from generator.model.record import Record, Value

WIDEST_LIST = 66
"""A list of short words stands in one line up to this width, else one word a line."""


class NestedRows(NamedTuple):
    """The rows of a child dataset that belong to one record, in the order in which they are written."""

    dataset: Dataset
    rows: Sequence[Record]


class _Plain(str):
    """A text that stands without quotes: the declaration, not YAML, says what it is."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Items of a list are indented below their name, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


def write_yaml(dataset: Dataset, record: Record, nested: Iterable[NestedRows] = (), modeline: str = "") -> str:
    """The text of one record's file; reading it again gives the same values."""
    document = _mapping(dataset.fields, record.values)
    for child in nested:
        nesting = child.dataset.directory.nesting
        if nesting is not None and child.rows:
            fields = [field for field in child.dataset.fields if field.name != nesting.parent_field]
            document[nesting.list] = [_mapping(fields, row.values) for row in child.rows]
    text = yaml.dump(document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"{modeline}\n{text}" if modeline else text


def _mapping(fields: Iterable[Field], values: Mapping[str, Value]) -> dict[str, Any]:
    return {
        field.name: _written(field, value)
        for field in fields
        if (value := values[field.name]) is not None and value != ()
    }


def _written(field: Field, value: Value) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, str) else _Plain(written_value(field, value))


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    if "\n" in text:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    node = dumper.represent_scalar("tag:yaml.org,2002:str", text)
    return node if _kind(dumper, text) == node.tag else dumper.represent_scalar(node.tag, text, style='"')


def _represent_plain(dumper: yaml.SafeDumper, text: _Plain) -> yaml.Node:
    """Tagged as what YAML itself takes it for, so that no quotes are put around a date or a number."""
    return dumper.represent_scalar(_kind(dumper, text), str(text))


def _kind(dumper: yaml.SafeDumper, text: str) -> str:
    """What YAML takes a text for when it stands without quotes."""
    return str(dumper.resolve(yaml.ScalarNode, str(text), (True, False)))  # type: ignore[no-untyped-call]


def _represent_list(dumper: yaml.SafeDumper, items: list[Any]) -> yaml.Node:
    words = all(isinstance(item, str) and "\n" not in item for item in items)
    short = words and len(", ".join(items)) <= WIDEST_LIST
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=short)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(_Plain, _represent_plain)
_Dumper.add_representer(list, _represent_list)
