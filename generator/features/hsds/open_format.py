"""What the page 开放数据 tells of the files of the specification."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.hsds.addresses import (
    DESCRIPTOR,
    HSDS_HOME,
    HSDS_KINDS,
    HSDS_ROOT,
    HSDS_VERSION,
    list_address,
    table_address,
)
from generator.features.hsds.api_files import objects_of, page_count
from generator.features.hsds.collection import collect
from generator.features.hsds.pages import HSDS, is_offered
from generator.features.hsds.table_columns import HSDS_TABLES
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source

_REFERENCE = "https://docs.openreferral.org/en/3.0/"


def hsds_formats(source: Source) -> Iterator[OpenFormat]:
    """The tables, and the static interface."""
    if not is_offered(source.catalogue, source.settings):
        return
    details = (HSDS.title, HSDS_HOME)
    yield OpenFormat(
        20,
        "hsds-tables",
        "帮扶资源和窗口：HSDS 表格",
        "帮扶资源、提供单位、窗口、开放时间、电话、对象和类别，各是一张表，用编号互相指明。",
        f"HSDS {HSDS_VERSION}（tabular data package）",
        _REFERENCE,
        _tables,
        (
            ("Excel、WPS", "直接打开 services.csv；要和别的表连起来，用“数据”里的查询，按编号（id）合并。"),
            ("Python", "pip install frictionless，再写 Package('datapackage.json')；或者用 pandas.read_csv 逐张读。"),
            ("Datasette", "用 csvs-to-sqlite 把这些 CSV 变成一个库，再用 datasette 打开。"),
        ),
        details=details,
    )
    yield OpenFormat(
        21,
        "hsds-json",
        "帮扶资源和窗口：HSDS 接口文件",
        "和 HSDS 接口的回答一样的 JSON，只是都是现成的文件：列表分页，每个对象另有一个文件。",
        f"HSDS {HSDS_VERSION}（API）",
        _REFERENCE,
        _lists,
        (
            ("程序", "从每个列表的第 1 页读起，读到 last_page 为 true；对象的地址是“列表/编号.json”。"),
            ("Python", "requests.get(地址).json()['contents']。"),
        ),
        (_count(source),),
        details,
    )


def _tables(_source: Source) -> Iterator[OpenFile]:
    yield OpenFile(DESCRIPTOR, "整包的说明")
    for table in HSDS_TABLES.values():
        yield OpenFile(table_address(table.path), table.title)


def _lists(source: Source) -> Iterator[OpenFile]:
    yield OpenFile(HSDS_ROOT, "接口的版本")
    for kind in HSDS_KINDS:
        pages = page_count(objects_of(collect(source), kind))
        yield OpenFile(list_address(kind, 1), f"{kind}，第 1 页（共 {pages} 页）")


def _count(source: Source) -> str:
    total = sum(len(objects_of(collect(source), kind)) for kind in HSDS_KINDS)
    return f"另有 {total} 个对象的文件，地址里是它们的编号（UUID），换网址、换半年都不变。"
