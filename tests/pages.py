"""A built site's pages to what is ours on them, without the frame around it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
DRAWN = "svg"
"""What charts are drawn with; tests/render/charts/ looks at those."""


def article(site: Path, address: str) -> str:
    """The main content of the page at an address."""
    html = (site / address / "index.html").read_text("utf-8")
    _, begin, rest = html.partition('<article class="page')
    assert begin, f"{address} has no article of ours"
    return begin + rest.partition("</article>")[0] + "</article>"


def outline(html: str) -> str:
    """The same with a line for each element and each text, indented; the inside of drawings is left out."""
    lines = _Lines()
    lines.feed(html)
    lines.close()
    return "\n".join(lines.lines) + "\n"


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        told = (name if value is None else f'{name}="{escape(value)}"' for name, value in attrs)
        self._tell(f"<{' '.join((tag, *told))}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> ends something else"

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self._tell(escape(text, quote=False))

    def _tell(self, line: str) -> None:
        if DRAWN not in self.open:
            self.lines.append("  " * len(self.open) + line)
