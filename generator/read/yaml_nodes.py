"""YAML text to a graph of nodes that remember line and column, or to the one problem that prevents it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import yaml
from yaml._yaml import CParser
from yaml.events import AliasEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.problem import Location, Problem
from generator.read.yaml_problems import not_a_mapping, yaml_alias, yaml_without_content
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
            return yaml_alias(_place(alias, file))
        root = _Composer(text).get_single_node()
    except yaml.YAMLError as error:
        return syntax_problem(error, text, file)
    return yaml_without_content(file) if root is None or is_null(root) else root


def compose_mapping(text: str, file: str) -> MappingNode | Problem:
    """The root node, which must be a mapping."""
    root = compose(text, file)
    if isinstance(root, MappingNode | Problem):
        return root
    return not_a_mapping(node_place(root, file), is_list=isinstance(root, SequenceNode))


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
