"""What the page 开放数据 tells of the published tables, and of the package that describes them all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.opendata.join_tables import joins
from generator.features.opendata.pages import PACKAGE
from generator.features.opendata.table_files import dataset_files, join_files, lists_of_volumes
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


def table_formats(_source: Source) -> Iterator[OpenFormat]:
    """Every published dataset as CSV and JSON."""
    yield OpenFormat(
        10,
        "tables",
        "全部数据：CSV 表格（Data Package）",
        "公开的数据每种一张表，另有写明“谁对应谁”的关联表；datapackage.json 说明每一栏是什么。",
        "Data Package 2.0、Table Schema",
        "https://datapackage.org/",
        _tables,
        (
            ("Excel、WPS", "直接打开 CSV；文字已标明编码，不会乱码。编号、电话当文字看，不要让表格改成数。"),
            (
                "Python",
                "pip install frictionless，再写 Package('datapackage.json')；或者 pandas.read_csv(地址, dtype=str)。",
            ),
            ("Datasette", "sqlite-utils insert 库.db 表名 文件.csv --csv，再 datasette 库.db。"),
        ),
        details=("每一栏的含义（数据字典）", "dictionary/"),
        is_apart=False,
    )
    yield OpenFormat(
        11,
        "json",
        "全部数据：JSON",
        "和 CSV 同样的记录，每条一行；没有填的项不写出来。",
        "JSON（RFC 8259）",
        "https://www.rfc-editor.org/rfc/rfc8259",
        _documents,
        (
            ("Python", "json.load(文件)，得到一个列表；或者 pandas.read_json(地址, dtype=False)。"),
            ("Datasette", "sqlite-utils insert 库.db 表名 文件.json，再 datasette 库.db。"),
        ),
        is_apart=False,
    )


def _tables(source: Source) -> Iterator[OpenFile]:
    yield OpenFile(PACKAGE, "整包的说明")
    for dataset in source.catalogue.datasets.values():
        if dataset.is_published:
            yield from lists_of_volumes(source.catalogue, dataset)
            yield from dataset_files(source.catalogue, dataset, "csv")
    for join in joins(source.catalogue):
        yield from join_files(source.catalogue, join)


def _documents(source: Source) -> Iterator[OpenFile]:
    for dataset in source.catalogue.datasets.values():
        if dataset.is_published:
            yield from dataset_files(source.catalogue, dataset, "json")
