"""What a card says to a page of its own, that other sites put into a frame: no script, no form, no telephone."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'"
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="same-origin">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} - {site}</title>
<link rel="stylesheet" href="../assets/mingshan/tokens.css">
<link rel="stylesheet" href="../assets/mingshan/following/card.css">
</head>
<body class="embed embed--{look}">
<h1><a href="../{link}" target="_blank" rel="noopener">{title}</a></h1>
{lines}
<p class="embed__foot">截至 {day} · <a href="../{link}" target="_blank" rel="noopener">到“{site}”看最新的</a></p>
</body>
</html>
"""


class EmbedCard(NamedTuple):
    """`link` leads to the page from the site's root; `look` is `now`, or `over` for what is withdrawn."""

    title: str
    lines: Sequence[str]
    day: str
    link: str
    look: str = "now"


def card_page(site_name: str, card: EmbedCard) -> str:
    """All of it is text."""
    return _PAGE.format(
        policy=escape(_POLICY),
        title=escape(card.title),
        site=escape(site_name),
        look=card.look,
        link=escape(card.link),
        lines="\n".join(f"<p>{escape(line)}</p>" for line in card.lines if line),
        day=escape(card.day),
    )
