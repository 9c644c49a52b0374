"""Headings on paper can be read and found: their contrast is read from the PDFs themselves, which are tagged."""

from __future__ import annotations

import io
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
from tests.pdf_colours import WHITE, Word, headings, page_words

SOURCE = demonstration_source()
LINKED = replace(SOURCE, settings=replace(SOURCE.settings, site_url="https://example.org/"))
THEME = HOUSE / "theme"


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


def test_the_measure_sees_what_it_was_made_for() -> None:
    """Black on the posters' green is 2.59, and black on white 21, as others reckon."""
    dark = (13 / 255, 88 / 255, 99 / 255)
    assert round(Word(0, (0.0, 0.0, 0.0), (dark,), 38).contrast, 2) == 2.59
    assert Word(0, (0.0, 0.0, 0.0), (WHITE,), 38).contrast == pytest.approx(21)
