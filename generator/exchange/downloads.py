"""Planned files in other people's formats to their content: the browser forms and the empty workbooks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.exchange.forms import forms_config
from generator.exchange.forms_page import forms_page
from generator.model.catalogue import Catalogue
from generator.model.page import Download
from generator.model.project import Settings


def _config(catalogue: Catalogue, settings: Settings, _download: Download) -> str:
    return forms_config(catalogue, settings)


def _page(_catalogue: Catalogue, settings: Settings, _download: Download) -> str:
    return forms_page(settings)


FORMATS: Mapping[str, Callable[[Catalogue, Settings, Download], str | bytes]] = {
    "forms-config": _config,
    "forms-page": _page,
}
"""What writes each kind of file."""
