"""What the page 开放数据 tells of the file of grants."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.giving.grants_file import GIVING_VERSION, REGISTER, told_grants
from generator.features.giving.pages import GRANTS_FILE, has_grants
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source


def giving_formats(source: Source) -> Iterator[OpenFormat]:
    """The file, and what it leaves out."""
    if not has_grants(source.catalogue, source.settings):
        return
    total, listed = len(source.catalogue.with_role("grant")), len(told_grants(source))
    left = f"没有写金额的 {total - listed} 笔不在里面：标准要求每笔有钱数。" if total > listed else ""
    yield OpenFormat(
        30,
        "360giving",
        "资助和支持：360Giving",
        f"谁给了哪个组织多少、用来做什么、到哪天为止，共 {listed} 笔。只有组织，没有个人。",
        f"360Giving {GIVING_VERSION}",
        "https://standard.threesixtygiving.org/en/latest/",
        _files,
        (
            ("Excel、WPS", "用“数据—获取数据—自 JSON”打开，展开 grants。"),
            ("Python", "pandas.json_normalize(json.load(文件)['grants'])。"),
            ("Datasette", "sqlite-utils insert 库.db grants - < 取出 grants 的文件，再 datasette 库.db。"),
        ),
        tuple(
            filter(
                None, (f"组织的编号写作“{REGISTER}-统一社会信用代码”；这个前缀是本站自己用的，没有在哪里登记过。", left)
            )
        ),
    )


def _files(_source: Source) -> Iterator[OpenFile]:
    yield OpenFile(GRANTS_FILE, "全部资助")
