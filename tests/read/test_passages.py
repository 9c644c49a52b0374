"""Words are found wherever in a file they stand; what nobody can look into is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
import typst
from PIL import Image
from pypdf import PdfWriter

from generator.model.passage import Passage, PassageSheet
from generator.model.problem import Problem
from generator.read.passages import read_passages
from generator.read.picture_files import has_place, picture_size
from tests.workbooks import write_workbook


def words(root: Path, name: str) -> str:
    items = read_passages(root, name)
    sheets = (" ".join(row) for each in items if isinstance(each, PassageSheet) for row in each.rows)
    return "\n".join([*(each.text for each in items if isinstance(each, Passage)), *sheets])


def rules(root: Path, name: str) -> list[str]:
    return [each.rule.code for each in read_passages(root, name) if isinstance(each, Problem)]


def test_word_files_are_read_in_tables_headers_and_properties(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("正文里")
    document.add_table(1, 1).cell(0, 0).text = "表格里"
    document.sections[0].header.paragraphs[0].text = "页眉里"
    document.core_properties.comments = "属性里"
    document.save(str(tmp_path / "a.docx"))
    assert {"正文里", "表格里", "页眉里", "属性里"} <= set(words(tmp_path, "a.docx").split("\n"))


def test_long_numbers_in_a_workbook_stay_whole(tmp_path: Path) -> None:
    write_workbook(tmp_path / "a.xlsx", [["电话", 13800000001]])
    assert "电话 13800000001" in words(tmp_path, "a.xlsx")


def test_a_pdf_is_read_and_a_scan_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typst.compile(b"hello inside", format="pdf"))
    assert "hello inside" in words(tmp_path, "a.pdf") and not rules(tmp_path, "a.pdf")
    scan = PdfWriter()
    scan.add_blank_page(100, 100)
    scan.write(str(tmp_path / "b.pdf"))
    assert rules(tmp_path, "b.pdf") == ["unexamined"]


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xlsx", "a.jpg"])
def test_a_file_that_is_not_what_it_says_is_a_problem(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"not at all")
    assert rules(tmp_path, name) == ["attachment-unreadable"]


def test_a_zip_is_looked_into_and_a_damaged_one_is_told(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("里/b.txt", "压缩包里")
    assert "压缩包里" in words(tmp_path, "a.zip") and not rules(tmp_path, "a.zip")
    (tmp_path / "b.zip").write_bytes(b"PK")
    assert rules(tmp_path, "b.zip") == ["attachment-unreadable"]


@pytest.mark.parametrize("name", ["a.xls", "a.et", "a.wps", "a.docm", "a.exe", "a.mp4"])
def test_a_kind_that_is_not_on_the_list_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK")
    assert rules(tmp_path, name) == ["kind-refused"]


@pytest.mark.parametrize("action", ["/JavaScript", "/Launch", "/SubmitForm", "/ImportData"])
def test_a_pdf_that_runs_something_is_refused(tmp_path: Path, action: str) -> None:
    pdf(tmp_path, OpenAction=pikepdf.Dictionary(S=pikepdf.Name(action)))
    assert "kind-refused" in rules(tmp_path, "a.pdf")


@pytest.mark.parametrize(("kind", "told"), [("/Tx", 1), ("/Btn", 1), ("/Ch", 1), ("/Sig", 0)])
def test_a_pdf_with_a_form_is_refused_once_and_one_with_a_seal_is_not(tmp_path: Path, kind: str, told: int) -> None:
    fields = [pikepdf.Dictionary(FT=pikepdf.Name(kind), T=pikepdf.String(name)) for name in "甲乙"]
    pdf(tmp_path, AcroForm=pikepdf.Dictionary(Fields=pikepdf.Array(fields)))
    assert rules(tmp_path, "a.pdf").count("kind-refused") == told


def test_a_pdf_with_a_form_of_its_own_language_or_something_to_play_is_refused(tmp_path: Path) -> None:
    pdf(tmp_path, AcroForm=pikepdf.Dictionary(XFA=pikepdf.String("<xdp/>")))
    assert "kind-refused" in rules(tmp_path, "a.pdf")
    pdf(tmp_path, Played=pikepdf.Dictionary(Type=pikepdf.Name("/Annot"), Subtype=pikepdf.Name("/RichMedia")))
    assert "kind-refused" in rules(tmp_path, "a.pdf")


def pdf(folder: Path, **root: pikepdf.Object) -> None:
    """One empty page, and what stands at the root of the document."""
    document = pikepdf.new()
    document.add_blank_page()
    for name, value in root.items():
        document.Root[f"/{name}"] = value
    document.save(folder / "a.pdf")


def test_what_a_camera_wrote_is_read_and_a_picture_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x9C9C] = "备注里".encode("utf-16-le")
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (39.0, 7.0, 1.0)
    Image.new("RGB", (60, 40)).save(tmp_path / "a.jpg", exif=exif, comment="注释里")
    assert {"备注里", "注释里"} <= set(words(tmp_path, "a.jpg").split("\n"))
    assert picture_size(tmp_path / "a.jpg") == (40, 60) and has_place(tmp_path / "a.jpg")
