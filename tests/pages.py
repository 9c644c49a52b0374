"""A built site's pages to what is ours on them, without the frame around it."""

from __future__ import annotations

from pathlib import Path


def article(site: Path, address: str) -> str:
    """The main content of the page at an address."""
    html = (site / address / "index.html").read_text("utf-8")
    _, begin, rest = html.partition('<article class="page"')
    assert begin, f"{address} has no article of ours"
    return begin + rest.partition("</article>")[0] + "</article>"
