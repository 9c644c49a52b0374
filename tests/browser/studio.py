"""What somebody sees — a page, a workbook, a command and its answer — to a small picture of a fixed size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from string import ascii_uppercase

from markdown_it import MarkdownIt
from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site

COLOURS = 64
WIDTH = 760
"""Pixels: narrow enough to be read on a phone."""
STYLE = """
body { margin: 0; font: 15px/1.6 "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
table { border-collapse: collapse; table-layout: fixed; }
th, td { height: 2em; padding: 2px 6px; overflow: hidden; border: 1px solid #c4c7c5; }
th, td { text-align: left; white-space: nowrap; }
th { width: 2.2em; background: #eef0ef; color: #444; font-weight: 400; text-align: center; }
td, thead th:nth-child(n + 2) { width: 9.5em; }
tbody tr:nth-child(1) td { background: #0d5863; color: #fff; font-weight: 700; }
tbody tr:nth-child(2) td { color: #5b6163; font-style: italic; }
pre { margin: 0; padding: 18px 22px; background: #16211f; color: #e8efec; }
pre { font: 15px/1.7 "Noto Sans Mono CJK SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre b { color: #8fd3c8; }
main { padding: 10px 26px 20px; }
main h2, main h3 { border-bottom: 1px solid #d0d7de; font-size: 20px; line-height: 1.9; }
main h3 { font-size: 17px; }
main code { padding: 1px 5px; border-radius: 4px; background: #eef0ef; font: 13px "Noto Sans Mono CJK SC", monospace; }
main table { width: 100%; table-layout: auto; }
main :is(th, td) { width: auto; height: auto; overflow-wrap: anywhere; white-space: normal; }
main :is(th, thead th:nth-child(n + 2)) { width: auto; }
main td:first-child code { white-space: nowrap; }
main svg { width: 0.9em; height: 0.9em; vertical-align: -0.08em; }
main tbody tr:nth-child(1) td { background: #fff; color: inherit; font-weight: 400; }
"""

DRAWN = {"❌": '<svg viewBox="0 0 10 10"><path d="M1 1 9 9M9 1 1 9" stroke="#cf222e" stroke-width="2.4"/></svg>'}
"""Characters of comments that few fonts have, and that a forge draws itself."""


@dataclass(frozen=True)
class Studio:
    """A browser, the built site, and a folder in which commands are run."""

    browser: Browser
    site: Site
    folder: Path

    def page(self, height: int, width: int = WIDTH) -> Page:
        """An empty window of that size."""
        size = {"width": width, "height": height}
        context = self.browser.new_context(viewport=size, reduced_motion="reduce", locale="zh-CN")  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        return context.new_page()

    def of_address(self, address: str, height: int = 640) -> bytes:
        """The top of a page of the site."""
        page = self.page(height)
        page.goto(self.site.home + address, wait_until="networkidle")
        return taken(page)

    def of_terminal(self, said: Sequence[tuple[str, str]], height: int) -> bytes:
        """Commands and what they answered."""
        lines = "\n".join(f"<b>$ {escape(command)}</b>\n{escape(answer.strip())}" for command, answer in said)
        return self._of_html(f"<pre>{lines}</pre>", height, "#16211f")

    def of_markdown(self, text: str, height: int) -> bytes:
        """A comment as a forge draws it."""
        drawn = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
        for character, drawing in DRAWN.items():
            drawn = drawn.replace(character, drawing)
        return self._of_html(f"<main>{drawn}</main>", height, "#fff")

    def of_workbook(self, file: Path, columns: int, rows: int = 6) -> bytes:
        """The first sheet as a spreadsheet shows it: letters above, numbers beside."""
        sheet = load_workbook(file).worksheets[0]
        head = "".join(f"<th>{letter}</th>" for letter in ("", *ascii_uppercase[:columns]))
        lines = sheet.iter_rows(max_row=rows, max_col=columns, values_only=True)
        body = "".join(f"<tr><th>{number}</th>{_cells(line)}</tr>" for number, line in enumerate(lines, start=1))
        return self._of_html(
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", 34 * (rows + 1), "#fff"
        )

    def _of_html(self, body: str, height: int, ground: str) -> bytes:
        page = self.page(height)
        page.set_content(f"<style>{STYLE}body {{ background: {ground}; }}</style>{body}")
        return taken(page)


Take = Callable[[Studio], bytes]


def taken(page: Page) -> bytes:
    """What the window shows, in few colours."""
    picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
    page.context.close()
    packed = BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _cells(line: Sequence[object]) -> str:
    return "".join(f"<td>{'' if value is None else escape(str(value))}</td>" for value in line)
