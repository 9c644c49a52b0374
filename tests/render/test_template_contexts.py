"""A template and its context are a contract: it names what it is given, and is given nothing that it does not name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import get_type_hints

import pytest
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

from generator.features import FEATURES
from generator.features.changes.review_page import ReviewContext
from generator.model.feature import block_kinds, record_parts, topic_pages
from generator.model.feature import record_templates as role_templates
from generator.model.page import TopicSubject
from generator.render.context import PageView, SiteView
from generator.render.dictionary_context import DeclarationContext, DictionariesContext, DictionaryContext
from generator.render.listing_context import ListingContext
from generator.render.pages import ReportContext
from generator.render.record_context import RecordContext
from generator.render.search.search_page_context import SearchContext
from generator.render.templates import template_environment
from tests.demonstration import HOUSE, demonstration_source

FOLDER = HOUSE / "theme/templates"
RECORDS = "records"
"""Below it lie the templates of record pages, one a role."""
ENVIRONMENT = template_environment((FOLDER,))
EVERY = frozenset({"site", "root", "page"})
"""What every page's template is given besides."""
HEAD = "feeds"
"""What `feeds.html` draws into the head of any page that has it."""
ENGINE: Mapping[str, type] = {
    "listing.html": ListingContext,
    "declaration.html": DeclarationContext,
    "dictionary.html": DictionaryContext,
    "dictionaries.html": DictionariesContext,
    "search_page.html": SearchContext,
}


def names(kind: type) -> frozenset[str]:
    """What a context gives."""
    assert is_dataclass(kind), f"{kind} is no context"
    return frozenset(each.name for each in fields(kind))


def given_by(hook: Callable[..., object]) -> type:
    """The context that a hook of a feature says it returns."""
    while isinstance(hook, partial):
        hook = hook.func
    found: type = get_type_hints(hook)["return"]
    return found


@cache
def parsed(template: str) -> nodes.Template:
    return ENVIRONMENT.parse((FOLDER / template).read_text("utf-8"))


def drawn_with(template: str) -> Iterator[str]:
    """The template, those it extends and includes, and theirs; what is imported gets no context."""
    yield template
    for name in (*named_in(template, nodes.Extends), *named_in(template, nodes.Include)):
        yield from drawn_with(name)


def named_in(template: str, kind: type[nodes.Extends] | type[nodes.Include] | type[nodes.Import]) -> Iterator[str]:
    """The other templates that one takes in by such a statement."""
    for node in parsed(template).find_all(kind):
        assert isinstance(node.template, nodes.Const), f"{template} takes in a template by a name it works out"
        yield node.template.value


def set_by(template: str) -> Iterator[str]:
    """What a template names itself, and those that it extends may use."""
    for node in parsed(template).body:
        if isinstance(node, nodes.Macro):
            yield node.name
        elif isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            yield node.target.name
    yield from (node.target for node in parsed(template).find_all(nodes.Import))


@cache
def used_by(template: str) -> frozenset[str]:
    """The names that a template asks its context for."""
    together = tuple(drawn_with(template))
    asked = {name for each in together for name in find_undeclared_variables(parsed(each))}
    own = {name for each in together for name in set_by(each)}
    return frozenset(asked - own - set(ENVIRONMENT.globals))


UNPLANNED = {"purge": frozenset({"purges/tombstone.html"})}
"""Of what was purged the demonstration has nothing, so no page of it."""


@cache
def topic_templates() -> Mapping[str, frozenset[str]]:
    """Which templates draw the pages of each topic, as the demonstration plans them."""
    found: dict[str, set[str]] = {}
    for page in demonstration_source().plan.pages:
        if isinstance(page.subject, TopicSubject):
            found.setdefault(page.subject.topic, set()).add(f"{page.template}.html")
    return {topic: frozenset(templates) for topic, templates in found.items()} | UNPLANNED


OF_FEATURES = {f"{template}.html": role for role, template in role_templates(FEATURES).items()}
"""Templates of records whose whole page is a feature's."""


def record_templates() -> tuple[str, ...]:
    """Those that draw a role's records."""
    own = sorted(f"{RECORDS}/{each.name}" for each in (FOLDER / RECORDS).glob("*.html"))
    return ("record.html", *own, *OF_FEATURES)


