"""The packed XML of office documents to every word in it, seen or hidden, without asking what its marks mean."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree.ElementTree import Element, XMLPullParser

from generator.base.zip_faults import ZipError, refuse_locked, zip_faults
from generator.model.passage import Passage, PassageSheet
from generator.read.size_limits import LARGEST_UNPACKED, MEGABYTE

UNSEEN_ATTRIBUTES = "里看不见的属性"
"""So ends what is said of where such words stand: colours, sizes, numbers of parts."""
MOST_MEMBERS = 5_000


class Enclosed(NamedTuple):
    """A file inside another."""

    name: str
    data: bytes


class Unsafe(NamedTuple):
    """Why a document is refused though it can be read."""

    why: str


class Authorship(NamedTuple):
    """A property of a document in which somebody's name stands, as it seems."""

    said: str


Part = Passage | PassageSheet | Enclosed | Unsafe | Authorship

_AUTHORS = {
    "creator": "作者",
    "initial-creator": "最初的作者",
    "lastModifiedBy": "最后一次保存的人",
    "printed-by": "打印的人",
    "Manager": "经理",
}
"""Properties that programs fill with whoever sat at the machine, by their element (OPC, ODF)."""
_NOBODY = re.compile(
    r"\s*(?:|.*(?:局|厅|委|处|科|室|部|院|校|会|社|所|站|中心|公司|银行|街道|政府|单位|集团|团队|平台)(?:[（(].*[）)])?"
    r"|administrators?|admin|users?|owner|guest|unknown|微软用户|用户|系统管理员|管理员|作者|匿名"
    r"|(?:microsoft|apache|python|openpyxl|libreoffice|wps|kingsoft|xlsxwriter|pandoc|typst|latex|adobe|google)\b.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
"""What programs and offices write there."""
_PART_PLACES = (
    ("docProps/", "文件属性"),
    ("meta.xml", "文件属性"),
    ("header", "页眉"),
    ("footer", "页脚"),
    ("omment", "批注"),
    ("footnotes", "脚注"),
    ("endnotes", "尾注"),
    ("pivotCache", "数据透视表的缓存"),
    ("externalLink", "外部链接的缓存"),
    ("workbook.xml", "名称和工作表名称"),
    ("xl/worksheets", "工作表的公式、页眉页脚和提示"),
    ("notesSlide", "备注页"),
    ("customXml", "自定义数据"),
)
"""Parts by what their names contain."""
_LINES = frozenset("p h tr row si comment annotation table-row list-item text-properties".split())  # noqa: SIM905
_CELLS = frozenset({"tc", "table-cell", "covered-table-cell"})
_INLINE = frozenset("r t span a rPh s rt ruby hyperlink smartTag ins del fld".split())  # noqa: SIM905
_FREE = ("wordprocessingml", "drawingml", "urn:schemas-microsoft-com", "opendocument")
"""In these languages only paragraphs, rows and cells part what is written; elsewhere every mark does."""
_BLANKS = frozenset({"tab", "br", "cr", "s", "line-break", "noBreakHyphen"})
_NOISE = re.compile(r"rsid|paraId|textId|uid|guid|^id$|^spid$|^style$|^d$|^path$|^points$|coord|^uri$", re.IGNORECASE)
_WORDS = re.compile(r"[\u4e00-\u9fff]|@|%[0-9A-Fa-f]{2}|\d(?:\D?\d){6}")
_MARGINS = frozenset("oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter".split())  # noqa: SIM905
_LAYOUT = re.compile(r"&(?:[LCRPDTZFAGNBIUESXYH]|\"[^\"]*\"|K[0-9A-F]{6})")
"""What Excel writes into headers for left, centre, font and colour."""
_SILENT = (".odttf", ".fntdata", ".ttf", ".otf", ".wdp")
_DRAWINGS = (".emf", ".wmf", ".svm")
_DRAWN_WORDS = re.compile(r"[\x20-\x7e\u4e00-\u9fff\uff00-\uff5e]{4,}")
_OUTSIDE = re.compile(r"/|\\|[A-Za-z]:|(?:.*[/\\])?\.\.(?:[/\\]|$)")


def read_archive(data: bytes) -> Iterator[Enclosed | Unsafe]:
    """The files in a zip that people are to unpack."""
    for member in open_members(data):
        if _OUTSIDE.match(member.name):
            yield Unsafe("压缩包里的文件会解到别的文件夹里去")
        yield member


def is_somebody(author: str) -> bool:
    """Whether a property may hold a person's name: neither empty nor an office's or a program's."""
    return not _NOBODY.fullmatch(author)


def open_members(data: bytes) -> Iterator[Enclosed]:
    """The files in a zip, within limits; raises ZipError where these are passed or it cannot be unpacked."""
    with _opened(data) as packed:
        members = packed.infolist()
        if len(members) > MOST_MEMBERS or sum(each.file_size for each in members) > LARGEST_UNPACKED:
            raise ZipError("too large")
        for member in members:
            refuse_locked(member)
            with zip_faults():
                content = packed.read(member)
            yield Enclosed(_name(member).rstrip("/") + ".txt" * member.is_dir(), content)
        if members and min(each.header_offset for each in members) > 0:
            raise ZipError("something stands before it")
        notes = (packed.comment, *(part for each in members for part in (each.comment, each.extra)))
        if written := b"\n".join(filter(None, notes)):
            yield Enclosed("压缩包的备注.txt", written.replace(b"\0", b" "))


def _opened(data: bytes) -> zipfile.ZipFile:
    with zip_faults():
        return zipfile.ZipFile(BytesIO(data))


def read_package(data: bytes) -> Iterator[Part]:
    """Every text and every telling attribute of every part, and the files inside."""
    for name, content in open_members(data):
        suffix = PurePosixPath(name).suffix.lower()
        if suffix in (".xml", ".rels", ".vml", ".rdf") or (not suffix and content.lstrip().startswith(b"<")):
            yield from _read_xml(name, content)
        elif "vbaProject" in name or name.startswith("Basic/"):
            yield Unsafe("文件里有宏")
        elif "oleObject" in name or "activeX" in name or (name.startswith("ObjectReplacements/") and suffix):
            yield Unsafe("文件里嵌着别的程序的对象，看不到里面")
        elif suffix in _DRAWINGS:
            texts = (content.decode(code, "ignore") for code in ("utf-16-le", "gb18030"))
            yield Passage("图里的字", "\n".join(word for text in texts for word in _DRAWN_WORDS.findall(text)))
        elif suffix and suffix not in _SILENT and "printerSettings" not in name:
            yield Enclosed(name, content)


def _read_xml(name: str, content: bytes) -> Iterator[Part]:
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise ValueError("entities")
    where = next((place for part, place in _PART_PLACES if part in name), "正文")
    words = _Words(is_grid=name.startswith("xl/worksheets"), is_properties=where == "文件属性")
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    for at in range(0, len(content), MEGABYTE):
        parser.feed(content[at : at + MEGABYTE])
        words.take(parser)
    parser.close()
    words.take(parser)
    yield Passage(where, words.text())
    yield from map(Authorship, words.authors)
    if rows := words.rows():
        yield PassageSheet(where, rows)
    if words.has_deleted:
        yield Passage(f"{where}（不算修订）", words.text(is_shown=True))
    yield Passage(f"{where}{UNSEEN_ATTRIBUTES}", "\n".join(words.attributes))


class _Words:
    """Collects what stands between marks; runs of one paragraph are one text."""

    def __init__(self, *, is_grid: bool, is_properties: bool) -> None:
        self.pieces: list[tuple[str, bool]] = []
        self.authors: dict[str, None] = {}
        self.attributes: dict[str, None] = {}
        self.has_deleted = False
        self._is_grid, self._is_properties, self._in_cell = is_grid, is_properties, 0

    def take(self, parser: XMLPullParser[Element]) -> None:
        for found in parser.read_events():
            event, element = found[0], found[-1]
            if not isinstance(element, Element):
                continue
            space, _, tag = element.tag.rpartition("}")
            if event == "start":
                self._in_cell += tag in _CELLS
                self._note(element.attrib)
                if tag == "sym":
                    self._put(_symbol(element.attrib))
            else:
                self._close(space, tag, element.text or "")
                self._put(element.tail or "")
                element.clear()

    def text(self, *, is_shown: bool = False) -> str:
        joined = "".join(piece for piece, is_deleted in self.pieces if not (is_shown and is_deleted))
        return re.sub(r"[ \t]*\n\s*", "\n", joined).strip()

    def rows(self) -> tuple[tuple[str, ...], ...]:
        lines = self.text().split("\n")
        return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines if "\t" in line)

    def _close(self, space: str, tag: str, text: str) -> None:
        is_deleted = tag in ("delText", "delInstrText")
        self.has_deleted |= is_deleted
        if self._is_properties and tag in _AUTHORS and is_somebody(text):
            self.authors[_AUTHORS[tag]] = None
        if text and not (self._is_grid and tag == "v"):
            self.pieces.append((_LAYOUT.sub(" ", text) if tag in _MARGINS else text, is_deleted))
        if tag in _CELLS:
            self._in_cell -= 1
            self._put("\t")
        elif tag in _BLANKS:
            self._put(" ")
        elif tag in _LINES or (tag not in _INLINE and not any(free in space for free in _FREE)):
            self._put(" " if self._in_cell else "\n")

    def _put(self, text: str) -> None:
        if text:
            self.pieces.append((text, False))

    def _note(self, attributes: dict[str, str]) -> None:
        for name, value in attributes.items():
            if len(value) > 4 and _WORDS.search(value) and not _NOISE.search(name.rpartition("}")[2]):
                self.attributes[value] = None


def _symbol(attributes: Mapping[str, str]) -> str:
    """A sign by its number in a font (ISO/IEC 29500-1, 17.3.3.30): as in ASCII, or Wingdings' digits in circles."""
    code = next((value for name, value in attributes.items() if name.endswith("}char")), "")
    number = int(code, 16) & 0xFF if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else 0
    if 0x80 <= number <= 0x95:
        return str((number - 0x80) % 11)
    return chr(number) if 0x20 <= number < 0x7F else " "


def _name(member: zipfile.ZipInfo) -> str:
    """Older programs wrote names in the machine's own encoding."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename
