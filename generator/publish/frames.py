"""A page MkDocs drew for nobody's content to a frame that any page of ours can fill."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from html import escape

from generator.model.addresses import root_prefix, url_path
from generator.model.problem import Problem
from generator.publish.menu import Stub
from generator.publish.mkdocs_problems import missing_mark
from generator.publish.scripts import ROOT, content_policy, find_intruders, slot_addresses
from generator.publish.shell import MAIN_TEMPLATE, OVERRIDES, Shell

SLOTS = ("title", "description", "head", "content")
"""What every frame must have room for; `address` (the canonical link) and `report` may come too."""
SLOT_MARK = re.compile(
    r"@@(title|description|address)@@|<!--@@(head|report)@@-->|<!--@@(content)@@-->.*?<!--@@/content@@-->", re.DOTALL
)
POLICY = "@@csp@@"
NEIGHBOUR = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
SPACE = re.compile(r"(<script\b.*?</script>)|\s*\n\s*", re.DOTALL)
"""Half of what Material prints is empty lines; a frame has no text in which they count."""
CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)"')


@dataclass(frozen=True, slots=True)
class Frame:
    """`template` is HTML with `@@root@@` and the marks of CONTRACT in it; it fits a page of any depth."""

    name: str
    template: str
    digest: str


@dataclass(frozen=True, slots=True)
class FrameFilling:
    """What goes into a frame: `head`, `content` and `report` are HTML from templates, the rest is plain text."""

    title: str
    description: str
    head: str
    content: str
    report: str = ""


def read_frames(shell: Shell, stubs: Iterable[Stub]) -> tuple[Mapping[str, Frame], tuple[Problem, ...]]:
    """The frame of every stub by name; a mark the theme's override does not print is a problem."""
    drawn = {stub.name: _read_frame(stub, shell.read_page(stub.address)) for stub in stubs}
    problems = [problem for frame in drawn.values() for problem in _check_frame(frame, shell.scripts)]
    return drawn, tuple(dict.fromkeys(problems))


def _read_frame(stub: Stub, html: str) -> Frame:
    own = CANONICAL.sub(lambda found: f'{found[1]}{found[2].removesuffix(stub.address)}@@address@@"', html)
    template = compact(slot_addresses(NEIGHBOUR.sub("", own), stub.address))
    return Frame(stub.name, template, blake2b(template.encode(), digest_size=16).hexdigest())


def compact(html: str) -> str:
    """Without the empty lines and indents that templates leave; scripts stay as they are."""
    return SPACE.sub(lambda found: found[1] or "\n", html)


def _check_frame(frame: Frame, trusted: frozenset[str]) -> Iterable[Problem]:
    found = {_slot(mark) for mark in SLOT_MARK.finditer(frame.template)} | (
        {"csp"} & {frame.template.count(POLICY) and "csp"}
    )
    for slot in ("csp", *SLOTS):
        if slot not in found:
            yield missing_mark(MAIN_TEMPLATE, f"@@{slot}@@")
    yield from find_intruders(frame.template, f"{frame.name}/", trusted, OVERRIDES)


def fill_frame(frame: Frame, address: str, filling: FrameFilling) -> str:
    """The finished page."""
    values = {
        "title": escape(filling.title),
        "description": escape(filling.description),
        "address": escape(url_path(address)),
        "head": filling.head,
        "content": filling.content,
        "report": filling.report,
    }
    parts = list(_parts(frame, address.count("/")))
    parts[1::2] = [values[slot] for slot in parts[1::2]]
    return "".join(parts)


@lru_cache(maxsize=1024)
def _parts(frame: Frame, depth: int) -> tuple[str, ...]:
    """Literal text and names of slots by turns, ready for pages `depth` folders down."""
    html = frame.template.replace(ROOT, root_prefix("/" * depth) or "./")
    html = html.replace(POLICY, escape(content_policy(html), quote=False))
    parts: list[str] = []
    end = 0
    for mark in SLOT_MARK.finditer(html):
        parts += (html[end : mark.start()], _slot(mark))
        end = mark.end()
    return (*parts, html[end:])


def _slot(mark: re.Match[str]) -> str:
    return next(name for name in mark.groups() if name)
