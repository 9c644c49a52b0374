"""Folders of templates to one Jinja environment with our filters."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.model.addresses import url_path
from generator.model.catalogue import Catalogue
from generator.model.feature import Features, record_templates
from generator.model.formats import call_address
from generator.model.page import ListingSubject, Page, RecordSubject
from generator.render import displayed_values
from generator.render.compiled import QuickEnvironment
from generator.render.embedding import embedded_json
from generator.render.facts import unfilled
from generator.render.once import Once
from generator.render.template_errors import blaming_templates

COMMON_TEMPLATE = "components.html"
"""Its macros are `ui` in every template, which nobody notes."""
_RECORDS = "records"
"""Folder of the templates of record pages, one a role, but for those of roles that are a feature's alone."""

Templates = Environment
"""What stages outside this one call the environment: only `render` knows Jinja2."""

FILTERS = {
    "yuan": displayed_values.yuan,
    "number": displayed_values.number,
    "chinese_date": displayed_values.chinese_date,
    "period": displayed_values.period,
    "url_path": url_path,
    "unfilled": unfilled,
    "call_address": call_address,
}


def template_environment(folders: tuple[Path, ...], compiled: BytecodeCache | None = None) -> Environment:
    """Templates are looked up in `folders`, first found first; a name a template misspells is our bug and raises.

    `compiled` remembers them between runs."""
    environment = QuickEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )
    environment.filters.update(FILTERS)
    environment.filters["json"] = _json
    environment.globals["once"] = Once()
    with blaming_templates(environment):
        environment.globals["ui"] = environment.get_template(COMMON_TEMPLATE).module
    return environment


def page_template(environment: Environment, catalogue: Catalogue, page: Page, features: Features) -> Template:
    """A dataset's own template where an instance has one, else its role's, else the one every dataset can use."""
    match page.subject:
        case RecordSubject(dataset):
            role = catalogue.role_of(dataset)
            of_role = (f"{record_templates(features).get(role, f'{_RECORDS}/{role}')}.html",) if role else ()
            return environment.select_template((f"{dataset}.html", *of_role, "record.html"))
        case ListingSubject(dataset):
            return environment.select_template((f"{dataset}.listing.html", "listing.html"))
    return environment.get_template(f"{page.template}.html")


def _json(value: object) -> Markup:
    """JSON that is safe inside an HTML element."""
    return Markup(embedded_json(value))  # noqa: S704 - every character HTML could read as markup is escaped
