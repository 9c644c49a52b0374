"""A workbook's archive to its parts by what they are: which sheet stands where, whether anybody sees it."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import IO, NamedTuple, Self
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

from generator.base.zip_faults import ZipError, refuse_locked, zip_faults

_LARGEST_UNPACKED = 400 * 1024 * 1024
"""Bytes of all parts together; what is larger was packed to be a bomb, or is no table that people filled in."""
_BOOK, _ROOT = "xl/workbook.xml", "_rels/.rels"
_MARK = re.compile(r"<(?:\w+:)?(\w+)((?:\s+[\w:]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))+)")
_PAIR = re.compile(r"([\w:]+)\s*=\s*(\"[^\"]*\"|'[^']*')")
_UNSEEN = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)


class SheetPart(NamedTuple):
    """`path` is empty for what is no table of cells (a chart)."""

    name: str
    path: str
    is_visible: bool


class PackedPart:
    """One part, read as it is unpacked."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._packed.close()

    def read(self, size: int = -1) -> bytes:
        """The next so many bytes, or all."""
        with zip_faults():
            return self._packed.read(size)


class Parts:
    """The archive of one workbook; names are looked up as careless writers spell them."""

    def __init__(self, data: bytes) -> None:
        with zip_faults():
            self._packed = ZipFile(BytesIO(data))
        self._names = {_plain(each.filename): each for each in self._packed.infolist()}
        if sum(each.file_size for each in self._names.values()) > _LARGEST_UNPACKED:
            raise ZipError("too large")

    def has(self, path: str) -> bool:
        """Whether there is such a part."""
        return _plain(path) in self._names

    def open(self, path: str) -> PackedPart:
        """A part to be read as it is unpacked; KeyError where there is none."""
        member = self._names[_plain(path)]
        refuse_locked(member)
        with zip_faults():
            return PackedPart(self._packed.open(member))

    def settings(self) -> tuple[tuple[SheetPart, ...], bool]:
        """The sheets in order, and whether days are counted from 1904."""
        path = next((each for kind, each in self._targets(_ROOT, "").values() if kind == "officeDocument"), _BOOK)
        folder, file = posixpath.split(path)
        targets = self._targets(f"{folder}/_rels/{file}.rels", folder)
        root = self._tree(path)
        sheets = tuple(_sheet(each, targets) for each in _each(root, "sheet"))
        return sheets, any(each.get("date1904") in ("1", "true") for each in _each(root, "workbookPr"))

    def _targets(self, path: str, folder: str) -> Mapping[str, tuple[str, str]]:
        """Kind and path of each related part, by the name that stands for it."""
        if not self.has(path):
            return {}
        found = ((each, each.get("Target", "")) for each in _each(self._tree(path), "Relationship"))
        return {
            each.get("Id", ""): (
                each.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/"),
            )
            for each, target in found
        }

    def _tree(self, path: str) -> Xml.Element:
        with self.open(path) as part:
            content = part.read()
        try:
            return Xml.fromstring(content)  # noqa: S314 - expat limits what entities may grow to
        except Xml.ParseError:  # scripts that write "1904" into a workbook with a text editor; Calamine reads on
            return _marks(content)


def tag_of(element: Xml.Element) -> str:
    """An element's name without its namespace: there are two editions of the standard."""
    return element.tag.rpartition("}")[2]


def _marks(content: bytes) -> Xml.Element:
    """Every mark with its attributes of what is no right XML, one beside the other."""
    root = Xml.Element("broken")
    for name, pairs in _MARK.findall(_UNSEEN.sub("", content.decode("utf-8"))):
        given = {key.rpartition(":")[2]: html.unescape(value[1:-1]) for key, value in _PAIR.findall(pairs)}
        Xml.SubElement(root, name, given)
    return root


def _each(root: Xml.Element, tag: str) -> Iterator[Xml.Element]:
    return (element for element in root.iter() if tag_of(element) == tag)


def _sheet(element: Xml.Element, targets: Mapping[str, tuple[str, str]]) -> SheetPart:
    related = next((value for key, value in element.items() if key.rpartition("}")[2] == "id"), "")
    kind, path = targets.get(related, ("", ""))
    visible = element.get("state", "visible") == "visible"
    return SheetPart(element.get("name", ""), path if kind == "worksheet" else "", visible)


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()
