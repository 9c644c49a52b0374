"""A template's digest is another when, and only when, it or something that it names is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.render.template_digests import template_digests
from tests.instances import write

FILES = {
    "page.html": "<main>{% block main %}{% endblock %}</main>",
    "record.html": '{% extends "page.html" %}{% block main %}{% include "tail.html" ignore missing %}{% endblock %}',
    "board.html": "{%- import 'parts.html' as parts with context -%}{{ parts.line() }}",
    "parts.html": '{% from "deep/words.html" import word %}{% macro line() %}{{ word() }}{% endmacro %}',
    "deep/words.html": "{% macro word() %}字{% endmacro %}",
    "any.html": "{% include which %}",
}


def digests(root: Path, *changed: str, own: Mapping[str, str] | None = None) -> Mapping[str, str]:
    for name, text in FILES.items():
        write(root, f"house/{name}", f"{text}!" if name in changed else text)
    for name, text in (own or {}).items():
        write(root, f"own/{name}", text)
    return template_digests((root / "own", root / "house"))


def others(one: Mapping[str, str], another: Mapping[str, str]) -> set[str]:
    return {name for name in {*one, *another} if one.get(name) != another.get(name)}


def test_what_is_named_counts_however_far_it_is_away(tmp_path: Path) -> None:
    before = digests(tmp_path)
    assert others(before, digests(tmp_path, "deep/words.html")) == {
        *("deep/words.html", "parts.html", "board.html", "any.html")
    }
    assert others(before, digests(tmp_path, "board.html")) == {"board.html", "any.html"}
    assert others(before, digests(tmp_path)) == set()


def test_what_an_instance_puts_in_place_of_one_counts_and_what_it_adds_where_none_was(tmp_path: Path) -> None:
    before = digests(tmp_path)
    after = digests(tmp_path, own={"page.html": "另一页", "tail.html": "新的"})
    assert others(before, after) == {"page.html", "record.html", "tail.html", "any.html"}
