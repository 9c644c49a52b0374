"""Lines of text to small files of every kind, made by hand so that a thousand take a second."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO, StringIO
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import pikepdf
from PIL import Image

Lines = Sequence[str]
Maker = Callable[[Lines], bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def word(body: str, **others: str) -> bytes:
    document = f'<?xml version="1.0"?><w:document {W}><w:body>{body}</w:body></w:document>'
    parts = {name.replace("__", "/") + ".xml": text for name, text in others.items()}
    return packed({"[Content_Types].xml": TYPES, "word/document.xml": document, **parts})


def paragraphs(lines: Lines) -> bytes:
    return word("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines))


def runs(lines: Lines) -> bytes:
    """Each sign in a run of its own, in bold every second."""
    bold = "<w:rPr><w:b/></w:rPr>"
    return word(
        "".join(
            "<w:p>"
            + "".join(
                f'<w:r>{bold if at % 2 else ""}<w:t xml:space="preserve">{escape(sign)}</w:t></w:r>'
                for at, sign in enumerate(line)
            )
            + "</w:p>"
            for line in lines
        )
    )


def deleted(lines: Lines) -> bytes:
    return word(
        "".join(f'<w:p><w:del w:id="1"><w:r><w:delText>{escape(x)}</w:delText></w:r></w:del></w:p>' for x in lines)
    )


def vanished(lines: Lines) -> bytes:
    return word("".join(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{escape(x)}</w:t></w:r></w:p>" for x in lines))


def commented(lines: Lines) -> bytes:
    inner = "".join(f"<w:p><w:r><w:t>{escape(x)}</w:t></w:r></w:p>" for x in lines)
    return word("<w:p/>", word__comments=f'<w:comments {W}><w:comment w:id="0">{inner}</w:comment></w:comments>')


def with_properties(lines: Lines) -> bytes:
    core = "".join(f"<dc:description>{escape(x)}</dc:description>" for x in lines)
    return word(
        "<w:p/>",
        docProps__core=f'<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">{core}</cp:coreProperties>',
    )


def described(lines: Lines) -> bytes:
    """What is read out of a picture."""
    return word("".join(f"<w:p><w:r><w:drawing><x descr={quoteattr(x)}/></w:drawing></w:r></w:p>" for x in lines))


def _book(fill: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def cells(lines: Lines) -> bytes:
    return _book(lambda book: [book.active.append([line]) for line in lines])


def hidden_sheet(lines: Lines) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        other = book.create_sheet("其他")
        other.sheet_state = "veryHidden"
        for at, line in enumerate(lines, start=1):
            other.cell(at, 3, line)
            other.row_dimensions[at].hidden = True
        other.column_dimensions["C"].hidden = True

    return _book(fill)


def cell_comments(lines: Lines) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        for at, line in enumerate(lines, start=1):
            book.active.cell(at, 1).comment = openpyxl.comments.Comment(line, "示例")

    return _book(fill)


def sheet_headers(lines: Lines) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        for line in lines:
            book.create_sheet().oddHeader.center.text = line

    return _book(fill)


def book_properties(lines: Lines) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        book.properties.lastModifiedBy = lines[0]
        book.properties.description = "\n".join(lines[1:])

    return _book(fill)


def formulas(lines: Lines) -> bytes:
    return _book(lambda book: [book.active.append([f'="{line}"']) for line in lines])


def pivot_cache(lines: Lines) -> bytes:
    items = "".join(f"<s v={quoteattr(line)}/>" for line in lines)
    shared = f"<cacheField><sharedItems>{items}</sharedItems></cacheField>"
    cache = f'<pivotCacheDefinition xmlns="urn:x">{shared}</pivotCacheDefinition>'
    return _added(cells(["示例"]), {"xl/pivotCache/pivotCacheDefinition1.xml": cache})


def defined_names(lines: Lines) -> bytes:
    def fill(book: openpyxl.Workbook) -> None:
        for at, line in enumerate(lines):
            book.defined_names[f"n{at}"] = openpyxl.workbook.defined_name.DefinedName(f"n{at}", attr_text=f'"{line}"')

    return _book(fill)


def _added(data: bytes, members: Mapping[str, str]) -> bytes:
    held = BytesIO(data)
    with zipfile.ZipFile(held, "a") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def spreadsheet(lines: Lines) -> bytes:
    rows = "".join(
        f"<table:table-row><table:table-cell><text:p>{escape(x)}</text:p></table:table-cell></table:table-row>"
        for x in lines
    )
    content = f"<office:document-content {ODF}><table:table>{rows}</table:table></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def slides(lines: Lines) -> bytes:
    drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    inner = "".join(f"<a:p><a:r><a:t>{escape(x)}</a:t></a:r></a:p>" for x in lines)
    return packed({"ppt/slides/slide1.xml": f"<p:sld xmlns:p='urn:p' {drawing}>{inner}</p:sld>"})


def _pdf(fill: Callable[[pikepdf.Pdf], None]) -> bytes:
    document = pikepdf.new()
    document.add_blank_page()
    fill(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


def annotations(lines: Lines) -> bytes:
    def fill(document: pikepdf.Pdf) -> None:
        notes = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=pikepdf.String(x)
            )
            for x in lines
        ]
        document.pages[0].Annots = pikepdf.Array(notes)

    return _pdf(fill)


def pdf_author(lines: Lines) -> bytes:
    def fill(document: pikepdf.Pdf) -> None:
        document.docinfo["/Author"] = pikepdf.String(lines[0])
        document.docinfo["/Keywords"] = pikepdf.String("\n".join(lines[1:]))

    return _pdf(fill)


def pdf_attachment(lines: Lines) -> bytes:
    def fill(document: pikepdf.Pdf) -> None:
        document.attachments["a.txt"] = pikepdf.AttachedFileSpec(document, "\n".join(lines).encode(), filename="a.txt")

    return _pdf(fill)


def camera(lines: Lines) -> bytes:
    exif = Image.Exif()
    exif[0x9C9C] = "\n".join(lines).encode("utf-16-le")
    held = BytesIO()
    Image.new("RGB", (4, 4)).save(held, "JPEG", exif=exif)
    return held.getvalue()


def table_text(lines: Lines) -> bytes:
    import csv

    held = StringIO()
    csv.writer(held).writerows([["说明", "内容"], *(["示例", line] for line in lines)])
    return held.getvalue().encode()


MAKERS: Mapping[str, tuple[str, Maker]] = {
    "markdown": ("a.md", lambda lines: "\n\n".join(lines).encode()),
    "html comment": ("a.md", lambda lines: ("# 示例\n\n<!--\n" + "\n".join(lines) + "\n-->\n").encode()),
    "yaml comment": ("a.yaml", lambda lines: ("name: 示例\n" + "".join(f"# {x}\n" for x in lines)).encode()),
    "text in GBK": ("a.txt", lambda lines: "\n".join(lines).encode("gb18030")),
    "text in UTF-16": ("a.log", lambda lines: "\n".join(lines).encode("utf-16")),
    "backup": ("index.md.bak", lambda lines: "\n".join(lines).encode()),
    "no suffix": ("NOTES", lambda lines: "\n".join(lines).encode()),
    "json": ("a.json", lambda lines: json.dumps({"notes": list(lines)}).encode()),
    "csv": ("a.csv", table_text),
    "word": ("a.docx", paragraphs),
    "word, a run a sign": ("a.docx", runs),
    "word, deleted": ("a.docx", deleted),
    "word, hidden": ("a.docx", vanished),
    "word, comment": ("a.docx", commented),
    "word, properties": ("a.docx", with_properties),
    "word, described": ("a.docx", described),
    "excel": ("a.xlsx", cells),
    "excel, hidden": ("a.xlsx", hidden_sheet),
    "excel, comment": ("a.xlsx", cell_comments),
    "excel, header": ("a.xlsx", sheet_headers),
    "excel, properties": ("a.xlsx", book_properties),
    "excel, formula": ("a.xlsx", formulas),
    "excel, pivot cache": ("a.xlsx", pivot_cache),
    "excel, names": ("a.xlsx", defined_names),
    "ods": ("a.ods", spreadsheet),
    "powerpoint": ("a.pptx", slides),
    "pdf, annotation": ("a.pdf", annotations),
    "pdf, author": ("a.pdf", pdf_author),
    "pdf, enclosed": ("a.pdf", pdf_attachment),
    "photograph": ("a.jpg", camera),
    "zip": ("a.zip", lambda lines: packed({"b.txt": "\n".join(lines)})),
    "word in a zip": ("a.zip", lambda lines: packed({"里/b.docx": paragraphs(lines)})),
    "excel in a word file": ("a.docx", lambda lines: _nested(lines)),
}


def _nested(lines: Lines) -> bytes:
    body = f'<?xml version="1.0"?><w:document {W}><w:body><w:p/></w:body></w:document>'
    return packed({"word/document.xml": body, "word/embeddings/Sheet1.xlsx": cells(lines)})
