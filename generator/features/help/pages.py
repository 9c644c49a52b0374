"""The way in for those who report: one page that says how, and the browser forms behind it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.editing import FORMS, FORMS_APP, edited_by_form, edited_by_table, template_address
from generator.model.feature import Topic
from generator.model.nesting import nested_in
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address=FORMS,
        title=ADMIN.title,
        template="help/forms",
        frame=ADMIN.name,
        subject=TopicSubject("admin", "", ()),
        crumbs=(LISTINGS_HOME,),
    )


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    yield Download(FORMS_APP, "forms-page", ())
    yield Download(f"{FORMS_APP}config.json", "forms-config", ())
    datasets = catalogue.datasets.values()
    for dataset in (*edited_by_form(datasets), *edited_by_table(datasets)):
        family = (dataset, *(child for child, _ in nested_in(dataset, datasets)))
        named = (field.target for each in family for field in each.fields)
        sources = dict.fromkeys((*(each.name for each in family), *filter(None, named)))
        yield Download(template_address(dataset.name), "workbook-template", tuple(sources), dataset.name)


ADMIN = Topic("admin", "在线填报", "操作指南", (), _plan, _downloads)
