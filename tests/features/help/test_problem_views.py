"""What the page of a rule shows, in a built site."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from generator.features.help.problem_views import problem_context
from tests.demonstration import demonstration_source
from tests.examples import INVALID, MENDED
from tests.rules import RULES


def text_of(page: Path) -> str:
    return unescape(re.sub(r"<[^>]+>", "", page.read_text("utf-8")))


def test_a_page_shows_the_tests_own_files_and_the_very_words_of_the_check(complete: Path) -> None:
    shown = text_of(complete / "site" / "problems" / "telephone" / "index.html")
    (told,) = json.loads((INVALID / "telephone" / "expected.json").read_text("utf-8"))
    assert told["message"] in shown and told["hint"] in shown
    for base in (INVALID, MENDED):
        assert (base / "telephone" / "data" / "clubs" / "quiet.yaml").read_text("utf-8").strip() in shown


def test_what_was_wrong_and_what_was_mended_is_marked(complete: Path) -> None:
    page = (complete / "site" / "problems" / "telephone" / "index.html").read_text("utf-8")
    assert re.findall(r"<mark>(.*?)</mark>", page) == ["phone: 13800138", "phone: 022-示例号码0001"]


def test_examples_are_text_and_never_code(complete: Path) -> None:
    page = (complete / "site" / "problems" / "content-markup" / "index.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page and "<script>alert(1)" not in page


def test_the_list_names_every_code_under_its_chapter(complete: Path) -> None:
    page = (complete / "site" / "problems" / "index.html").read_text("utf-8")
    assert set(RULES) <= set(re.findall(r'class="code">([a-z-]+)<', page))
    assert all(f"<h2>{chapter.title}</h2>" in page for chapter in {rule.chapter for rule in RULES.values()})


def test_only_the_list_is_in_the_menu(complete: Path) -> None:
    home = (complete / "site" / "index.html").read_text("utf-8")
    assert "problems/" in home and "problems/telephone" not in home


def test_a_rule_without_a_site_shows_its_example_in_words() -> None:
    context = problem_context(demonstration_source(), "score-tie")
    assert (context.said, context.severity) == (None, "")
    assert [line.text for line in context.bad.lines] == [RULES["score-tie"].bad]
