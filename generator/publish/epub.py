"""Chapters to an electronic book (EPUB 3), the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from generator.model.printing import Book
from generator.publish.pictures import plain_jpeg

_PICTURE_WIDTH = 1200
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can tell; reading programs do not ask."""
_TYPE = "application/epub+zip"
_STYLE, _NAV, _PACKAGE = "style/book.css", "nav.xhtml", "EPUB/package.opf"
_OPF, _OPS = "http://www.idpf.org/2007/opf", "http://www.idpf.org/2007/ops"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_CONTAINER = (
    f'{_HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    f'<rootfile full-path="{_PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)


def bind_book(root: Path, book: Book) -> bytes:
    """The whole book; every chapter stands in its contents, every picture without what its camera wrote."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in _parts(root, book):
            entry = zipfile.ZipInfo(name, _EPOCH)
            # The first entry says, readable as it lies there, what the file is.
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return target.getvalue()


def _parts(root: Path, book: Book) -> Iterator[tuple[str, str | bytes]]:
    yield "mimetype", _TYPE
    yield "META-INF/container.xml", _CONTAINER
    yield _PACKAGE, _package(book)
    yield f"EPUB/{_NAV}", _document("目录", _contents(book))
    yield f"EPUB/{_STYLE}", book.style
    for chapter in book.chapters:
        yield f"EPUB/{chapter.name}.xhtml", _document(chapter.title, chapter.html)
    for name, file in book.files:
        yield f"EPUB/{name}", plain_jpeg(root / file, _PICTURE_WIDTH)


def _package(book: Book) -> str:
    """What the book is, every file in it, and the order of reading: the contents follow the cover."""
    cover, *others = (chapter.name for chapter in book.chapters)
    optional = {"creator": book.author, "publisher": book.publisher, "description": book.description}
    return "\n".join(
        (
            f'{_HEAD}<package xmlns="{_OPF}" version="3.0" unique-identifier="id" xml:lang="zh-CN">',
            '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
            f'<dc:identifier id="id">{escape(book.identifier)}</dc:identifier>',
            f"<dc:title>{escape(book.title)}</dc:title>",
            "<dc:language>zh-CN</dc:language>",
            f"<dc:date>{escape(book.day)}</dc:date>",
            *(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in optional.items() if text),
            f'<meta property="dcterms:modified">{escape(book.day)}T00:00:00Z</meta>',
            "</metadata>",
            "<manifest>",
            f'<item id="nav" href="{_NAV}" media-type="application/xhtml+xml" properties="nav"/>',
            f'<item id="style" href="{_STYLE}" media-type="text/css"/>',
            *(_item(_chapter(each), f"{each}.xhtml", "application/xhtml+xml") for each in (cover, *others)),
            *(_item(f"picture-{number}", name, "image/jpeg") for number, (name, _) in enumerate(book.files, 1)),
            "</manifest>",
            "<spine>",
            *(f"<itemref idref={quoteattr(each)}/>" for each in (_chapter(cover), "nav", *map(_chapter, others))),
            "</spine>",
            "</package>\n",
        )
    )


def _chapter(name: str) -> str:
    return f"chapter-{name}"


def _item(name: str, file: str, kind: str) -> str:
    return f'<item id={quoteattr(name)} href={quoteattr(file)} media-type="{kind}"/>'


def _contents(book: Book) -> str:
    lines = (f"<li><a href={quoteattr(f'{each.name}.xhtml')}>{escape(each.title)}</a></li>" for each in book.chapters)
    return f'<nav epub:type="toc"><h1>目录</h1><ol>{"".join(lines)}</ol></nav>'


def _document(title: str, body: str) -> str:
    return (
        f"{_HEAD}<!DOCTYPE html>\n"
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="{_OPS}" xml:lang="zh-CN" lang="zh-CN">'
        f'<head><title>{escape(title)}</title><link rel="stylesheet" href="{_STYLE}"/></head>\n'
        f"<body>\n{body}\n</body></html>\n"
    )
