"""A built site to the same pages for Hugo: content files that hold each page's facts, links, cards, tables and charts.

What repeats on a page (facts, cards, lists of links, tables, shapes and words of charts) is data, over which Hugo's
templates in `bench/hugo/` loop; what stands once is text that they print as it is. Header and foot are printed from a
cache. So Hugo is spared more than we are: nothing is read from records, checked, linked, counted or measured out by it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from lxml import html
from lxml.html import HtmlElement

TEMPLATES = Path(__file__).parent / "hugo"
MAIN, END = re.compile(r"<main\b[^>]*>"), "</main>"
UP = "@up/"
Block = dict[str, Any]


def write_hugo_site(built: Path, folder: Path) -> int:
    """Hugo's site in an empty folder; how many pages it has."""
    shutil.copytree(TEMPLATES, folder)
    frames: dict[tuple[str, str], str] = {}
    pages = drawn_pages(built)
    for number, file in enumerate(pages):
        address = file.relative_to(built).parent.as_posix()
        page = _page("" if address == "." else f"{address}/", file.read_text("utf-8"), frames)
        target = folder / "content" / f"{number // 1000}" / f"{number}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(page, ensure_ascii=False), "utf-8")
    named = {name: {"before": before, "after": after} for (before, after), name in frames.items()}
    (folder / "data").mkdir()
    (folder / "data" / "frames.json").write_text(json.dumps(named, ensure_ascii=False), "utf-8")
    return len(pages)


def drawn_pages(built: Path) -> list[Path]:
    """The pages that have the site's frame: not what another program shows in the browser."""
    return [file for file in sorted(built.rglob("index.html")) if MAIN.search(file.read_text("utf-8"))]


def same_words(one: Path, other: Path) -> bool:
    """Whether two files of a page say the same to a reader: title, words and links, spaces aside."""
    return _said(one) == _said(other)


def _said(file: Path) -> tuple[str, str, list[str]]:
    page = html.document_fromstring(file.read_text("utf-8"))
    body = page.body
    words = "".join("".join(body.itertext()).split())
    return (page.findtext(".//title") or "").strip(), words, [str(each.get("href")) for each in body.iter("a")]


def _page(address: str, text: str, frames: dict[tuple[str, str], str]) -> Mapping[str, Any]:
    opening = MAIN.search(text)
    if opening is None:
        raise SystemExit(f"{address} has no main part")
    inside = text[opening.end() : text.index(END)]
    head, before = text[: opening.start()].split("<body", 1)
    up = "../" * address.count("/") or "./"
    frame = tuple(_without(up, each) for each in (before.split(">", 1)[1], text[text.index(END) + len(END) :]))
    name = frames.setdefault((frame[0], frame[1].replace("</body>", "").replace("</html>", "")), f"f{len(frames)}")
    kept = re.sub(r"<title>.*?</title>|<meta name=\"description\"[^>]*>", "", head.split("<head>", 1)[1], flags=re.S)
    page = html.document_fromstring(text)
    lead = page.xpath("string(//meta[@name='description']/@content)")
    return {
        "title": (page.findtext(".//title") or "").strip(),
        "url": f"/{address}",
        "lead": str(lead),
        "head": kept.replace("</head>", ""),
        "frame": name,
        "up": up,
        "blocks": _merged(_blocks(html.fragment_fromstring(inside, create_parent="main"))),
    }


def _without(up: str, text: str) -> str:
    """Addresses of a frame that lead up to the home page, whichever page it is on."""
    return re.sub(rf'((?:href|action|src)="){re.escape(up)}', rf"\1{UP}", text)


def _merged(blocks: Iterable[Block]) -> list[Block]:
    """Texts that follow each other are one."""
    merged: list[Block] = []
    for each in blocks:
        if merged and each["kind"] == merged[-1]["kind"] == "prose":
            merged[-1]["html"] += each["html"]
        else:
            merged.append(each)
    return merged


def _blocks(element: HtmlElement) -> Iterator[Block]:
    """What an element holds, in order."""
    yield _prose(escape(element.text or "", quote=False))
    for child in element:
        yield from _block(child)
        yield _prose(escape(child.tail or "", quote=False))


