"""`trusted.yaml` to what an instance allows beyond the usual; in a repository the main branch's word counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.base.git import ask_git
from generator.model.problem import Problem
from generator.model.trust import NEVER_TRUSTED, TRUST_FILE, Trust
from generator.read.settings_problems import trust_never, trust_unknown, trust_unmerged, trust_without_base
from generator.read.sources import find_file_fault
from generator.read.text import read_text
from generator.read.yaml_nodes import compose_mapping, node_place
from generator.read.yaml_values import find_value_faults

_MAIN = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where requests are merged into, the likeliest first."""
_EXTENSIONS = "extensions"


def read_trust(root: Path, base: str = "") -> tuple[Trust, tuple[Problem, ...]]:
    """What is allowed here. A request cannot widen what is asked of it: the file of `base`, else of main, counts."""
    written = _written(root, base)
    if isinstance(written, Problem):
        return Trust(), (written,)
    if written is None:
        return Trust(), _unmerged(root)
    node = compose_mapping(written, TRUST_FILE)
    if isinstance(node, Problem):
        return Trust(), (node,)
    faults = tuple(find_value_faults(node, TRUST_FILE)) or tuple(_find_faults(node))
    return (Trust(), faults) if faults else (_trust(node), _unmerged(root, written))


def _written(root: Path, base: str) -> str | Problem | None:
    """The text that counts; None where there is none."""
    if base and _is_commit(root, base):
        return _text_at(root, base)
    if not (root / TRUST_FILE).exists():
        return None
    if ask_git(root, "rev-parse", "--is-inside-work-tree").strip() != "true":
        return _text_here(root)
    main = next((name for name in _MAIN if _is_commit(root, name)), None)
    return trust_without_base() if main is None else _text_at(root, main)


def _text_here(root: Path) -> str | Problem | None:
    refused = find_file_fault(TRUST_FILE, (root / TRUST_FILE).lstat())
    if refused:
        return refused
    text, problems = read_text(root, TRUST_FILE)
    return text if text is not None else problems[0]


def _text_at(root: Path, commit: str) -> str | None:
    """The file as a commit has it; a link is none."""
    listed = ask_git(root, "ls-tree", "-z", commit, "--", TRUST_FILE)
    if not listed.startswith("100"):
        return None
    return ask_git(root, "cat-file", "blob", listed.split()[2])


def _is_commit(root: Path, name: str) -> bool:
    return bool(ask_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"))


def _trust(node: MappingNode) -> Trust:
    words = {key.value: value for key, value in node.value}
    names = {kind: frozenset(_texts(value)) for kind, value in words.items() if kind != _EXTENSIONS}
    return Trust().widened(names, dict(_extensions(words.get(_EXTENSIONS))))


def _extensions(node: Node | None) -> Iterator[tuple[str, frozenset[str]]]:
    """A list of names, or of names with the options that they may have."""
    for item in node.value if isinstance(node, SequenceNode) else ():
        if isinstance(item, MappingNode):
            yield from ((key.value, frozenset(_texts(value))) for key, value in item.value)
        else:
            yield item.value, frozenset()


def _texts(node: Node) -> Iterator[str]:
    yield from (item.value for item in node.value if isinstance(item, ScalarNode))


def _find_faults(node: MappingNode) -> Iterator[Problem]:
    for key, value in node.value:
        if key.value not in NEVER_TRUSTED or not isinstance(value, SequenceNode):
            yield trust_unknown(node_place(key, TRUST_FILE), key.value)
            continue
        for word in _texts(value):
            if word in NEVER_TRUSTED[key.value]:
                yield trust_never(node_place(value, TRUST_FILE), word)


def _unmerged(root: Path, counted: str = "") -> tuple[Problem, ...]:
    """The file that lies here says something else: it counts once it is merged."""
    here = _text_here(root) if (root / TRUST_FILE).is_file() and not (root / TRUST_FILE).is_symlink() else ""
    if here == counted or isinstance(here, Problem) or here is None:
        return ()
    return (trust_unmerged(),)
