"""Planned files in other people's formats to their content: the browser forms and the empty workbooks."""

from __future__ import annotations

from datetime import date

from generator.exchange.browser_forms import forms_config
from generator.exchange.browser_forms_page import forms_page
from generator.model.page import Download
from generator.model.source import Source

ANY_DAY = date(2026, 1, 1)
"""A workbook says when it was made; an empty one says the same today and tomorrow."""


def forms_config_file(source: Source, _download: Download) -> str:
    """The configuration of the browser forms."""
    return forms_config(source.catalogue, source.settings)


def forms_page_file(source: Source, _download: Download) -> str:
    """The page that runs them."""
    return forms_page(source.settings)


def empty_workbook(source: Source, download: Download) -> bytes:
    """A workbook in which people fill in records of one dataset."""
    from generator.exchange.fillable_workbooks import template_workbook  # brings openpyxl, which is slow to come

    return template_workbook(source.catalogue, source.catalogue.datasets[download.key], ANY_DAY)
