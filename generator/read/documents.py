"""Word, PDF and Excel files to the passages of text in them, wherever in the file they stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.passage import Passage

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH, _TEXT = f"{_WORD}p", f"{_WORD}t"
_PLACES = {"header": "页眉", "footer": "页脚", "comments": "批注", "footnotes": "脚注", "endnotes": "尾注"}
"""Parts of a Word file by the beginning of their names."""


def read_word(path: Path) -> Iterator[Passage]:
    """Every paragraph of every part (tables, text boxes, headers, notes, comments) and the file's own properties."""
    import docx  # as all programs that read one kind of file, only when there is one: together they take half a second

    document = docx.Document(str(path))
    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        if element is not None and hasattr(element, "iter"):
            where = next((name for key, name in _PLACES.items() if key in part.partname), "正文")
            for paragraph in element.iter(PARAGRAPH):
                if words := "".join(each.text or "" for each in paragraph.iter(_TEXT)).strip():
                    yield Passage(where, words)
    known = document.core_properties
    words = "\n".join(filter(None, (known.title, known.subject, known.comments, known.keywords)))
    yield Passage("文件属性", words)


def read_pdf(path: Path) -> Iterator[Passage]:
    """The text of each page, and the title and subject; nothing at all from a scan."""
    import pypdf

    reader = pypdf.PdfReader(path)
    for number, page in enumerate(reader.pages, start=1):
        if words := page.extract_text().strip():
            yield Passage(f"第 {number} 页", words)
    known = reader.metadata
    yield Passage("文件属性", "\n".join(filter(None, (known.title, known.subject))) if known else "")


def read_workbook(path: Path) -> Iterator[Passage]:
    """Each row of each sheet, its cells a space apart."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        yield Passage("工作表名称", name)
        for row in book.get_sheet_by_name(name).iter_rows():
            if words := " ".join(_cell(cell) for cell in row if cell not in ("", None)):
                yield Passage(f"工作表“{name}”", words)


def _cell(cell: object) -> str:
    """Long numbers come as decimals; an identity number must not read as 1.2e17."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
