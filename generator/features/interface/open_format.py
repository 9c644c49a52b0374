"""What the page 开放数据 tells of the interface."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.interface.addresses import INTERFACE_DESCRIPTION, INTERFACE_INDEX, INTERFACE_VERSION
from generator.features.interface.description import OPENAPI_VERSION
from generator.features.interface.published import LIST_SIZE, has_record_files, published
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


def interface_formats(source: Source) -> Iterator[OpenFormat]:
    """Where to begin, and what describes it all."""
    catalogue = source.catalogue
    own = [each for each in published(catalogue) if has_record_files(each)]
    count = sum(len(catalogue.records[each.name]) for each in own)
    yield OpenFormat(
        12,
        "interface",
        "全部数据：接口文件（JSON）",
        "每种数据的列表、每条记录、每张代码表，各有固定的地址，程序可以按需要一份一份地取。",
        f"OpenAPI {OPENAPI_VERSION}；接口第 {INTERFACE_VERSION} 版",
        "https://spec.openapis.org/oas/v3.1.0.html",
        _files,
        (
            ("程序", "从 index.json 开始：里面有每种数据的列表、记录和代码表在哪里；openapi.json 可以用来生成客户端。"),
            ("Python", "requests.get(列表的地址).json()['records']；next 不是空的，就接着取下一页。"),
            ("Excel、WPS", "用“数据—获取数据—自网站”填一个列表的地址，展开 records。"),
            ("Datasette", "取下一个列表里的 records，再 sqlite-utils insert 库.db 表名 文件.json；整库另有现成的。"),
        ),
        (
            f"另有 {count} 条记录各自的文件；列表每页最多 {LIST_SIZE} 条。"
            "地址里的 v1 是这套接口的版本：只会加新的项；要改意思，就另开 v2，v1 照“地址能用多久”里说的办。",
        ),
        is_apart=False,
    )


def _files(_source: Source) -> Iterator[OpenFile]:
    yield OpenFile(INTERFACE_INDEX, "总目录：有哪些列表和代码表")
    yield OpenFile(INTERFACE_DESCRIPTION, "接口说明（OpenAPI）")
