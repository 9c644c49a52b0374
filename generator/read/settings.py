"""`mkdocs.yml` to the site's settings: MkDocs' own `site_*` keys and our block `extra.mingshan`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from generator.model.problem import Problem
from generator.model.project import Settings
from generator.read.names_in_messages import shown
from generator.read.settings_keys import GOVERNMENT_KEYS, OUR_KEYS, SITE_KEYS, SettingKey
from generator.read.settings_problems import no_project, settings_not_a_block, unknown_setting, wrong_kind
from generator.read.sources import find_file_fault
from generator.read.text import read_text
from generator.read.yaml_nodes import compose_mapping, entries, find_node, is_null, node_place

SETTINGS_FILE = "mkdocs.yml"
OURS = ("extra", "mingshan")
_GOVERNMENT = ("extra", "government")


def read_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings, with defaults for what is absent or wrong."""
    if not (root / SETTINGS_FILE).is_file():
        return _settings({}), (no_project(SETTINGS_FILE),)
    refused = find_file_fault(SETTINGS_FILE, (root / SETTINGS_FILE).lstat())
    text, problems = (None, (refused,)) if refused else read_text(root, SETTINGS_FILE)
    node = compose_mapping(text, SETTINGS_FILE) if text is not None else None
    if not isinstance(node, MappingNode):
        return _settings({}), (*problems, node) if isinstance(node, Problem) else problems
    ours = find_node(node, OURS)
    faults = [*_find_faults(node, SITE_KEYS), *(_find_block_faults(ours) if ours else ())]
    if isinstance(government := find_node(node, _GOVERNMENT), MappingNode):
        faults += _find_faults(government, GOVERNMENT_KEYS)
    return _settings({**entries(node), **(entries(ours) if ours else {})}), (*problems, *faults)


def _settings(nodes: Mapping[str, Node]) -> Settings:
    values = {}
    for name, key in {**SITE_KEYS, **OUR_KEYS}.items():
        node = nodes.get(name)
        value = None if node is None or node.tag or is_null(node) else key.read(node)
        values[name] = key.default if value is None else value
    return Settings(named_authority=values.pop("authority"), **values)


def _find_block_faults(block: Node) -> Iterator[Problem]:
    if is_null(block):
        return
    if not isinstance(block, MappingNode):
        yield settings_not_a_block(node_place(block, SETTINGS_FILE))
        return
    yield from _find_unknown(block)
    yield from _find_faults(block, OUR_KEYS)


def _find_faults(block: Node, keys: Mapping[str, SettingKey]) -> Iterator[Problem]:
    written = entries(block)
    for name, key in keys.items():
        node = written.get(name)
        if node is not None and not node.tag and not is_null(node) and key.read(node) is None:
            yield wrong_kind(node_place(node, SETTINGS_FILE), f"{key.title}（{name}）", key.wanted)


def _find_unknown(block: MappingNode) -> Iterator[Problem]:
    """Keys of our block that are not settings; those written twice are told with the rest of the file."""
    for key, _ in block.value:
        name = key.value if isinstance(key, ScalarNode) else ""
        if name not in OUR_KEYS:
            titles = {name: key.title for name, key in OUR_KEYS.items()}
            yield unknown_setting(node_place(key, SETTINGS_FILE, shown(name) or None), name, titles)
