"""The Markdown of an article to the paragraphs, lists and pictures that pages and books are drawn from.

Nothing of HTML is read or written here: what is not plain Markdown stays words, and every template escapes words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from generator.model.quantities import find_quantities

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SAFE_LINK = re.compile(r"https?://|mailto:|tel:|[^:]*$")

Sources = Mapping[tuple[Decimal, str], str]
"""Where a figure (its value and unit) is backed: an address on the site."""


class Run(NamedTuple):
    """Words of one make; `link` leads elsewhere, `source` to what backs a figure."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str = ""
    source: str = ""


class Block(NamedTuple):
    """`kind`: heading, paragraph, list, numbered, quote, code, table, picture or rule.

    `runs` are its words, `blocks` what stands inside a quote, `items` the blocks of each list item, `rows` the cells of
    each row (the first is the head), `picture` the file a picture shows, `level` a heading's.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    blocks: tuple[Block, ...] = ()
    items: tuple[tuple[Block, ...], ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()
    picture: str = ""
    level: int = 0


def read_article(text: str, sources: Sources) -> tuple[Block, ...]:
    """The blocks of an article; figures that something backs know where."""
    from markdown_it.tree import SyntaxTreeNode  # only when there is an article: it is slow to come

    tree = SyntaxTreeNode(_parser().parse(without_comments(text)))
    return tuple(_blocks(tree.children, sources))


def without_comments(text: str) -> str:
    """The article without notes to its author; their line ends stay, so that lines keep their numbers."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def plain_text(text: str) -> str:
    """The words of an article, as search wants them."""
    return "\n".join(run.text for block in read_article(text, {}) for run in _all_runs(block))


def _blocks(nodes: Iterable[SyntaxTreeNode], sources: Sources) -> Iterator[Block]:
    for node in nodes:
        match node.type:
            case "heading":
                yield Block("heading", _runs(node, sources), level=int(node.tag[1:]))
            case "paragraph":
                yield from _paragraph(node, sources)
            case "bullet_list" | "ordered_list":
                items = tuple(tuple(_blocks(item.children, sources)) for item in node.children)
                yield Block("list" if node.type == "bullet_list" else "numbered", items=items)
            case "blockquote":
                yield Block("quote", blocks=tuple(_blocks(node.children, sources)))
            case "fence" | "code_block":
                yield Block("code", (Run(node.content.rstrip("\n"), code=True),))
            case "table":
                rows = (row for part in node.children for row in part.children)
                yield Block("table", rows=tuple(tuple(_runs(cell, sources) for cell in row.children) for row in rows))
            case "hr":
                yield Block("rule")


def _paragraph(node: SyntaxTreeNode, sources: Sources) -> Iterator[Block]:
    """Pictures stand by themselves, before the words of their paragraph."""
    inline = node.children[0].children if node.children else []
    yield from (Block("picture", picture=str(each.attrs.get("src", ""))) for each in inline if each.type == "image")
    runs = _runs(node, sources)
    if any(run.text.strip() for run in runs):
        yield Block("paragraph", runs)


def _runs(node: SyntaxTreeNode, sources: Sources) -> tuple[Run, ...]:
    inline = node.children[0].children if node.children else []
    return tuple(_inline(inline, Run(""), sources))


def _inline(nodes: Iterable[SyntaxTreeNode], around: Run, sources: Sources) -> Iterator[Run]:
    for node in nodes:
        match node.type:
            case "text":
                yield from _with_sources(node.content, around, sources)
            case "softbreak":
                yield around._replace(text=" ")
            case "hardbreak":
                yield around._replace(text="\n")
            case "code_inline":
                yield around._replace(text=node.content, code=True)
            case "strong":
                yield from _inline(node.children, around._replace(strong=True), sources)
            case "em":
                yield from _inline(node.children, around._replace(emphasis=True), sources)
            case "link":
                address = str(node.attrs.get("href", ""))
                link = address if _SAFE_LINK.match(address) else ""
                yield from _inline(node.children, around._replace(link=link), {})


def _with_sources(text: str, around: Run, sources: Sources) -> Iterator[Run]:
    end = 0
    for figure in find_quantities(text) if sources else ():
        if source := sources.get((figure.value, figure.unit)):
            yield around._replace(text=text[end : figure.start])
            yield around._replace(text=text[figure.start : figure.end], source=source)
            end = figure.end
    yield around._replace(text=text[end:])


def _all_runs(block: Block) -> Iterator[Run]:
    yield from block.runs
    yield from (run for row in block.rows for cell in row for run in cell)
    for inner in (*block.blocks, *(each for item in block.items for each in item)):
        yield from _all_runs(inner)
