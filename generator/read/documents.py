"""PDF and Excel files to the passages and cells of text in them, wherever in the file they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

from generator.model.passage import Passage, PassageSheet
from generator.read.packages import Authorship, Enclosed, Part, Unsafe, is_somebody, read_package

_ACTIONS = {
    "/JavaScript": "PDF 里有脚本",
    "/Launch": "PDF 会启动别的程序",
    "/ImportData": "PDF 会读入别的文件",
    "/SubmitForm": "PDF 会把填的内容发到别处",
}
_FORM = "PDF 里有可以填写的表单，填好的内容看不出来、也可能带脚本；要人填的，另存为 Word 或者打印成 PDF"
_FILLED = frozenset({"/Tx", "/Btn", "/Ch"})
"""Kinds of fields that somebody fills in; `/Sig`, the seal of an office, is none."""
_MEDIA = frozenset({"/RichMedia", "/3D", "/Movie", "/Screen"})
_END = re.compile(rb"%%EOF\r?\n?")
_ZIP_END = b"PK\5\6"
_MOST_VERSIONS = 20
_SAID = re.compile(rb"\(((?:[^()\\]|\\.)*)\)")
_SHOWN_BY = re.compile(rb"\bT[jJ]\b")
_CAMERA = re.compile(rb"Exif\0|ns\.adobe\.com/xap|Photoshop 3")
_XMP_AUTHOR = re.compile(r"<dc:creator>\s*<rdf:Seq>\s*<rdf:li[^>]*>([^<]*)</rdf:li>")
_LONGEST = 2_000_000
"""Bytes of a text stream that is looked into (XMP, scripts)."""


def read_pdf(data: bytes) -> Iterator[Part]:
    """All that it says now, all that it said before it was changed, and what stands before and behind it."""
    yield from _read_version(data)
    ends = [found.end() for found in _END.finditer(data)]
    is_linear = b"/Linearized" in data[:1024]  # such a file has an end at its beginning, too
    for end in ends[int(is_linear) : -1][-_MOST_VERSIONS:]:
        for part in _read_version(data[:end]):
            yield part._replace(where=f"修改以前的版本·{part.where}") if isinstance(part, Passage) else part
    around = data[: max(0, data.find(b"%PDF"))] + b"\n" + data[ends[-1] if ends else len(data) :]
    if _ZIP_END in around:
        yield Unsafe("PDF 后面藏着压缩包")
    yield Passage("PDF 前后多出来的字", around.decode("utf-8", "replace"))


def _read_version(data: bytes) -> Iterator[Part]:
    """The text of each page, covered or not; every string of every object; enclosed files; scripts are refused."""
    import pypdf  # as all programs that read one kind of file, only when there is one: together they take half a second

    reader = pypdf.PdfReader(BytesIO(data))
    if reader.metadata and is_somebody(reader.metadata.author or ""):
        yield Authorship("作者")
    pages = [page.extract_text().strip() for page in reader.pages]
    for number, words in enumerate(pages, start=1):
        yield Passage(f"第 {number} 页", words)
    if len(pages) > 1:
        yield Passage("跨页的文字", "\n".join(f"{one[-40:]}\n{other[:40]}" for one, other in pairwise(pages)))
    yield from _read_objects(data)


def read_workbook(data: bytes) -> Iterator[Part]:
    """Each sheet's cells, hidden ones too; then what stands around the cells."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        rows = tuple(tuple("" if cell is None else _cell(cell) for cell in row) for row in sheet.iter_rows())
        yield PassageSheet(f"工作表“{name}”", rows, first=(sheet.start or (0, 0))[0] + 1)
    yield from read_package(data)


