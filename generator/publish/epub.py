"""Chapters to an electronic book (EPUB 3), the same bytes every time."""

from __future__ import annotations

import io
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from ebooklib import epub

from generator.model.printing import Book
from generator.publish.pictures import plain_jpeg

_PICTURE_WIDTH = 1200
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can tell; reading programs do not ask."""


def bind_book(root: Path, book: Book) -> bytes:
    """The whole book; every chapter stands in its contents, every picture without what its camera wrote."""
    bound = epub.EpubBook()
    bound.set_identifier(book.identifier)
    bound.set_title(book.title)
    bound.set_language("zh-CN")
    bound.add_author(book.author)
    bound.add_metadata("DC", "publisher", book.publisher)
    bound.add_metadata("DC", "date", book.day)
    bound.add_metadata("DC", "description", book.description)
    style = epub.EpubItem("style", "style/book.css", "text/css", book.style.encode())
    bound.add_item(style)
    for name, file in book.files:
        picture = plain_jpeg(root / file, _PICTURE_WIDTH)
        bound.add_item(epub.EpubItem(name.replace("/", "-"), name, "image/jpeg", picture))
    chapters = [_chapter(each.name, each.title, each.html, style) for each in book.chapters]
    for chapter in chapters:
        bound.add_item(chapter)
    bound.toc = chapters
    bound.add_item(epub.EpubNcx())
    contents = epub.EpubNav(title="目录")
    contents.add_item(style)
    bound.add_item(contents)
    bound.spine = [chapters[0], "nav", *chapters[1:]]
    return _settled(bound, book.day)


def _chapter(name: str, title: str, html: str, style: epub.EpubItem) -> epub.EpubHtml:
    chapter = epub.EpubHtml(uid=name, file_name=f"{name}.xhtml", title=title, lang="zh-CN")
    chapter.content = html
    chapter.add_item(style)
    return chapter


def _settled(bound: epub.EpubBook, day: str) -> bytes:
    """The library stamps the files with the time of day; each is packed again under one time for all."""
    with tempfile.NamedTemporaryFile(suffix=".epub") as made:
        moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
        epub.write_epub(made.name, bound, {"mtime": moment})
        target = io.BytesIO()
        with zipfile.ZipFile(made.name) as first, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as second:
            for part in first.infolist():
                settled = zipfile.ZipInfo(part.filename, _EPOCH)
                settled.compress_type = part.compress_type
                second.writestr(settled, first.read(part))
        return target.getvalue()
