"""The Markdown of a case to its sections, their lengths in characters, and what in it is no Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.render.article_blocks import without_comments

_HEADING = re.compile(r"##[ \t]+(.+?)[ \t#]*$")
_COUNTED = re.compile(r"[㐀-䶿一-鿿]|[A-Za-z0-9][A-Za-z0-9.,%'-]*")
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_MARKUP = re.compile(r"<\s*/?\s*([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>|(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_CODE = re.compile(r"`[^`\n]*`")


class ArticlePart(NamedTuple):
    """One section: its heading, its text, and the line (from 0, within the article) on which its heading stands."""

    title: str
    text: str
    line: int


def split_parts(text: str) -> tuple[ArticlePart, ...]:
    """The sections in order; what stands before the first heading comes first, under no title."""
    parts: list[tuple[str, int, list[str]]] = [("", 0, [])]
    for number, line in enumerate(without_comments(text).split("\n")):
        if heading := _HEADING.match(line):
            parts.append((heading[1].strip(), number, []))
        else:
            parts[-1][2].append(line)
    made = (ArticlePart(title, "\n".join(lines).strip(), line) for title, line, lines in parts)
    return tuple(part for part in made if part.title or part.text)


def count_characters(text: str) -> int:
    """Chinese characters; a number or a Latin word counts as one, marks, pictures and addresses do not count."""
    return len(_COUNTED.findall(_IMAGE.sub("", text)))


def find_images(text: str) -> Iterator[tuple[str, int]]:
    """The files that an article shows, with their lines from 0."""
    plain = without_comments(text)
    for found in _IMAGE.finditer(plain):
        yield found[1], plain.count("\n", 0, found.start())


def find_markup(text: str) -> Iterator[tuple[str, int]]:
    """HTML tags and addresses that run something, with their lines from 0; notes and code are left alone."""
    plain = _CODE.sub(lambda found: " " * len(found[0]), without_comments(text))
    for found in _MARKUP.finditer(plain):
        yield (found[1] or found[0].rstrip(": ")).lower(), plain.count("\n", 0, found.start())
