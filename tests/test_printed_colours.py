"""Headings on paper can be read and found: their contrast is read from the PDFs themselves, which are tagged."""

from __future__ import annotations

import io
import re
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from pypdf import PdfReader

from generator.features import FEATURES
from generator.features.packs.sheets import handbook_data, poster_data
from generator.model.feature import print_kinds
from generator.model.page import Download
from generator.publish.printing import make_file
from generator.publish.typeset_packs import Manuscript, typeset
from tests.demonstration import HOUSE, demonstration_source
from tests.features.demonstration.test_given_away import CITED, REAL
from tests.pdf_colours import WHITE, Word, headings, page_words

SOURCE = demonstration_source()
LINKED = replace(SOURCE, settings=replace(SOURCE.settings, site_url="https://example.org/"))
THEME = HOUSE / "theme"
SOMEBODYS = re.compile(r"(?<![\dA-Z])(?:0\d{2,3}[- ]?\d{7,8}|1[3-9]\d{9}|[48]00[- ]?\d{3}[- ]?\d{4})(?![\dA-Z])")
"""Fixed lines with their area, mobile numbers, and those of companies."""


def book() -> bytes:
    """The first collection of cases, set in a process of its own: the typesetter's threads would outlive it here."""
    wanted = next(each for each in SOURCE.plan.downloads if each.format == "book-pdf")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor:
        made = executor.submit(
            make_file, HOUSE, THEME, print_kinds(FEATURES)[wanted.format].make(SOURCE, wanted)
        ).result()
    return made if isinstance(made, bytes) else made.read_bytes()


@pytest.fixture(scope="module")
def printed() -> dict[str, PdfReader]:
    texts = {"poster": poster_data, "handbook": handbook_data}
    manuscripts = [
        Manuscript(THEME / "print" / "packs" / f"{name}.typ", text(LINKED, Download("", f"pack-{name}", (), "120103")))
        for name, text in texts.items()
    ]
    made = {**dict(zip(texts, typeset(manuscripts), strict=True)), "book": book()}
    return {name: PdfReader(io.BytesIO(body)) for name, body in made.items()}


PAPERS = pytest.mark.parametrize("name", ["poster", "handbook", "book"])


@PAPERS
def test_every_heading_stands_out_from_its_ground(printed: dict[str, PdfReader], name: str) -> None:
    found = headings(printed[name])
    assert {tag for tag, _ in found} >= {"H1", "H2"}
    assert [(tag, word) for tag, word in found if word.contrast < word.wanted] == []


@PAPERS
def test_so_does_every_word_as_large_as_a_heading(printed: dict[str, PdfReader], name: str) -> None:
    words = [word for page in printed[name].pages for word in page_words(page) if word.size >= 12]
    assert len(words) > 10
    assert [word for word in words if word.contrast < word.wanted] == []


@PAPERS
def test_a_reader_who_cannot_see_it_is_told_its_order(printed: dict[str, PdfReader], name: str) -> None:
    root = printed[name].trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"]
    assert "/StructTreeRoot" in root


def _said(paper: PdfReader) -> str:
    """All that can be read on it, in plain signs: a word may be parted by the end of a line."""
    return unicodedata.normalize("NFKC", "".join("".join(page.extract_text().split()) for page in paper.pages))


@PAPERS
def test_no_real_authority_and_no_number_that_somebody_may_have_is_set_in_type(
    printed: dict[str, PdfReader], name: str
) -> None:
    text = _said(printed[name])
    assert len(text) > 500 and "示例" in text
    assert [found[0] for found in REAL.finditer(CITED.sub("", text))] == []
    assert SOMEBODYS.findall(text) == []


def test_numbers_that_somebody_may_have_are_seen() -> None:
    twos = "2" * 8
    assert [len(SOMEBODYS.findall(each)) for each in (f"022-{twos}", f"138{twos}转1", f"400-{twos[1:]}")] == [1, 1, 1]
    assert SOMEBODYS.findall("022-示例号码、110、12345、2026-11-30、53120000000001011U") == []


def test_the_measure_sees_what_it_was_made_for() -> None:
    """Black on the posters' green is 2.59, and black on white 21, as others reckon."""
    dark = (13 / 255, 88 / 255, 99 / 255)
    assert round(Word(0, (0.0, 0.0, 0.0), (dark,), 38).contrast, 2) == 2.59
    assert Word(0, (0.0, 0.0, 0.0), (WHITE,), 38).contrast == pytest.approx(21)