def _cell(cell: object) -> str:
    """Long numbers come as decimals; an identity number must not read as 1.2e17."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _read_objects(data: bytes) -> Iterator[Part]:
    import pikepdf

    with pikepdf.open(BytesIO(data)) as document:
        words: dict[str, None] = {}
        for each in document.objects:
            yield from _read_object(each, words, pikepdf)
        yield Passage("批注、表单和文件属性", "\n".join(words))


def _read_object(each: Any, words: dict[str, None], pikepdf: Any, depth: int = 0) -> Iterator[Part]:
    """Everything directly in an object; what it refers to is an object of its own."""
    if depth > 20:
        return
    if isinstance(each, pikepdf.String):
        if text := str(each).strip("\0 \ufeff"):
            words[text] = None
    elif isinstance(each, pikepdf.Array):
        for item in each.as_list() if not each.is_indirect or depth == 0 else ():
            yield from _read_direct(item, words, pikepdf, depth)
    elif isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        yield from _read_mapping(each, words, pikepdf, depth)


def _read_mapping(each: Any, words: dict[str, None], pikepdf: Any, depth: int) -> Iterator[Part]:
    keys = set(each.keys())
    yield from _find_active(each, keys)
    if isinstance(each, pikepdf.Stream):
        yield from _read_stream(each)
    for key in keys - {
        "/ID",
        "/Length",
        "/Filter",
        "/DecodeParms",
        "/CharSet",
        "/Panose",
        "/O",
        "/U",
        "/UE",
        "/OE",
        "/Perms",
    }:
        if key == "/EF":
            yield from _read_enclosed(each)
        else:
            yield from _read_direct(each[key], words, pikepdf, depth)


def _find_active(each: Any, keys: set[str]) -> Iterator[Unsafe]:
    """What does more than be read: each action, field and player by the key that every viewer knows it by."""
    action = str(each["/S"]) if "/S" in keys else ""
    if action in _ACTIONS or "/JS" in keys:
        yield Unsafe(_ACTIONS.get(action, _ACTIONS["/JavaScript"]))
    if "/XFA" in keys or ("/FT" in keys and str(each["/FT"]) in _FILLED):
        yield Unsafe(_FORM)
    if "/Subtype" in keys and str(each["/Subtype"]) in _MEDIA:
        yield Unsafe("PDF 里嵌着要播放的内容，看不到里面")


def _read_direct(item: Any, words: dict[str, None], pikepdf: Any, depth: int) -> Iterator[Part]:
    if isinstance(item, pikepdf.Object) and (not item.is_indirect or isinstance(item, pikepdf.String)):
        yield from _read_object(item, words, pikepdf, depth + 1)


def _read_stream(stream: Any) -> Iterator[Part]:
    """Metadata in XML; a file that is enclosed without being listed."""
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if subtype == "/Image":
        raw = stream.read_raw_bytes()
        if str(stream.get("/Filter", "")) == "/DCTDecode" and _CAMERA.search(raw[:65_536]):
            yield Enclosed("图.jpg", raw)
    elif kind == "/Metadata" or subtype == "/XML":
        text = stream.read_bytes()[:_LONGEST].decode("utf-8", "replace")
        yield Passage("文件属性", text)
        if any(map(is_somebody, _XMP_AUTHOR.findall(text))):
            yield Authorship("作者")
    elif subtype == "/Form" or not {"/Length1", "/Length2", "/N", "/W", "/FunctionType", "/Subtype"} & set(
        stream.keys()
    ):
        yield from _read_unnamed(stream.read_bytes()[:_LONGEST])


def _read_unnamed(data: bytes) -> Iterator[Part]:
    """A drawing that no page may show, or what a program put there for itself."""
    if _SHOWN_BY.search(data):
        said = b"\n".join(_SAID.findall(data))
        yield Passage("页面里的字", said.decode("utf-16" if said.startswith(b"\xfe\xff") else "latin-1", "replace"))
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    if text.replace("\n", "").isprintable():
        yield Passage("文件里的其他内容", text)


def _read_enclosed(specification: Any) -> Iterator[Part]:
    name = str(specification.get("/UF", specification.get("/F", "附件")))
    streams = {stream.objgen: stream for stream in specification["/EF"].values()}
    for stream in streams.values():
        yield Enclosed(name, bytes(stream.read_bytes()))