def _block(element: HtmlElement) -> Iterator[Block]:
    look = element.get("class") or ""
    if not isinstance(element.tag, str):
        return
    if element.tag == "dl" and all(each.tag == "div" for each in element):
        yield {"kind": "facts", "look": look, "items": [_fact(each) for each in element]}
    elif element.tag in ("ul", "ol") and set(element.attrib) <= {"class"} and len(element):
        yield _list(element, look)
    elif element.tag == "table" and not element.xpath(".//table"):
        yield _table(element, look)
    elif element.tag in ("h2", "h3", "h4") and look == "card__title" and len(element) == 1 and element[0].tag == "a":
        yield {
            "kind": "title",
            "level": int(element.tag[1]),
            "href": element[0].get("href"),
            "text": element[0].text_content(),
        }
    elif element.tag == "svg" and {each.tag for each in element} == {"path", "g"}:
        yield _drawing(element)
    elif element.tag in ("svg", "script", "style", "p", "dt", "dd", "a") or not len(element):
        yield _prose(_text(element))
    else:
        opened, closed = _tags(element)
        yield _prose(opened)
        yield from _blocks(element)
        yield _prose(closed)


def _drawing(element: HtmlElement) -> Block:
    """A chart: its shapes, and the words of each look."""
    return {
        "kind": "drawing",
        "box": element.get("viewbox"),
        "shapes": [_given(each) for each in element if each.tag == "path"],
        "letterings": [
            {
                "given": _given(each),
                "words": [{"x": word.get("x"), "y": word.get("y"), "text": word.text} for word in each],
            }
            for each in element
            if each.tag == "g"
        ],
    }


def _list(element: HtmlElement, look: str) -> Block:
    items: list[HtmlElement] = list(element)
    if any("card" in (each.get("class") or "") for each in items):
        cards = [{"look": each.get("class") or "", "blocks": _merged(_blocks(each))} for each in items]
        return {"kind": "cards", "list": element.tag, "look": look, "items": cards}
    if all(not each.attrib for each in items):
        return {"kind": "links", "list": element.tag, "look": look, "items": [_values(each) for each in items]}
    return _prose(_text(element))


def _fact(element: HtmlElement) -> Block:
    if [each.tag for each in element] != ["dt", "dd"]:
        return {"label": [], "values": [{"html": _inside(element)}]}
    label, value = element
    return {
        "look": element.get("class") or "",
        "title": label.get("title") or "",
        "hidden": label.get("class") or "",
        "label": _values(label),
        "values": _values(value),
    }


def _table(element: HtmlElement, look: str) -> Block:
    rows = [
        [
            {
                "cell": cell.tag,
                "given": _given(cell),
                "values": _values(cell),
            }
            for cell in row
        ]
        for row in element.iter("tr")
    ]
    caption = "".join(_text(each) for each in element.iter("caption"))
    return {"kind": "rows", "look": look, "caption": caption, "items": rows}


def _values(element: HtmlElement) -> list[Block]:
    """A plain text, a plain link, or whatever it is."""
    if not len(element):
        return [{"text": element.text or ""}]
    links = [each for each in element if each.tag == "a" and set(each.attrib) == {"href"} and not len(each)]
    if len(links) == len(element) == 1 and not (element.text or "").strip() and not (links[0].tail or "").strip():
        return [{"href": links[0].get("href"), "text": links[0].text or ""}]
    return [{"html": _inside(element)}]


def _prose(text: str) -> Block:
    return {"kind": "prose", "html": text}


def _text(element: HtmlElement) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def _inside(element: HtmlElement) -> str:
    return escape(element.text or "", quote=False) + "".join(
        str(html.tostring(each, encoding="unicode")) for each in element
    )


def _tags(element: HtmlElement) -> tuple[str, str]:
    return f"<{element.tag}{_given(element)}>", f"</{element.tag}>"


def _given(element: HtmlElement) -> str:
    return "".join(f' {name}="{escape(text)}"' for name, text in element.attrib.items())
