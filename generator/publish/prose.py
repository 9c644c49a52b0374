"""A page MkDocs drew from contributors' prose to a safe, finished page with our blocks in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape, unescape

from generator.model.problem import Problem
from generator.publish.content_problems import unknown_block
from generator.publish.frames import POLICY, compact
from generator.publish.mkdocs_problems import missing_mark
from generator.publish.sanitising import find_dropped, read_text, sanitise_article
from generator.publish.scripts import content_policy, find_intruders
from generator.publish.shell import MAIN_TEMPLATE, NOT_FOUND, Shell

START, END = "<!--@@content@@-->", "<!--@@/content@@-->"
_HEAD, REPORT = "<!--@@head@@-->", "<!--@@report@@-->"
COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_BLOCK = re.compile(r"\s*mingshan:\s*([\w-]+)\s*")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)"')

FillBlock = Callable[[str, str], str]
"""Draws block `name` for the page at `address`; KeyError for a name it does not know."""
ReportLink = Callable[[str, str], str]
"""Draws where an error on the page at an address, with a title, is reported."""
ArticleHead = Callable[[str], str]
"""Lines for the head of the page that was written in a file."""
_META = re.compile(r'<meta name="(\w+)"')


@dataclass(frozen=True, slots=True)
class Prose:
    """A finished content page; `text` are its own words, for search, without blocks, menu or footer."""

    address: str
    source: str
    title: str
    description: str
    text: str
    html: str


def finish_content_page(
    shell: Shell,
    address: str,
    fill_block: FillBlock,
    report_link: ReportLink = lambda _address, _title: "",
    article_head: ArticleHead = lambda _file: "",
) -> tuple[Prose, tuple[Problem, ...]]:
    """Sanitise the article of one page, draw its blocks, and let only the theme's own scripts run."""
    html, source = shell.read_page(address), shell.pages[address]
    before, article, after = _split(html)
    problems = [*_check_marks(html, address), *find_intruders(before + after, address, shell.scripts, source)]
    problems += find_dropped(article, source)
    safe = sanitise_article(article)
    filled, unknown = _fill_blocks(safe, address, fill_block)
    problems += [unknown_block(name, source) for name in unknown]
    policy = escape(content_policy(before + after), quote=False)
    title, description = _describe(before)
    end = compact(after).replace(REPORT, report_link(address, title), 1)
    head = "\n".join(_untold(article_head(source), before))
    page = compact(before).replace(POLICY, policy, 1).replace(_HEAD, head, 1) + filled + end
    return Prose(address, source, title, description, read_text(COMMENT.sub("", safe)), page), tuple(problems)


def _untold(head: str, before: str) -> Iterator[str]:
    """Lines of a head but for what the page's own front matter says already."""
    known = set(_META.findall(before))
    return (line for line in head.splitlines() if not known & set(_META.findall(line)))


def _split(html: str) -> tuple[str, str, str]:
    """The first mark and the last: whatever prose puts between them is sanitised, marks of its own included."""
    start, end = html.find(START), html.rfind(END)
    if start < 0 or end < start:
        return html, "", ""
    return html[:start], html[start + len(START) : end], html[end + len(END) :]


def _check_marks(html: str, address: str) -> Iterator[Problem]:
    if POLICY not in html:
        yield missing_mark(MAIN_TEMPLATE, POLICY)
    if address != NOT_FOUND and not (START in html and END in html):
        yield missing_mark(MAIN_TEMPLATE, "@@content@@")


def _fill_blocks(article: str, address: str, fill_block: FillBlock) -> tuple[str, list[str]]:
    """Our block comments become blocks, other comments go. The sanitiser wrote `<` in attributes as `&lt;`."""
    unknown: list[str] = []

    def fill(comment: re.Match[str]) -> str:
        block = _BLOCK.fullmatch(comment[1])
        if not block:
            return ""
        try:
            return fill_block(block[1], address)
        except KeyError:
            unknown.append(block[1])
            return ""

    return COMMENT.sub(fill, article), unknown


def _describe(head: str) -> tuple[str, str]:
    """What the page says of itself: its title and its one-sentence description."""
    found = (TITLE.search(head), DESCRIPTION.search(head))
    title, description = (unescape(each[1]).strip() if each else "" for each in found)
    return title, description
