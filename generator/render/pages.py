"""A planned page to the HTML fragment that fills its frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment

from generator.model.feature import Features
from generator.model.page import Page, RecordSubject
from generator.model.project import Settings
from generator.model.source import Source
from generator.render.cards import record_summary
from generator.render.context import Names, block_names, names_of, page_names
from generator.render.heads import page_head
from generator.render.report_links import report_url
from generator.render.template_errors import blaming_templates
from generator.render.templates import page_template


@dataclass(frozen=True, slots=True)
class Fragment:
    """The drawn inside of a page; `description` and `head` tell others what it is about."""

    title: str
    description: str
    head: str
    content: str
    report: str


@dataclass(frozen=True, slots=True)
class ReportContext:
    """`url`: where a reader says that a page is wrong; without one `hotline` is who hears of it, if any does."""

    url: str
    hotline: str


def render_page(environment: Environment, source: Source, page: Page, features: Features) -> Fragment:
    """Draw one page."""
    names = page_names(source, page, features)
    with blaming_templates(environment):
        content = page_template(environment, source.catalogue, page, features).render(names)
        head = page_head(source, page, features) + _feeds(environment, names)
    report = report_link(environment, source.settings, page.address, page.title)
    return Fragment(page.title, _description(source, page), head, content, report)


def report_link(environment: Environment, settings: Settings, address: str, title: str) -> str:
    """Where a reader says that something on a page is wrong, the same on pages of records and of prose."""
    url = report_url(settings, address, title)
    with blaming_templates(environment):
        context = names_of(ReportContext(url, settings.hotline))
        return environment.get_template("report_error_link.html").render(context)


def block_renderer(environment: Environment, source: Source, features: Features) -> Callable[[str, str], str]:
    """Make the function that draws block `name` for the page at `address`; KeyError for an unknown name."""

    def render_block(name: str, address: str) -> str:
        names = block_names(source, features, name, address)
        with blaming_templates(environment):
            return environment.get_template(f"blocks/{name}.html").render(names)

    return render_block


def _feeds(environment: Environment, names: Names) -> str:
    """The feeds a page offers, so that programs find them."""
    return environment.get_template("feeds.html").render(names) if names.get("feeds") else ""


def _description(source: Source, page: Page) -> str:
    if isinstance(page.subject, RecordSubject):
        record = source.catalogue.records[page.subject.dataset][page.subject.key]
        summary = record_summary(source.catalogue, record)
        if summary:
            return summary[:150]
    return f"{page.title} · {source.settings.site_name}"
