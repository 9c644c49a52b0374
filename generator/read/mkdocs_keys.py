"""`mkdocs.yml` to what MkDocs may be told of it: plain values under allowed keys; all else is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.model.problem import Location, Problem
from generator.model.trust import NEVER_TRUSTED, Trust
from generator.read.settings import SETTINGS_FILE
from generator.read.settings_problems import (
    addition_refused,
    address_scheme,
    code_in_setting,
    key_refused,
    language_refused,
    options_unreadable,
    other_value_refused,
    value_impossible,
)
from generator.read.sources import find_file_fault
from generator.read.text import read_text
from generator.read.yaml_nodes import compose_mapping, entries, is_null, node_place
from generator.read.yaml_values import find_value_faults

_FIXED = {"docs_dir": "content", "site_dir": "site"}
_THEME_FIXED = {"name": "material", "custom_dir": "theme/overrides"}
_ADDRESSES = frozenset(
    {
        *("site_url", "repo_url", "repository", "leave_url", "report_url", "logo", "favicon", "homepage"),
        *("api_root", "base_url", "auth_endpoint"),
    }
)
"""Keys that hold an address, at whatever depth."""
_NAMES = frozenset({"language", "direction"})
_NAME = re.compile(r"[A-Za-z-]{0,20}")
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*)\s*:", re.IGNORECASE)
_RUNS = re.compile("|".join(sorted(NEVER_TRUSTED["schemes"])))


def read_mkdocs(root: Path, trust: Trust) -> tuple[Mapping[str, Any], tuple[Problem, ...]]:
    """The values MkDocs is given, and what it is not. What cannot be read at all is told with our own settings."""
    path = root / SETTINGS_FILE
    if not path.exists() or find_file_fault(SETTINGS_FILE, path.lstat()):
        return {}, ()
    text, _ = read_text(root, SETTINGS_FILE)
    node = compose_mapping(text, SETTINGS_FILE) if text is not None else None
    if text is None or not isinstance(node, MappingNode):
        return {}, ()
    problems = tuple(find_value_faults(node, SETTINGS_FILE)) or tuple(_find_refused(node, trust))
    if problems:
        return {}, problems
    try:
        return yaml.load(text, yaml.CSafeLoader), ()  # types values as MkDocs would: `no` is false
    except ValueError:
        return {}, (value_impossible(_place(node)),)


def _find_refused(node: MappingNode, trust: Trust) -> Iterator[Problem]:
    yield from _find_unknown(node, trust.keys, SETTINGS_FILE)
    written = entries(node)
    yield from _find_other_than(written, _FIXED)
    theme = written.get("theme")
    if isinstance(theme, MappingNode):
        yield from _find_unknown(theme, trust.theme, "theme")
        yield from _find_other_than(entries(theme), _THEME_FIXED)
    elif theme is not None and not is_null(theme) and theme.value != _THEME_FIXED["name"]:
        yield other_value_refused(_place(theme), "theme", _THEME_FIXED["name"])
    if isinstance(extra := written.get("extra"), MappingNode):
        yield from _find_unknown(extra, trust.extra, "extra")
    yield from _find_unlisted(written.get("plugins"), dict.fromkeys(trust.plugins), "插件")
    yield from _find_unlisted(written.get("markdown_extensions"), trust.extensions, "Markdown 扩展")
    yield from _find_menu_faults(written.get("nav"), trust)
    yield from _find_text_faults(node, trust)


def _find_unknown(node: MappingNode, known: frozenset[str], within: str) -> Iterator[Problem]:
    for key, _ in node.value:
        if key.value not in known:
            yield key_refused(_place(key), within, key.value)


def _find_other_than(written: Mapping[str, Node], wanted: Mapping[str, str]) -> Iterator[Problem]:
    for name, only in wanted.items():
        node = written.get(name)
        if node is not None and (not isinstance(node, ScalarNode) or node.value.rstrip("/") != only):
            yield other_value_refused(_place(node), name, only)


def _find_unlisted(node: Node | None, known: Mapping[str, frozenset[str] | None], what: str) -> Iterator[Problem]:
    """Names in a list, or in a mapping of names to options, that nobody allowed."""
    if node is None or is_null(node):
        return
    for key, options in _named(node):
        name = key.value
        allowed = known.get(name, frozenset()) if isinstance(name, str) else frozenset()
        if not isinstance(key, ScalarNode) or name not in known:
            yield addition_refused(_place(key), what, str(name))
        elif isinstance(options, MappingNode):
            yield from _find_option_faults(options, allowed, f"{what} {name}")
        elif options is not None and not is_null(options):
            yield options_unreadable(_place(options), what, name)


def _find_option_faults(options: MappingNode, allowed: frozenset[str] | None, within: str) -> Iterator[Problem]:
    """A trusted plug-in may have any options; those of an extension are named one by one."""
    if allowed is not None:
        yield from _find_unknown(options, allowed, within)


def _named(node: Node) -> Iterator[tuple[Node, Node | None]]:
    if isinstance(node, MappingNode):
        yield from node.value
    elif isinstance(node, SequenceNode):
        for item in node.value:
            if isinstance(item, MappingNode):
                yield from item.value
            else:
                yield item, None
    else:
        yield node, None


def _find_menu_faults(node: Node | None, trust: Trust) -> Iterator[Problem]:
    """Each item leads to a file of the site or to an address of an allowed kind."""
    if not isinstance(node, SequenceNode):
        return
    for item in node.value:
        targets = [value for _, value in item.value] if isinstance(item, MappingNode) else [item]
        for target in targets:
            if isinstance(target, SequenceNode):
                yield from _find_menu_faults(target, trust)
            elif isinstance(target, ScalarNode) and not is_fit_address(target.value, trust):
                yield address_scheme(node_place(target, SETTINGS_FILE), trust.schemes)


def _find_text_faults(node: Node, trust: Trust, name: str = "") -> Iterator[Problem]:
    """Every text of the file: none is HTML, none that is an address runs code."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _find_text_faults(key, trust)
            yield from _find_text_faults(value, trust, key.value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _find_text_faults(item, trust, name)
    elif "<" in node.value:
        yield code_in_setting(_place(node), name)
    elif name in _NAMES and not _NAME.fullmatch(node.value):
        yield language_refused(_place(node), name)
    elif (name in _ADDRESSES and not is_fit_address(node.value, trust)) or _runs(node.value):
        yield address_scheme(node_place(node, SETTINGS_FILE), trust.schemes)


def is_fit_address(text: str, trust: Trust) -> bool:
    """A path below the site, or an address of an allowed kind; browsers drop line breaks and tabs from it first."""
    plain = _as_followed(text)
    if plain.startswith("//"):
        return False
    found = _SCHEME.match(plain)
    return found is None or found[1].lower() in trust.schemes


def _as_followed(text: str) -> str:
    """As a browser reads it: without signs that nobody sees, `\\` as `/`."""
    return "".join(sign for sign in unquote(text) if sign.isprintable() and not sign.isspace()).replace("\\", "/")


def _runs(text: str) -> bool:
    found = _SCHEME.match(_as_followed(text))
    return found is not None and bool(_RUNS.fullmatch(found[1].lower()))


def _place(node: Node) -> Location:
    return node_place(node, SETTINGS_FILE) if node.start_mark else Location(SETTINGS_FILE)
