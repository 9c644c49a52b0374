"""The kinds of files that may lie in an instance: how each is examined, how it is cleaned; any other is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple


class ExaminedKind(NamedTuple):
    """`examined` and `cleaned` in the words in which the public page tells them."""

    title: str
    suffixes: frozenset[str]
    examined: str
    cleaned: str


TEXTS = frozenset(
    [
        ".md",
        ".txt",
        ".json",
        ".yaml",
        ".yml",
        ".log",
        ".bak",
        ".html",
        ".htm",
        ".xml",
        ".svg",
        ".css",
        ".js",
        ".mjs",
        ".py",
        ".sh",
        ".typ",
        ".toml",
        ".cfg",
        ".ini",
        ".ics",
        ".sql",
        ".geojson",
        ".jsonl",
        ".jsonld",
        ".ttl",
        ".rst",
        ".lock",
        ".patch",
        ".diff",
        ".orig",
        ".old",
        ".tmp",
        ".example",
        ".in",
        ".po",
        ".j2",
        ".conf",
        ".properties",
        ".env",
    ]
) | {""}
TABLE_TEXTS = frozenset({".csv", ".tsv"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
PACKAGES = frozenset({".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp"})
PDF, ZIP = ".pdf", ".zip"
OPAQUE: Mapping[str, tuple[bytes, ...]] = {
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
    ".ttf": (b"\0\1\0\0", b"true", b"ttcf"),
    ".otf": (b"OTTO",),
    ".ico": (b"\0\0\1\0",),
}
"""Looks only: no words of anybody are in them. How each begins, so that nothing else passes for one."""
DRAWN = frozenset({".tif", ".tiff", ".bmp"})
"""Pictures that are taken only inside of a document."""

KINDS: tuple[ExaminedKind, ...] = (
    ExaminedKind("文字（网页、设置、备注、日志、没有扩展名的文件）", TEXTS, "全文，包括注释和转义的写法", "不改动"),
    ExaminedKind("表格文字（CSV、TSV）", TABLE_TEXTS, "每一格，连同栏名和分在几格里的号码", "发布的表另写一份"),
    ExaminedKind(
        "Word、Excel、PPT、ODF 文件",
        PACKAGES,
        "正文、表格、修订、批注、页眉页脚、隐藏的文字和工作表、公式、名称、透视表缓存、属性，里面嵌的文件",
        "不改动，查出来就不收",
    ),
    ExaminedKind(
        "PDF",
        frozenset({PDF}),
        "每页文字（被遮住的也查）、批注、表单、属性、嵌的文件，改动以前的版本",
        "有脚本、会启动程序的不收",
    ),
    ExaminedKind("压缩包（zip）", frozenset({ZIP}), "里面的文件名和每一个文件，最多三层", "不改动，查出来就不收"),
    ExaminedKind(
        "图片",
        PICTURES,
        "拍摄信息和坐标，藏在文件里的字；图片上的字不读",
        "案例照片发布时去掉拍摄信息；附件里、文档里带坐标的不收",
    ),
    ExaminedKind("字体、图标", frozenset(OPAQUE), "不用查", "不改动"),
)
"""The one list; what is on none of its lines is refused."""


def suffix_of(file: str) -> str:
    """The end of a name, in small letters; `.gitignore` has none."""
    return PurePosixPath(file).suffix.lower()
