"""The quick environment draws what Jinja's own draws, and escapes what Jinja's own escapes."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.render.compiled import QuickEnvironment, escaped


class Thing(NamedTuple):
    name: str
    number: int | None
    parts: tuple[str, ...]

    def loudly(self, mark: str = "!") -> str:
        return self.name + mark


@pass_context
def told_where(context: Context, word: str) -> str:
    return f"{word} on {context['page']}"


TEMPLATES = (
    "{{ thing.name }}|{{ thing.number }}|{{ thing.parts }}|{{ page|upper }}|{{ 1 + 1 }}|{{ '<' }}",
    "{% macro m(a, b='<b>', c=none) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    "{{ m(page) }}{{ m(page, 1) }}{{ m(page, c=page, b=2) }}",
    "{% macro inner(x) -%}<i>{{ x }}</i>{%- endmacro %}"
    "{% macro outer(x) %}<b>{{ inner(x) }}</b>{% endmacro %}{{ outer(page) }}",
    "{% macro box() %}[{{ caller() if caller is defined else 'empty' }}]{% endmacro %}"
    "{% call box() %}{{ page }}{% endcall %}{{ box() }}",
    "{% macro all() %}{{ varargs|join('/') }}{{ kwargs.items()|list }}{% endmacro %}{{ all(page, 2, x=page) }}",
    "{% for part in thing.parts %}"
    "{{ thing.loudly(part) }}{{ part.upper() }}{{ loop.index }}{{ names.get(part, page) }}{% endfor %}",
    "{{ told_where(page) }}{{ words|safe }}{{ ('a' ~ words|safe ~ page) }}",
    "{{ page.replace('<', '>') }}{{ thing.loudly() }}",
)
SLIPS = ("{{ m(1, 2, 3) }}", "{{ m(x=1) }}", "{{ m() }}", "{{ nothing }}", "{{ page.nothing }}")


def both(template: str, **names: object) -> tuple[str, str]:
    drawn = []
    for kind in (Environment, QuickEnvironment):
        environment = kind(autoescape=True, undefined=StrictUndefined)
        environment.globals["told_where"] = told_where
        drawn.append(environment.from_string(template).render(**names))
    return drawn[0], drawn[1]


@pytest.mark.parametrize("template", TEMPLATES)
@given(page=st.text(), name=st.text(), parts=st.lists(st.text(), max_size=3), words=st.text())
def test_it_draws_what_jinja_draws(template: str, page: str, name: str, parts: list[str], words: str) -> None:
    thing = Thing(name, None, tuple(parts))
    plain, quick = both(template, page=page, thing=thing, names=dict.fromkeys(parts[:1], words), words=words)
    assert quick == plain


@pytest.mark.parametrize("wrong", SLIPS)
def test_a_slip_in_a_template_is_told(wrong: str) -> None:
    template = "{% macro m(a) %}{{ a }}{% endmacro %}" + wrong
    with pytest.raises((TypeError, UndefinedError)):
        QuickEnvironment(autoescape=True, undefined=StrictUndefined).from_string(template).render(page="x")


@given(st.text())
def test_words_and_markup_of_the_same_letters_stay_apart(text: str) -> None:
    assert escaped(text) == escape(text)
    assert escaped(Markup(text)) == text
    assert escaped(text) == escape(text)


@given(st.one_of(st.none(), st.integers(), st.booleans(), st.lists(st.text())))
def test_other_values_are_escaped_as_text(value: object) -> None:
    assert escaped(value) == escape(value)