def part_contexts(template: str) -> tuple[type, ...]:
    """What features add for the role that a template draws."""
    role = OF_FEATURES.get(template) or (Path(template).stem if template.startswith(RECORDS) else "")
    return tuple(given_by(part.context) for part in record_parts(FEATURES, role))


def union(kinds: Iterable[type]) -> frozenset[str]:
    return frozenset(name for kind in kinds for name in names(kind))


@pytest.mark.parametrize("template", ENGINE)
def test_a_page_of_the_engine_names_all_that_it_is_given_and_nothing_else(template: str) -> None:
    assert used_by(template) - EVERY == names(ENGINE[template])


@pytest.mark.parametrize("topic", topic_pages(FEATURES))
def test_a_computed_page_names_all_that_it_is_given_and_nothing_else(topic: str) -> None:
    context = given_by(topic_pages(FEATURES)[topic].context)
    templates = topic_templates()[topic]
    assert templates, f"the demonstration has no page of {topic}"
    for template in templates:
        assert (used_by(template) | {HEAD} & names(context)) - EVERY == names(context)


@pytest.mark.parametrize("template", record_templates())
def test_a_record_names_only_what_it_is_given(template: str) -> None:
    assert used_by(template) - EVERY <= union((RecordContext, *part_contexts(template)))


@pytest.mark.parametrize("template", record_templates())
def test_what_features_add_to_a_record_is_named(template: str) -> None:
    assert union(part_contexts(template)) - {HEAD} <= used_by(template)


def test_what_every_record_has_is_named_by_some_template() -> None:
    assert names(RecordContext) <= frozenset(name for each in record_templates() for name in used_by(each))


def test_no_two_parts_of_a_record_give_the_same_name() -> None:
    for template in record_templates():
        kinds = (RecordContext, *part_contexts(template))
        assert len(union(kinds)) == sum(len(names(kind)) for kind in kinds), template


def test_every_role_to_which_features_add_names_has_a_template() -> None:
    drawn = {Path(each).stem for each in record_templates()} | role_templates(FEATURES).keys()
    adding = {role for feature in FEATURES for role, parts in feature.records.items() if union(map(_context, parts))}
    assert adding <= drawn


def _context(part: object) -> type:
    return given_by(part.context)  # type: ignore[attr-defined]


@pytest.mark.parametrize("block", block_kinds(FEATURES))
def test_a_block_names_all_that_it_is_given_and_nothing_else(block: str) -> None:
    context = given_by(block_kinds(FEATURES)[block])
    assert used_by(f"blocks/{block}.html") - {"site", "root"} == names(context)


@pytest.mark.parametrize(
    ("template", "context"), [("report_error_link.html", ReportContext), ("changes/review_page.html", ReviewContext)]
)
def test_what_stands_by_itself_names_all_that_it_is_given(template: str, context: type) -> None:
    assert used_by(template) == names(context)


def test_feeds_are_drawn_from_the_names_of_their_page() -> None:
    assert used_by("feeds.html") == {HEAD, "root"}


@pytest.mark.parametrize("template", sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")))
def test_what_is_imported_needs_no_context(template: str) -> None:
    assert not any(used_by(each) for each in named_in(template, nodes.Import))


@pytest.mark.parametrize(("name", "kind"), [("site", SiteView), ("page", PageView)])
def test_of_the_site_and_the_page_all_is_named_and_nothing_else(name: str, kind: type) -> None:
    every = (parsed(path.relative_to(FOLDER).as_posix()) for path in FOLDER.rglob("*.html"))
    asked = {node.attr for each in every for node in each.find_all(nodes.Getattr) if _is(node.node, name)}
    assert asked == names(kind)


def _is(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Name) and node.name == name


def test_every_template_is_drawn_with_a_context_that_is_looked_at_here() -> None:
    drawn = {each for topic in topic_templates().values() for each in topic}
    alone = ("feeds.html", "report_error_link.html", "changes/review_page.html", "components.html")
    blocks = (f"blocks/{name}.html" for name in block_kinds(FEATURES))
    begun = {*drawn, *record_templates(), *ENGINE, *blocks, *alone}
    taken = {each for template in begun for each in drawn_with(template)}
    imported = {name for each in taken for name in named_in(each, nodes.Import)}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")} == taken | imported
