"""YAML text to a graph of nodes that remember line and column, or to the one problem that prevents it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.problem import Location, Problem
from generator.model.problems import EMPTY_FILE
from generator.read.yaml_problems import ALIAS, YAML_SHAPE
from generator.read.yaml_syntax import syntax_problem

NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class _Composer(CParser):
    """PyYAML's C parser without its guessing of types: a node's tag is empty unless somebody wrote one."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:  # noqa: ARG002
        return ""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


def compose(text: str, file: str) -> Node | Problem:
    """The root node of the only document in `text`; libyaml itself bounds the depth."""
    try:
        if "&" in text and "*" in text and (alias := _first_alias(text)):
            return _alias(alias, file)
        root = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        return syntax_problem(error, text, file)
    return _nothing(file) if root is None or is_null(root) else root


def compose_mapping(text: str, file: str) -> MappingNode | Problem:
    """The root node, which must be a mapping."""
    root = compose(text, file)
    if isinstance(root, MappingNode | Problem):
        return root
    return _not_a_mapping(root, file)


def is_null(node: Node) -> bool:
    """Nothing was written: an empty value, `~` or `null` without quotes."""
    return isinstance(node, ScalarNode) and not node.tag and not node.style and node.value in NULLS


def find_node(root: Node, trail: Sequence[str | int]) -> Node | None:
    """The node at the end of `trail`, the keys and positions from the root."""
    node: Node | None = root
    for step in trail:
        if isinstance(node, MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def node_place(node: Node, file: str, field: str | None = None) -> Location:
    """Where a node begins."""
    return replace(_place(node, file), field=field)


def _place(item: Node | Event, file: str) -> Location:
    mark = item.start_mark
    return Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)


def entries(node: Node) -> Mapping[str, Node]:
    """The values of a mapping by key; nothing for other nodes and for keys that are not text."""
    if not isinstance(node, MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, ScalarNode)}


def _first_alias(text: str) -> AliasEvent | None:
    parser = _Composer(text)
    while (event := parser.get_event()) is not None:
        if isinstance(event, AliasEvent):
            return event
    return None


def _alias(event: AliasEvent, file: str) -> Problem:
    """References inside YAML (`&` and `*`) are not read: nine lines of them can unfold to gigabytes."""
    return Problem(
        ALIAS,
        _place(event, file),
        "这里用了 YAML 的引用（* 号），本站不读取引用。",
        "把要引用的内容原样写在这里；如果 * 号是文字的一部分，请给整段文字加上引号。",
    )


def _nothing(file: str) -> Problem:
    """A file of comments only, or of an empty document."""
    return Problem(EMPTY_FILE, Location(file), "文件里没有内容。", "填写内容；如果不再需要，请删除这份文件。")


def _not_a_mapping(node: Node, file: str) -> Problem:
    """A file that is a list or a single word instead of `name: value` lines."""
    what = "一个列表" if isinstance(node, SequenceNode) else "一段文字"
    return Problem(
        YAML_SHAPE,
        node_place(node, file),
        f"整份文件是{what}，应当是一行一项的“名称: 内容”。",
        "每份文件写一条记录，每行写成“名称: 内容”（英文冒号后空一格）。",
    )
