"""What the page 开放数据 tells of the file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.database.pages import DATABASE, DATABASE_VERSION, database_address
from generator.features.database.volumes import databases_of
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.source import Source

_IN_VOLUMES = (
    "数据多，按地方分成几个文件：不分地方的表每个文件都全，其他的表只有这个地方的；一行写到的对方可能在另一个文件里。"
)


def database_formats(source: Source) -> Iterator[OpenFormat]:
    """One file that needs no import."""
    yield OpenFormat(
        13,
        "database",
        "全部数据：一个数据库文件（SQLite）",
        "公开的数据一种一张表，外键和关联表写明谁对应谁；加 _named 的视图有代码的名称；mingshan_search 可搜全文。",
        f"SQLite 3 文件格式；表和列第 {DATABASE_VERSION} 版",
        "https://www.sqlite.org/fileformat2.html",
        _files,
        (
            ("Excel、WPS", "装 SQLite 的 ODBC 驱动以后，用“数据—获取数据—自 ODBC”选表；只要一张表的，用上面的 CSV。"),
            (
                "Python",
                "sqlite3.connect('catalogue.db')，不用装别的；pandas.read_sql('select * from 表名', 连接)。",
            ),
            ("Datasette", "pip install datasette，再 datasette catalogue.db，就能在浏览器里看表、分组、筛选。"),
        ),
        (
            "全文按两个字一组查：select * from mingshan_search where words match '护理'；"
            "更长的词写成一组组的短语：match '\"护理 理服 服务\"'。"
            "表、列、代码各是什么，看 mingshan_tables、mingshan_columns、mingshan_codes。",
            *((_IN_VOLUMES,) if databases_of(source.catalogue) else ()),
        ),
        is_apart=False,
    )


def _files(source: Source) -> Iterator[OpenFile]:
    volumes = databases_of(source.catalogue)
    if not volumes:
        yield OpenFile(DATABASE, "整个数据库")
    for each in volumes:
        yield OpenFile(database_address(each.name), f"数据库：{each.title}")
