"""One specification in two languages: the browser cuts, folds and carries text exactly as the index was built."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.base.carried import carry
from generator.base.pairs import fold, pairs
from tests.browser.conftest import Site, open_reader

CASES: list[tuple[str, list[str]]] = json.loads(Path(__file__).with_name("pairs.json").read_text("utf-8"))
LACKING = ("Cs", "Cn", "Co")
"""Halves of characters, characters of the future, and those that mean nothing to anybody else."""
CUT = """async ([home, texts]) => {
  const { fold, pairs } = await import(new URL("assets/mingshan/search/pairs.js", home).href);
  return texts.map((text) => [fold(text), pairs(text)]);
}"""
UNCARRY = """async ([home, signs]) => {
  const { uncarry } = await import(new URL("assets/mingshan/search/pagefind_index.js", home).href);
  return signs.map(uncarry);
}"""
MANY = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
LETTERS = st.one_of(
    st.characters(exclude_categories=LACKING),
    st.sampled_from("慈善帮扶々〇０９ａＺ,，1,000２０２６İΣς①Ⅳ½㎡éが𠀀のK\u0301\u200d-_ "),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
)
TEXTS = st.lists(st.text(LETTERS, max_size=30), min_size=1, max_size=30)

Ask = Callable[[str, list[str]], list]  # type: ignore[type-arg]


@pytest.fixture(scope="module")
def ask(browser: Browser, site: Site) -> Iterator[Ask]:
    """Run a script of the site over texts in its own page."""
    reader = open_reader(browser, site)
    page = reader.opens("help/")
    yield lambda script, texts: page.evaluate(script, [site.home, texts])
    reader.context.close()


def test_python_cuts_as_the_cases_say() -> None:
    assert [list(pairs(text)) for text, _ in CASES] == [words for _, words in CASES]


def test_the_browser_cuts_as_the_cases_say(ask: Ask) -> None:
    assert [words for _, words in ask(CUT, [text for text, _ in CASES])] == [words for _, words in CASES]


@MANY
@given(TEXTS)
def test_both_cut_any_text_alike(ask: Ask, texts: list[str]) -> None:
    assert ask(CUT, texts) == [[fold(text), list(pairs(text))] for text in texts]


@MANY
@given(TEXTS)
def test_the_browser_reads_what_was_carried(ask: Ask, texts: list[str]) -> None:
    assert ask(UNCARRY, [carry(text) for text in texts]) == texts


def test_both_know_every_character_alike(ask: Ask) -> None:
    for plane in range(0, 0x110000, 0x4000):
        characters = [each for each in map(chr, range(plane, plane + 0x4000)) if _is_tried(each)]
        assert ask(CUT, characters) == [[fold(each), list(pairs(each))] for each in characters]


def _is_tried(character: str) -> bool:
    """Every one of the letters and signs, and some of the thousands of Chinese characters and Korean syllables."""
    category = unicodedata.category(character)
    return category not in LACKING and (category != "Lo" or ord(character) < 0x3400 or ord(character) % 16 == 0)
