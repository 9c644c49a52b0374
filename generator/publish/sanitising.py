"""HTML made from contributors' Markdown to HTML that can neither run, fetch nor imitate anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import nh3

from generator.model.problem import Problem
from generator.publish.content_problems import code_in_article, foreign_image

TAGS = (
    nh3.ALLOWED_TAGS - {"area", "map", "center", "strike", "tt", "nav", "header", "footer", "article", "hgroup"}
) | {
    *("details", "summary", "figure", "figcaption", "tfoot", "input", "label", "svg", "path"),
}
"""Material's tabs and task lists are inputs with labels, its icons are drawings."""
DROPPED_WHOLE = {"script", "style", "iframe", "object", "embed", "noscript", "template", "textarea", "select", "form"}
ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {
        "id",
        "class",
        "title",
        "lang",
        "dir",
        "role",
        "aria-label",
        "aria-hidden",
        "aria-labelledby",
        "aria-describedby",
    },
    "a": {"href", "hreflang", "rel", "name", "target", "download"},
    "img": {"src", "alt", "width", "height", "loading", "align"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "details": {"open"},
    "div": {"data-tabs", "data-linenums"},
    "span": {"data-linenos"},
    "td": {"colspan", "rowspan", "headers", "style", "align"},
    "th": {"colspan", "rowspan", "headers", "style", "align", "scope"},
    "svg": {"xmlns", "viewBox"},
    "path": {"d"},
    "time": {"datetime"},
}
INPUTS = frozenset({"checkbox", "radio"})
SCHEMES = {"http", "https", "mailto", "tel"}
OWN_NAMES = re.compile(r"__(?!tabbed_|codelineno-|span-)")
"""Material keeps its switches and settings in elements with such ids; an article must not pretend to be one."""
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
SUSPECT = re.compile(r"<(script|style|iframe|object|embed|form|video|audio|link|meta)\b", re.IGNORECASE)
FOREIGN_IMAGE = re.compile(r"<img\b[^>]*?\ssrc=[\"']?(?:[a-z]+:)?//", re.IGNORECASE)
BREAK = re.compile(
    r"(?=</?(?!(?:a|abbr|b|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u)\b)[a-z])",
    re.IGNORECASE,
)
"""Before any tag but those within a sentence: a word in bold is no word of its own."""
HEADER_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name in ("id", "name", "for") and OWN_NAMES.match(value):
        return None
    if tag == "img" and name == "src" and _ELSEWHERE.match(value):
        return None
    if tag == "input" and name == "type" and value not in INPUTS:
        return "checkbox"
    return value


CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=DROPPED_WHOLE,
    attributes=ATTRIBUTES,
    attribute_filter=_keep_attribute,
    filter_style_properties={"text-align"},
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=False,
)
"""Comments stay because our blocks are comments; whoever calls takes the others out."""


_STYLED = re.compile(r' style="(?:text-align:(left|center|right|justify))?[^"]*"(?=[^<>]*>)')
"""Markdown aligns the cells of tables by styles, which the Content-Security-Policy does not let in."""


def sanitise_article(html: str) -> str:
    """Keep what Markdown and Material's extensions make; nothing that runs, nothing from elsewhere."""
    return _STYLED.sub(lambda found: f' align="{found[1]}"' if found[1] else "", CLEANER.clean(html))


def find_dropped(html: str, file: str) -> Iterator[Problem]:
    """Tell authors what will not appear: silence would leave them searching."""
    for tag in dict.fromkeys(name.lower() for name in SUSPECT.findall(html)):
        yield code_in_article(file, tag)
    if FOREIGN_IMAGE.search(html):
        yield foreign_image(file)


def read_text(html: str) -> str:
    """The words of an article, as a search index wants them."""
    words = nh3.clean(BREAK.sub(" ", HEADER_LINK.sub("", html)), tags=set())
    return " ".join(unescape(words).split())
