"""A part that stands on many pages is drawn once, and only for what is really the same."""

from __future__ import annotations

from typing import NamedTuple

from jinja2 import Environment
from jinja2.runtime import Macro

from generator.base.house import house_folder
from generator.render.once import Once
from generator.render.templates import template_environment


class Card(NamedTuple):
    title: str


def macro(environment: Environment, body: str) -> Macro:
    module = environment.from_string(f"{{% macro part(given, root='') %}}{body}{{% endmacro %}}").module
    part: Macro = module.part  # type: ignore[attr-defined]
    return part


def test_the_same_thing_is_drawn_once_for_each_way_to_the_root() -> None:
    drawn: list[Card] = []
    environment = Environment(autoescape=True)
    environment.globals["note"] = lambda given: drawn.append(given) or ""
    once, part = Once(), macro(environment, "{{ note(given) }}{{ given.title }} {{ root }}")
    one, equal = Card("<甲>"), Card("<甲>")
    wanted = ((one, "../"), (one, "../"), (one, ""), (equal, "../"))
    pages = [once(part, each, root) for each, root in wanted]
    assert pages == ["&lt;甲&gt; ../", "&lt;甲&gt; ../", "&lt;甲&gt; ", "&lt;甲&gt; ../"]
    assert len(drawn) == 3


def test_what_was_drawn_for_something_gone_is_never_given_for_something_else() -> None:
    """Python gives the place of what is gone to what comes next."""
    once, part = Once(), macro(Environment(autoescape=True), "{{ given.title }}")
    assert [once(part, Card(str(number))) for number in range(100)] == [str(number) for number in range(100)]


def test_every_environment_has_its_own() -> None:
    folders = (house_folder() / "theme" / "templates",)
    assert template_environment(folders).globals["once"] is not template_environment(folders).globals["once"]
