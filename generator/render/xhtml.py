"""The blocks of an article to well-formed XHTML, as electronic books want it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.render.article_blocks import Block, Run

PLAIN = {"paragraph": "p", "quote": "blockquote", "list": "ul", "numbered": "ol", "rule": "hr", "code": "pre"}


def element(tag: str, words: str = "", **attributes: str) -> Element:
    """An element with words in it; a trailing `_` in an attribute's name is dropped (`class_`)."""
    made = Element(tag, {name.rstrip("_"): value for name, value in attributes.items()})
    made.text = words
    return made


def xhtml(parts: Iterable[Element]) -> str:
    """The parts one after another, as text."""
    return "\n".join(tostring(part, encoding="unicode") for part in parts)


def block_elements(blocks: Iterable[Block], pictures: Mapping[str, Element]) -> Iterable[Element]:
    """Each block as an element; `pictures` are figures by the name an article calls them."""
    for block in blocks:
        if block.kind == "picture":
            if block.picture in pictures:
                yield pictures[block.picture]
        else:
            yield _block(block, pictures)


def _block(block: Block, pictures: Mapping[str, Element]) -> Element:
    match block.kind:
        case "heading":
            made = Element(f"h{min(6, block.level)}")
            _add_runs(made, block.runs)
        case "list" | "numbered":
            made = Element(PLAIN[block.kind])
            for item in block.items:
                SubElement(made, "li").extend(block_elements(item, pictures))
        case "table":
            made = Element("table")
            for number, row in enumerate(block.rows):
                line = SubElement(made, "tr")
                for cell in row:
                    _add_runs(SubElement(line, "td" if number else "th"), cell)
        case _:
            made = Element(PLAIN[block.kind])
            _add_runs(made, block.runs)
            made.extend(block_elements(block.blocks, pictures))
    return made


def _add_runs(target: Element, runs: Iterable[Run]) -> None:
    for run in runs:
        inner = target
        for tag in _tags(run):
            inner = SubElement(inner, tag, {"href": run.link} if tag == "a" else {})
        if inner is target:
            _add_words(target, run.text)
        else:
            inner.text = run.text


def _tags(run: Run) -> tuple[str, ...]:
    """Links within the site lead nowhere in a book; they stay words."""
    is_abroad = run.link.startswith(("http://", "https://"))
    wanted = (("a", is_abroad), ("strong", run.strong), ("em", run.emphasis), ("code", run.code))
    return tuple(tag for tag, is_wanted in wanted if is_wanted)


def _add_words(target: Element, words: str) -> None:
    """ElementTree keeps the words behind an element on that element."""
    if len(target):
        target[-1].tail = (target[-1].tail or "") + words
    else:
        target.text = (target.text or "") + words
