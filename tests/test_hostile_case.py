"""A case that would run code and give people away is refused, each fault by itself and in plain words."""

from __future__ import annotations

from pathlib import Path

import docx
from PIL import Image

from generator.model.rule import Severity
from tests.demonstration import checked, copy_demonstration

FOLDER = "content/cases/2026/2026-aixin-canzhuo"
NUMBER = "11010519491231002X"
"""The specimen printed in GB 11643-1999."""
MOBILE = "138 0000 0001"


def hostile(root: Path) -> None:
    """Script in the Markdown, an identity number in the photograph, a mobile number in an attachment."""
    folder = copy_demonstration(root) / FOLDER
    exif = Image.Exif()
    exif[0x010E] = f"owner {NUMBER}"
    Image.new("RGB", (64, 48), "teal").save(folder / "canzhuo.jpg", exif=exif)
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = f"有事打 {MOBILE}"
    document.save(str(folder / "zhengming.docx"))
    page = folder / "index.md"
    text = page.read_text("utf-8").replace("authors:", "attachments: [zhengming.docx]\nauthors:")
    page.write_text(text.replace("## 成效\n", "## 成效\n\n<script>alert(1)</script>\n"), "utf-8")


def test_script_identity_number_and_telephone_are_three_clear_errors(tmp_path: Path) -> None:
    hostile(tmp_path)
    errors = [each for each in checked(tmp_path).problems if each.severity is Severity.ERROR]
    assert sorted((each.rule.code, each.location.file) for each in errors) == [
        ("case-markup", f"{FOLDER}/index.md"),
        ("identity-number", f"{FOLDER}/canzhuo.jpg"),
        ("mobile", f"{FOLDER}/zhengming.docx"),
    ]
    told = " ".join(each.message + each.hint for each in errors)
    assert NUMBER not in told and MOBILE not in told and MOBILE.replace(" ", "") not in told
    assert all(each.hint for each in errors)


def test_the_error_in_the_text_names_its_line(tmp_path: Path) -> None:
    hostile(tmp_path)
    (fault,) = (each for each in checked(tmp_path).problems if each.rule.code == "case-markup")
    lines = (tmp_path / FOLDER / "index.md").read_text("utf-8").splitlines()
    assert fault.location.line is not None and "<script>" in lines[fault.location.line - 1]
