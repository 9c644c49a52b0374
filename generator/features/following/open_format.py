"""What the page 开放数据 tells of the feeds."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.following.addresses import FOLLOW
from generator.features.following.pages import FOLLOWING, is_offered, plan_files
from generator.model.open_format import OpenFile, OpenFormat
from generator.model.places import top_place
from generator.model.source import Source


def following_formats(source: Source) -> Iterator[OpenFormat]:
    """Nothing while the site does not know its address: a feed without one leads nowhere."""
    if not source.settings.site_url or not is_offered(source.catalogue):
        return
    count = sum(each.format == "following-feed" for each in plan_files(source.catalogue, source.settings))
    yield OpenFormat(
        45,
        "following",
        "帮扶变化：按地方和类别订阅",
        "一个地方的一类帮扶，新增、再次开放、快要结束和停办的；区的也包括全市办的。",
        "Atom（RFC 4287）",
        "https://www.rfc-editor.org/rfc/rfc4287",
        _files,
        (
            ("阅读器", "把地址加到 Thunderbird、Outlook 或手机上的 RSS 阅读器里。"),
            ("Excel、WPS", "用“数据—获取数据—自 XML”打开，展开 entry。"),
            ("Python", "pip install feedparser，再写 feedparser.parse(地址).entries。"),
            ("Datasette", "pip install feed-to-sqlite，再 feed-to-sqlite 库.db 地址，再 datasette 库.db。"),
        ),
        (f"共 {count} 个订阅，这里只列全市的。每一条的编号不变，读过的不会再出现。",),
        (FOLLOWING.title, FOLLOW),
        is_apart=False,
    )


def _files(source: Source) -> Iterator[OpenFile]:
    top = top_place(source.catalogue)
    for each in plan_files(source.catalogue, source.settings):
        place, _, category = each.key.partition("/")
        if each.format == "following-feed" and place == top.key:
            yield OpenFile(each.address, category)
