"""A template of `theme/print/` and data to a page set in type: PDF or PNG, the same bytes on every machine."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from generator.model.printing import Typesetting
from generator.publish.pictures import plain_jpeg

SETTING_FOLDER = "print/books"
_PICTURE_WIDTH = 1600
PIXELS_AN_INCH = 72.0
"""A PNG has as many pixels as its page has points."""


def typeset(root: Path, theme: Path, wanted: Typesetting) -> bytes:
    """Set one document. The compiler sees a folder with the templates, the data and the pictures, and nothing else."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for source in sorted((theme / SETTING_FOLDER).glob("*.typ")):
            shutil.copyfile(source, folder / source.name)
        (folder / "data.json").write_text(json.dumps(wanted.data, ensure_ascii=False), "utf-8")
        for name, file in wanted.files:
            (folder / name).write_bytes(plain_jpeg(root / file, _PICTURE_WIDTH))
        return _compile(folder / wanted.template, wanted.form)


def _compile(template: Path, form: str) -> bytes:
    fonts = [str(pylopdf_fonts_zh_cn.serif_path().parent)]
    root = str(template.parent)
    if form == "png":
        return typst.compile(
            str(template), root=root, font_paths=fonts, ignore_system_fonts=True, format="png", ppi=PIXELS_AN_INCH
        )
    # PDF/UA: a reader who cannot see the page is told its order, its headings and its pictures.
    return typst.compile(
        str(template), root=root, font_paths=fonts, ignore_system_fonts=True, format="pdf", pdf_standards="ua-1"
    )
