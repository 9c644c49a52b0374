"""Whatever stands in an article, a page shows its words and runs nothing."""

from __future__ import annotations

from decimal import Decimal
from html import unescape
from pathlib import Path

import nh3
from hypothesis import given
from hypothesis import strategies as st

from generator.render.article_blocks import Block, Run, read_article
from generator.render.templates import template_environment
from generator.render.xhtml import block_elements, xhtml

THEME = Path(__file__).resolve().parents[2] / "theme" / "templates"
PAGE = template_environment((THEME,)).from_string(
    '{% import "components.html" as ui %}{{ ui.blocks(blocks, {}, "../") }}'
)
TAGS = frozenset(
    [
        "h2",
        "h3",
        "h4",
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "pre",
        "a",
        "code",
        "strong",
        "em",
    ]
)
HOSTILE = st.text(alphabet="<>&\"'`*_[]()!#|-\n 字aj:/scriptonerrorimgx=", max_size=120)


def drawn(text: str) -> str:
    return PAGE.render(blocks=read_article(text, {}))


def test_web_code_shows_as_words() -> None:
    html = drawn("<script>alert(1)</script> <img src=x onerror=y>\n\n[点](javascript:alert(1))")
    assert "&lt;script&gt;" in html and "<script" not in html and "<img" not in html and "href" not in html


@given(HOSTILE)
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    html = drawn(text)
    clean = nh3.clean(html, tags=set(TAGS), attributes={"a": {"href", "rel"}, "th": {"scope"}}, link_rel=None)
    words = [unescape(nh3.clean(each, tags=set())).split() for each in (html, clean)]
    assert (
        words[0] == words[1]
        and "<script" not in html
        and "<img" not in html
        and "onerror=" not in html.split("&lt;")[0]
    )


@given(HOSTILE)
def test_every_article_is_well_formed_in_a_book(text: str) -> None:
    from xml.etree.ElementTree import fromstring

    fromstring(f"<body>{xhtml(block_elements(read_article(text, {}), {}))}</body>")


def test_a_backed_figure_leads_to_what_backs_it() -> None:
    (block,) = read_article("半年里**帮助88人**，共9人。", {(Decimal(88), "人"): "projects/p/#d01"})
    assert Run("88人", strong=True, source="projects/p/#d01") in block.runs


def test_a_picture_stands_by_itself_before_the_words_of_its_paragraph() -> None:
    blocks = read_article("看图 ![说明](a.jpg) 后面", {})
    assert [block.kind for block in blocks] == ["picture", "paragraph"] and blocks[0] == Block(
        "picture", picture="a.jpg"
    )
