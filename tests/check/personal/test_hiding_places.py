"""Numbers where nobody looks are found, what cannot be looked through is refused, the ordinary is let pass."""

from __future__ import annotations

import gzip
import zipfile
from base64 import b64encode
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from generator.build.examining import examine_content
from generator.check.personal.detection import find_exposures
from tests.check.personal.documents import camera, packed, paragraphs, word

IDENTITY, MOBILE = "11010519491231002X", "13800138000"
LINE = f"id {IDENTITY} tel {MOBILE}"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg">'


def told(data: bytes, name: str) -> set[str]:
    suspects, problems = examine_content(data, name)
    return {each.kind for each in suspects} | {each.rule.code for each in problems}


def picture(form: str, **options: object) -> bytes:
    held = BytesIO()
    Image.new("RGB", (4, 4)).save(held, form, **options)
    return held.getvalue()


def with_place() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 8.0, 1.0), 3: "E", 4: (117.0, 1.0, 2.0)})
    return exif


def document(text: str, change: Callable[[pikepdf.Pdf], None] = lambda _document: None) -> bytes:
    """One page with a line of text, every object as it is, as old programs write it."""
    made = pikepdf.new()
    made.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    made.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=made.make_indirect(font)))
    made.pages[0].Contents = made.make_stream(f"BT /F1 12 Tf 9 99 Td ({text}) Tj ET".encode())
    change(made)
    held = BytesIO()
    made.save(held, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return held.getvalue()


def changed(data: bytes) -> bytes:
    """The page's text replaced as programs do it that only add to a file (ISO 32000-1, 7.5.6)."""
    with pikepdf.open(BytesIO(data)) as known:
        number = next(each.objgen[0] for each in known.objects if isinstance(each, pikepdf.Stream))
        root, size = known.Root.objgen[0], max(each.objgen[0] for each in known.objects) + 1
    body = b"BT /F1 12 Tf 9 99 Td (nothing) Tj ET"
    added = b"\n%d 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (number, len(body), body)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer\n" % (number, len(data) + 1)
    before = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    ends = b"<< /Size %d /Root %d 0 R /Prev %d >>\nstartxref\n%d\n" % (size, root, before, len(data) + len(added))
    return data + added + table + ends + b"%%EOF\n"


def put(name: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    return lambda made: made.Root.__setattr__(name, value(made) if callable(value) else value)


def form(made: pikepdf.Pdf) -> pikepdf.Stream:
    drawn = f"BT ({LINE}) Tj ET".encode()
    return pikepdf.Stream(made, drawn, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)


def photograph(made: pikepdf.Pdf) -> pikepdf.Stream:
    size = {"Width": 4, "Height": 4, "BitsPerComponent": 8, "ColorSpace": pikepdf.Name.DeviceRGB}
    kind = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Image, "Filter": pikepdf.Name.DCTDecode}
    return pikepdf.Stream(made, camera([LINE]), **kind, **size)


def commented(note: bytes = b"", member: bytes = b"") -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        about = zipfile.ZipInfo("a.txt")
        about.comment = member
        archive.writestr(about, "示例")
        archive.comment = note
    return held.getvalue()


def inline(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


SPANS = "".join(f'<span class="a">{sign}</span>' for sign in MOBILE)
CELLS = "".join(f"<td>{part}</td>" for part in ("110105", "19491231", "002X"))
PLACES: dict[str, tuple[str, bytes]] = {
    "html, a span a sign": ("a.html", f"<p>{SPANS}</p>{CELLS}".encode()),
    "html, comments between": ("a.md", b"138<!-- a -->0013<!--\nb -->8000 110105<i>19491231</i>002X"),
    "svg, pieces": (
        "a.svg",
        f"{DRAWING}<text><tspan x='1'>{LINE[:9]}</tspan><tspan>{LINE[9:]}</tspan></text></svg>".encode(),
    ),
    "html, text in the address": ("a.html", f'<a href="{inline("text/plain", LINE.encode())}">x</a>'.encode()),
    "html, photograph in the address": ("a.html", f'<img src="{inline("image/jpeg", camera([LINE]))}">'.encode()),
    "svg, photograph": ("a.svg", f'{DRAWING}<image href="{inline("image/jpeg", camera([LINE]))}"/></svg>'.encode()),
    "percent of percent": ("a.md", "".join(f"%25{ord(sign):02x}" for sign in LINE).encode()),
    "behind a percent sign": ("a.md", f"%{MOBILE} %{IDENTITY}".encode()),
    "mixed characters": ("a.md", f"1三8零01三8000，{IDENTITY[:17]}Х".encode()),
    "in code": ("a.md", b"`138` `0013` `8000`, `110105` `19491231` `002X`"),
    "lines of other lengths": ("a.txt", b"1380\n0138\n000\n\nid\n110105194\n91231002X\n"),
    "a digit a line": ("a.txt", "\n".join(f"{MOBILE}，{IDENTITY}").encode()),
    "calendar, folded lines": ("a.ics", f"DESCRIPTION:{LINE[:7]}\r\n {LINE[7:30]}\r\n {LINE[30:]}\r\n".encode()),
    "table, spoilt by a program": ("a.csv", f"a,b\nx,1.3800138E+10\ny,{MOBILE}.0\nz,{IDENTITY}\n".encode()),
    "table, parts that begin with noughts": ("a.csv", f"a,b,c\nx,138,00138000\ny,5,6\nz,{IDENTITY},1\n".encode()),
    "carriage returns alone": ("a.csv", f"a,b\rx,{MOBILE}\ry,{IDENTITY}\r".encode()),
    "two encodings": ("a.csv", f"{MOBILE},{IDENTITY},".encode() + "甲乙".encode("gb18030") + "\n丙丁\n".encode()),
    "png, behind the end": ("a.png", picture("PNG") + LINE.encode()),
    "jpeg, behind the end": ("a.jpg", picture("JPEG") + camera([]) + LINE.encode()),
    "gif, comment": ("a.gif", picture("GIF", comment=LINE.encode())),
    "webp, camera": ("a.webp", picture("WEBP", exif=Image.open(BytesIO(camera([LINE]))).getexif())),
    "pdf, before it was changed": ("a.pdf", changed(document(LINE))),
    "pdf, behind the end": ("a.pdf", document("nothing") + f"%{LINE}\n".encode()),
    "pdf, before the beginning": ("a.pdf", f"%{LINE}\n".encode() + document("nothing")),
    "pdf, drawing on no page": ("a.pdf", document("nothing", put("Held", form))),
    "pdf, photograph": ("a.pdf", document("nothing", put("Held", photograph))),
    "pdf, a program's own": (
        "a.pdf",
        document("nothing", put("PieceInfo", lambda made: made.make_stream(LINE.encode()))),
    ),
    "zip, folder": ("a.zip", packed({f"{LINE}/a.txt": "示例"})),
    "zip, empty folder": ("a.zip", packed({f"{LINE}/": ""})),
    "zip, comment": ("a.zip", commented(LINE.encode())),
    "zip, comment on a file": ("a.zip", commented(b"", LINE.encode())),
    "word, drawing": ("a.docx", packed({"word/document.xml": "<x/>", "word/media/a.emf": LINE.encode("utf-16-le")})),
    "word, tiff": (
        "a.docx",
        packed({"word/document.xml": "<x/>", "word/media/a.tiff": picture("TIFF", description=LINE)}),
    ),
    "zip in a word file": ("a.docx", packed({"word/document.xml": "<x/>", "word/a.zip": packed({"a.txt": LINE})})),
}


@pytest.mark.parametrize("place", PLACES)
def test_what_lies_where_nobody_looks_is_found(place: str) -> None:
    name, data = PLACES[place]
    assert {"identity-number", "mobile"} <= told(data, name)


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "13800138000">]><x>&a;</x>'
REFUSED: dict[str, tuple[str, bytes, str]] = {
    **{
        f"a.{end}": (f"a.{end}", b"?", "kind-refused")
        for end in ["rtf", "eml", "msg", "mht", "vcf", "7z", "rar", "gz", "xls", "et", "doc", "heic", "svgz", "exe"]
    },
    "text under a font's name": ("a.woff2", LINE.encode(), "kind-refused"),
    "text under an icon's name": ("a.ico", LINE.encode(), "kind-refused"),
    "packed drawing under a text's name": ("a.svg", gzip.compress(LINE.encode()), "kind-refused"),
    "drawing with a script": ("a.svg", f"{DRAWING}<script>1</script></svg>".encode(), "kind-refused"),
    "drawing that acts": ("a.svg", f"{DRAWING}<rect onclick='a()'/></svg>".encode(), "kind-refused"),
    "picture that is a zip as well": ("a.png", picture("PNG") + packed({"a.txt": "示例"}), "kind-refused"),
    "pdf that is a zip as well": ("a.pdf", document("nothing") + packed({"a.txt": "示例"}), "kind-refused"),
    "zip behind something": ("a.zip", b"hello" + packed({"a.txt": "示例"}), "attachment-unreadable"),
    "zip behind a zip": ("a.zip", packed({"b.txt": LINE}) + packed({"a.txt": "示例"}), "attachment-unreadable"),
    "zip out of its folder": ("a.zip", packed({"../../a.txt": "示例"}), "kind-refused"),
    "zip to the root": ("a.zip", packed({"/etc/a.txt": "示例"}), "kind-refused"),
    "zip to a drive": ("a.zip", packed({"C:\\a.txt": "示例"}), "kind-refused"),
    "word, entities": (
        "a.docx",
        packed({"word/document.xml": f"<!--{'x' * 5000}-->{DOCTYPE}"}),
        "attachment-unreadable",
    ),
    "word, entities in UTF-16": (
        "a.docx",
        packed({"word/document.xml": DOCTYPE.encode("utf-16")}),
        "attachment-unreadable",
    ),
    "word, place of a photograph": (
        "a.docx",
        packed({"word/document.xml": "<x/>", "word/media/a.jpg": picture("JPEG", exif=with_place())}),
        "kind-refused",
    ),
    "zip, place of a photograph": ("a.zip", packed({"a.jpg": picture("JPEG", exif=with_place())}), "kind-refused"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_looked_through_is_refused(what: str) -> None:
    name, data, rule = REFUSED[what]
    assert rule in told(data, name)


HARMLESS: dict[str, tuple[str, bytes]] = {
    "picture": ("a.png", picture("PNG")),
    "photograph": ("a.jpg", picture("JPEG")),
    "document": ("a.pdf", document("nothing to see")),
    "document changed": ("a.pdf", changed(document("nothing to see"))),
    "archive": ("a.zip", packed({"示例/说明.txt": "示例"})),
    "word": ("a.docx", paragraphs(["示例"])),
    "amounts in a table of a page": ("a.html", b"<tr><td>150</td><td>1200</td><td>3400</td></tr>"),
    "amounts in a table of an article": ("a.md", "| 年 | 一 | 二 |\n|---|---|---|\n| 150 | 1200 | 3400 |\n".encode()),
    "amounts a line": ("a.txt", b"1580\n1200\n3400\n"),
    "a share": ("a.md", "占 15%，共 1580 户".encode()),
    "milliards": ("a.md", "合计 13800138000.00 元".encode()),
    "a small picture in a drawing": (
        "a.svg",
        f'{DRAWING}<image href="{inline("image/png", picture("PNG"))}"/></svg>'.encode(),
    ),
}


@pytest.mark.parametrize("what", HARMLESS)
def test_the_ordinary_is_let_pass(what: str) -> None:
    name, data = HARMLESS[what]
    assert told(data, name) <= {"unexamined"}


def test_a_place_between_marks_is_the_originals() -> None:
    text = "电话<b class='x'>138</b><i id='1'>0013</i>8000。"
    (found,) = find_exposures(text)
    assert text[found.start : found.end] == "138</b><i id='1'>0013</i>8000"


def test_a_word_file_of_two_bodies_is_read_twice() -> None:
    held = BytesIO(word("<w:p><w:r><w:t>示例</w:t></w:r></w:p>"))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(held, "a") as archive:
        archive.writestr("word/document.xml", f"<x>{LINE}</x>")
    assert "mobile" in told(held.getvalue(), "a.docx")
