"""The published datasets to a directory of government information resources (政务信息资源目录), one row each."""

from __future__ import annotations

import json
from datetime import date

from generator.features.opendata.data_package import is_given
from generator.model.dataset import Dataset
from generator.model.licence import LICENCES
from generator.model.page import Download
from generator.model.source import Source

COLUMNS_OF_DIRECTORY = (
    *("信息资源分类", "信息资源名称", "信息资源代码", "信息资源提供方", "信息资源摘要", "信息资源格式", "信息项"),
    *("共享属性", "开放属性", "更新周期", "发布日期"),
)
_NOTE = "代码是本站自己的，不是国家统一编的代码；信息项是各栏的名称。"


def directory_data(source: Source, _download: Download) -> str:
    """The workbook as its writer takes it."""
    published = [each for each in source.catalogue.datasets.values() if each.is_published]
    days = {each.name: _changed_on(source, each) for each in published}
    book = {
        "title": f"{source.settings.authority or source.settings.site_name}政务信息资源目录",
        "note": _NOTE,
        "columns": COLUMNS_OF_DIRECTORY,
        "rows": [_row(source, each, days[each.name]) for each in published],
        "date": max(days.values(), default=source.as_of).isoformat(),
    }
    return json.dumps(book, ensure_ascii=False)


def _row(source: Source, dataset: Dataset, changed: date) -> list[str]:
    return [
        dataset.directory.menu or "其他",
        dataset.title,
        dataset.name,
        source.settings.authority or source.settings.site_name,
        dataset.description,
        "CSV、JSON",
        "、".join(field.title for field in dataset.fields),
        "无条件共享",
        _openness(source, dataset),
        _cycle(dataset),
        changed.isoformat(),
    ]


def _openness(source: Source, dataset: Dataset) -> str:
    licence = LICENCES.get(source.settings.data_licence)
    if not is_given(source.catalogue, dataset):
        return "有条件开放：按原来的许可或者本人同意的范围使用"
    return f"无条件开放：{licence.title}（{licence.name}）" if licence else "有条件开放：数据许可未定，再用先问提供方"


def _cycle(dataset: Dataset) -> str:
    return "每半年" if any(field.format == "period" for field in dataset.fields) else "有变动就更新"


def _changed_on(source: Source, dataset: Dataset) -> date:
    """The last day git saw a record change; before there is any, the day of the build."""
    folder = f"{dataset.records_folder}/"
    days = [day for file, day in source.changes.items() if file.startswith(folder)]
    return max(days, default=source.as_of)
