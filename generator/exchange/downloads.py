"""Planned files in other people's formats to their content: the browser forms and the empty workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from generator.exchange.forms import forms_config
from generator.exchange.forms_page import forms_page
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings

ANY_DAY = date(2026, 1, 1)
"""A workbook says when it was made; an empty one says the same today and tomorrow."""


def _config(catalogue: Catalogue, settings: Settings, _download: Download) -> str:
    return forms_config(catalogue, settings)


def _page(_catalogue: Catalogue, settings: Settings, _download: Download) -> str:
    return forms_page(settings)


def _template(catalogue: Catalogue, _settings: Settings, download: Download) -> bytes:
    from generator.exchange.record_workbooks import template_workbook  # brings openpyxl, which is slow to come

    return template_workbook(catalogue, catalogue.datasets[download.key], ANY_DAY)


FORMATS: Mapping[str, Callable[[Catalogue, Settings, Download], str | bytes]] = {
    "forms-config": _config,
    "forms-page": _page,
    "workbook-template": _template,
}
"""What writes each kind of file."""
