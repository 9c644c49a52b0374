"""A YAML node to a plain Python value, typed as JSON is: `no`, `0120` and dates stay text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.problem import Problem
from generator.read.names import shown
from generator.read.yaml_nodes import is_null, node_place
from generator.read.yaml_problems import DUPLICATE_KEY, TAG, YAML_DEPTH, YAML_SHAPE

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
        yield _too_deep(node, file)
    elif node.tag:
        yield tag(node, file)
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
            yield strange_key(key, file)
        elif key.value in seen:
            yield duplicate_key(key, file)
        else:
            seen.add(key.value)


def duplicate_key(key: Node, file: str, record: str | None = None) -> Problem:
    """The same key twice in one mapping: one of the two values would silently win."""
    return Problem(
        DUPLICATE_KEY,
        node_place(key, file, shown(key.value)),
        f"“{shown(key.value)}”写了两次。",
        "只保留一处，把另一处删去或改成正确的名称。",
        record,
    )


def strange_key(key: Node, file: str, record: str | None = None) -> Problem:
    """A key must be a word, not a list or a mapping."""
    return Problem(
        YAML_SHAPE,
        node_place(key, file),
        "冒号前面应当是名称，这里却是一个列表或一组内容。",
        "写成“名称: 内容”；如果方括号或花括号是文字的一部分，请加上英文引号。",
        record,
    )


def tag(node: Node, file: str, field: str | None = None, record: str | None = None) -> Problem:
    """Type marks (`!name`) are not read: they could make a program do more than read text."""
    return Problem(
        TAG,
        node_place(node, file, field),
        "内容前面有 ! 号开头的类型标记，本站不读取。",
        "删去类型标记；如果 ! 号是文字的一部分，请给整段文字加上英文引号。",
        record,
    )


def _too_deep(node: Node, file: str) -> Problem:
    """More levels than anything here needs."""
    return Problem(YAML_DEPTH, node_place(node, file), f"层次超过 {DEEPEST} 层。", "减少缩进或括号的层次。")
