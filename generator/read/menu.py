"""`mkdocs.yml` to the menu its author wrote, as plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yaml.nodes import MappingNode

from generator.read.settings import SETTINGS_FILE
from generator.read.text import read_text
from generator.read.yaml_nodes import compose_mapping, find_node
from generator.read.yaml_values import find_value_faults, typed


def read_menu(root: Path) -> list[Any] | None:
    """MkDocs' `nav`; None where there is none, or none that we can read (MkDocs then says what is wrong)."""
    text, _ = read_text(root, SETTINGS_FILE)
    node = compose_mapping(text, SETTINGS_FILE) if text is not None else None
    nav = find_node(node, ("nav",)) if isinstance(node, MappingNode) else None
    if nav is None or any(find_value_faults(nav, SETTINGS_FILE)):
        return None
    menu = typed(nav)
    return menu if isinstance(menu, list) else None
