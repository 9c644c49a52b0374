"""YAML to one line a value, with the keys that lead to it: what two versions of settings can be compared by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yaml.nodes import MappingNode, Node, SequenceNode

from generator.model.problem import Problem
from generator.read.yaml_nodes import compose

BETWEEN_KEYS = " › "


def flat_keys(text: str, file: str) -> str:
    """`a › b：value`, line by line; the text itself where it is no YAML. Type marks are shown, never obeyed."""
    node = compose(text, file) if text.strip() else None
    return text if node is None or isinstance(node, Problem) else "\n".join(_flat(node, ()))


def _flat(node: Node, trail: Sequence[str]) -> Iterator[str]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _flat(value, (*trail, str(key.value)))
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _flat(item, trail)
    else:
        written = f"{node.tag} {node.value}" if node.tag else node.value
        yield f"{BETWEEN_KEYS.join(trail)}：{' '.join(written.split())}"
