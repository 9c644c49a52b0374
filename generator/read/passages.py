"""Any file that people hand in to the passages of text in it, or to the reason why nobody can look inside."""

from __future__ import annotations

import logging
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath

from generator.base.limits import Failure, shared
from generator.model.passage import Passage, PassageSheet
from generator.model.problem import Problem
from generator.read.attachment_problems import (
    document_authored,
    document_overlong,
    document_too_large,
    document_unreadable,
    document_unsafe,
    kind_refused,
    no_text_inside,
    packed_too_deep,
    pdf_without_text,
    script_in_drawing,
)
from generator.read.csv_text import read_loosely
from generator.read.documents import read_pdf, read_workbook
from generator.read.file_kinds import (
    DRAWN,
    OPAQUE,
    PACKAGES,
    PDF,
    PICTURES,
    TABLE_TEXTS,
    TEXTS,
    ZIP,
    suffix_of,
)
from generator.read.packages import Authorship, Enclosed, Part, Unsafe, read_archive, read_package
from generator.read.picture_files import PictureSizeError, has_place, read_picture
from generator.read.size_limits import LARGEST_DOCUMENT

_DEEPEST = 3
"""A document in a package in a package; nobody who means well goes deeper."""
_READERS: Mapping[str, Callable[[bytes], Iterable[Part]]] = {
    **dict.fromkeys(PACKAGES, read_package),
    ".xlsx": read_workbook,
    PDF: read_pdf,
    ZIP: read_archive,
    **dict.fromkeys(PICTURES, read_picture),
}

_ENCODED = re.compile(r"(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{14,400}={0,2}(?![A-Za-z0-9+/=_-])")
"""Text in base64: eleven digits make fifteen signs and one to fill up."""
_INLINE = re.compile(r"data:([\w.+-]+/[\w.+-]+)?(?:;[\w=-]+)*;base64,([A-Za-z0-9+/\s]{8,}={0,2})", re.IGNORECASE)
_SUFFIX_OF = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/svg+xml": ".svg",
    "application/pdf": PDF,
}
_ACTING = re.compile(rb"<script|<foreignObject|\son\w+\s*=|javascript:", re.IGNORECASE)

Item = Passage | PassageSheet | Problem


def read_passages(root: Path, file: str) -> tuple[Item, ...]:
    """The file's name and everything it says; what cannot be read is a problem."""
    path = root / file
    if path.stat().st_size > LARGEST_DOCUMENT:
        return _name(file), document_too_large(file, LARGEST_DOCUMENT)
    return read_content(path.read_bytes(), file)


def read_content(data: bytes, file: str) -> tuple[Item, ...]:
    """The same for content that lies in no folder."""
    return (_name(file), *_read(data, file, file, 0))


def _read(data: bytes, name: str, file: str, depth: int) -> Iterator[Item]:
    """`name` is the file's own, `file` the one that is told: the outermost."""
    suffix = suffix_of(name)
    if suffix in TEXTS or suffix in TABLE_TEXTS:
        text = read_any_text(data)
        is_text = "\0" not in text
        if not is_text:
            yield no_text_inside(file)
        if suffix == ".svg" and _ACTING.search(data):
            yield script_in_drawing(file)
        if suffix == ".ics":
            text = re.sub(r"\r?\n[ \t]", "", text)  # a line that goes on begins with a blank
        yield from _read_table(text) if suffix in TABLE_TEXTS and is_text else (Passage("正文", text, 1),)
        yield from _read_inline(text, file, depth)
        yield from _read_encoded(text)
    elif suffix in _READERS or (depth and suffix in DRAWN):
        yield from _read_document(data, suffix, file, depth)
    elif not data.startswith(OPAQUE.get(suffix, ())):
        yield kind_refused(file, suffix)


