"""Declarations and codelists to the configuration of the browser forms; nothing in it is written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.exchange.browser_form_fields import Widget, field_widget
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.editing import REVIEWED, TRIAL, edited_by_form, forms_backend
from generator.model.json_value import Written
from generator.model.nesting import nested_in
from generator.model.project import Settings

MESSAGES = {
    "create": "新增 {{collection}} {{slug}}",
    "update": "修改 {{collection}} {{slug}}",
    "delete": "删除 {{collection}} {{slug}}",
    "uploadMedia": "上传 {{path}}",
    "deleteMedia": "删除 {{path}}",
}
"""What a commit that a form makes says of itself."""


def forms_config(catalogue: Catalogue, settings: Settings) -> str:
    """The whole configuration as JSON."""
    backend = forms_backend(settings)
    name = settings.site_name or "明善"
    edited = edited_by_form(catalogue.datasets.values())
    looked_up = frozenset(each.name for each in edited if backend["name"] != TRIAL)
    config: Written = {
        "backend": backend if backend["name"] == TRIAL else {**backend, "commit_messages": MESSAGES},
        "publish_mode": "editorial_workflow" if backend["name"] in REVIEWED else "simple",
        "app_title": f"{name}：试填（不会提交）" if backend["name"] == TRIAL else f"{name}：在线填报",
        "media_folder": "content/images",
        "media_libraries": {"stock_assets": {"providers": []}},
        "show_preview_links": False,
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": [_collection(catalogue, looked_up, dataset) for dataset in edited],
    }
    return json.dumps(config, ensure_ascii=False, indent=1) + "\n"


def _collection(catalogue: Catalogue, looked_up: frozenset[str], dataset: Dataset) -> Written:
    (key,) = dataset.primary_key
    return {
        "name": dataset.name,
        "label": dataset.title,
        "description": dataset.description,
        "folder": dataset.folder,
        "extension": "yaml",
        "format": "yaml",
        "identifier_field": dataset.directory.label,
        "slug": f"{{{{{key}}}}}",
        "summary": f"{{{{{dataset.directory.label}}}}}（{{{{{key}}}}}）",
        "create": True,
        "delete": False,
        "publish": False,
        "thumbnail": False,
        "sortable_fields": list(dict.fromkeys((dataset.directory.label, key))),
        "fields": [*_widgets(catalogue, looked_up, dataset)],
    }


def _widgets(catalogue: Catalogue, looked_up: frozenset[str], dataset: Dataset) -> Iterator[Widget]:
    yield from (field_widget(catalogue, looked_up, field) for field in dataset.offered)
    yield from ({"name": name, "widget": "hidden"} for name in dataset.directory.former)
    for child, nesting in nested_in(dataset, catalogue.datasets.values()):
        inner = (field for field in child.fields if field.name != nesting.parent_field)
        yield {
            "name": nesting.list,
            "label": child.title,
            "hint": child.description,
            "widget": "list",
            "required": False,
            "collapsed": "auto",
            "summary": f"{{{{{child.directory.label}}}}}",
            "label_singular": child.title,
            "fields": [field_widget(catalogue, looked_up, field) for field in inner],
        }
