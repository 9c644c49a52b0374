"""A YAML node to a plain Python value, typed as JSON is: `no`, `0120` and dates stay text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.problem import Problem
from generator.read.names_in_messages import shown
from generator.read.yaml_nodes import is_null, node_place
from generator.read.yaml_problems import (
    duplicate_key,
    strange_key,
    too_deep,
    yaml_tag,
)

DEEPEST = 30
_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})\.\d{1,18}")
_BOOLEANS = {"true": True, "false": False, "True": True, "False": False}


def typed(node: Node) -> Any:
    """Mappings, lists, text, whole numbers, decimals, `true`/`false` and null; call `find_value_faults` first."""
    if isinstance(node, MappingNode):
        return {key.value: typed(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [typed(item) for item in node.value]
    return typed_scalar(node)


def typed_scalar(node: Node) -> Any:
    """One scalar; quoted ones are always text."""
    text = node.value
    if is_null(node):
        return None
    if not isinstance(node, ScalarNode) or node.style:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else _BOOLEANS.get(text, text)


def find_value_faults(node: Node, file: str, depth: int = 0) -> Iterator[Problem]:
    """What keeps a node from being one plain value: duplicate or strange keys, tags, too many levels."""
    if depth > DEEPEST:
        yield too_deep(node_place(node, file), DEEPEST)
    elif node.tag:
        yield yaml_tag(node_place(node, file))
    elif isinstance(node, MappingNode):
        yield from _find_key_faults(node, file)
        for _, value in node.value:
            yield from find_value_faults(value, file, depth + 1)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from find_value_faults(item, file, depth + 1)


def _find_key_faults(node: MappingNode, file: str) -> Iterator[Problem]:
    seen = set()
    for key, _ in node.value:
        if not isinstance(key, ScalarNode):
            yield strange_key(node_place(key, file))
        elif key.value in seen:
            yield duplicate_key(node_place(key, file, shown(key.value)), key.value)
        else:
            seen.add(key.value)
