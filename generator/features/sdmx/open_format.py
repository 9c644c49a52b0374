"""What the page 开放数据 tells of the statistics as SDMX."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.sdmx.cube_tables import sdmx_tables
from generator.features.sdmx.pages import STRUCTURE, figures_address
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


def sdmx_formats(source: Source) -> Iterator[OpenFormat]:
    """Nothing without a table to tell."""
    if not any(sdmx_tables(source.catalogue, source.settings)):
        return
    yield OpenFormat(
        40,
        "sdmx",
        "统计数字：SDMX",
        "各张统计表，照国际统计数据交换标准写：每个数一行，半年写作 2026-S1，合计写作 _T。",
        "SDMX-CSV 2.0，结构 SDMX-ML 3.0",
        "https://sdmx.org/standards-2/",
        _files,
        (
            ("Excel、WPS", "直接打开 CSV；STRUCTURE 开头的前三列是给程序看的。"),
            ("Python", "pip install pysdmx[data,xml]，再写 pysdmx.io.get_datasets('aid.csv', 'structure.xml')。"),
            ("Datasette", "sqlite-utils insert 库.db 表名 文件.csv --csv，再 datasette 库.db。"),
        ),
        ("不公布的数，OBS_VALUE 空着（空着不是 0），OBS_STATUS 和 CONF_STATUS 写明；别的数和网页上的一样。",),
    )


def _files(source: Source) -> Iterator[OpenFile]:
    yield OpenFile(STRUCTURE, "结构：各列和代码的意思")
    for table in sdmx_tables(source.catalogue, source.settings):
        yield OpenFile(figures_address(table.dataset.name), table.dataset.title)