def _read_inline(text: str, file: str, depth: int) -> Iterator[Item]:
    """Files that a page or a drawing carries in its own text."""
    for kind, written in _INLINE.findall(text) if "base64," in text else ():
        suffix = _SUFFIX_OF.get(kind.lower(), ".txt" if kind.lower().startswith("text/") or not kind else "")
        if suffix:
            plain = re.sub(r"[\s=]", "", written)
            data = b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + "=" * (-len(plain) % 4))
            yield from _read_enclosed(Enclosed(f"图{suffix}", data), file, depth + 1)


def _read_encoded(text: str) -> Iterator[Item]:
    """Words that somebody wrote in base64; sums and keys come out as no text."""
    for written in _ENCODED.finditer(text):
        if len(written[0]) % 4 == 0:
            plain = b64decode(written[0])
            if plain.isascii() or len(plain) > 12:
                try:
                    decoded = plain.decode("utf-8")
                except UnicodeDecodeError:
                    continue
                if decoded.replace("\n", "").isprintable():
                    yield Passage("base64 编码里的字", decoded, text.count("\n", 0, written.start()) + 1)


def _read_document(data: bytes, suffix: str, file: str, depth: int) -> Iterator[Item]:
    """Libraries that read other people's files raise whatever they like; every fault means the same to us."""
    found = shared().call(_parts, suffix, data, bool(depth))
    if isinstance(found, Failure):
        yield (
            document_unreadable(file)
            if found is Failure.CRASHED
            else document_overlong(file, is_picture=suffix in PICTURES)
        )
        return
    if suffix == PDF and not any(
        isinstance(each, Passage) and each.where.startswith("第") and each.text for each in found
    ):
        yield pdf_without_text(file)
    for each in dict.fromkeys(found):
        if isinstance(each, Passage | PassageSheet):
            yield each
        elif isinstance(each, Unsafe):
            yield document_unsafe(file, each.why)
        elif isinstance(each, Authorship):
            yield document_authored(file, each.said)
        else:
            yield from _read_enclosed(each, file, depth + 1)


def _parts(suffix: str, data: bytes, is_enclosed: bool) -> tuple[Part, ...] | Failure:
    """Runs in the process with limits. Nobody takes the place out of a picture that lies in another file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        if is_enclosed and suffix in (*PICTURES, *DRAWN):
            place = (Unsafe("里面的照片记着拍摄地点的坐标"),) if has_place(BytesIO(data)) else ()
            return (*place, *read_picture(data))
        return tuple(_READERS[suffix](data))
    except PictureSizeError:
        return Failure.TOO_LARGE


def _read_enclosed(enclosed: Enclosed, file: str, depth: int) -> Iterator[Item]:
    if depth > _DEEPEST:
        yield packed_too_deep(file)
        return
    path = PurePosixPath(enclosed.name.replace("\\", "/"))
    name = path.name
    yield Passage("里面的文件名", str(path.with_name(path.stem or "x") if name else path).replace("_", " "))
    for item in _read(enclosed.data, name, file, depth):
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, PassageSheet):
            yield item._replace(where=f"里面的文件·{item.where}", lines=())
        else:
            yield item._replace(where=f"里面的文件·{item.where}", line=None)


def read_any_text(data: bytes) -> str:
    """Text of any encoding, for looking through: better a wrong sign than nothing seen."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:400] and data[1:2] == b"\0":
        return data.decode("utf-16-le", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        other = data.decode("gb18030", "replace")
        return other if other.count("\ufffd") <= text.count("\ufffd") else text


def _read_table(text: str) -> Iterator[Item]:
    """Cells with the line each row ends on; what is no table after all is a text."""
    head = text[:4096].split("\n", 1)[0]
    separator = max(",\t;|", key=head.count)
    try:
        rows, lines = zip(*read_loosely(text, separator), strict=True)
    except ValueError:
        yield Passage("正文", text, 1)
        return
    yield PassageSheet("表格", rows, lines)


def _name(file: str) -> Passage:
    return Passage("文件名", PurePosixPath(file).stem.replace("_", " "))
