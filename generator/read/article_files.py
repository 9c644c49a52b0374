"""A Markdown file with front matter to one row of its dataset: the front matter's fields, and the text below it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.problem import Problem
from generator.read.front_matter_problems import no_front_matter, written_above
from generator.read.rows import Row, Shape
from generator.read.sources import SourceFile
from generator.read.yaml_tables import read_yaml

ARTICLE = ".md"
_FENCE = "---"


class Article(NamedTuple):
    """`front` keeps the file's line numbers (an empty line stands for the fence); `body` begins on `body_line`."""

    front: str | None
    body: str
    body_line: int


def split_article(text: str) -> Article:
    """The YAML between two fences at the very top, and the Markdown below; no front when a fence is missing."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != _FENCE:
        return Article(None, text, 1)
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        return Article(None, text, 1)
    below = lines[end + 1 :]
    blank = next((at for at, line in enumerate(below) if line.strip()), len(below))
    return Article("\n".join(("", *lines[1:end])), "\n".join(below[blank:]).rstrip(), end + 2 + blank)


def read_article(shape: Shape, source: SourceFile, text: str) -> Iterator[Row | Problem]:
    """The rows of the front matter; the record's own row takes the text below as the field declared to hold it."""
    article = split_article(text)
    body = shape.dataset.directory.body
    if article.front is None or body is None:
        yield no_front_matter(source.file)
        return
    at = list(shape.fields).index(body)
    for item in read_yaml(shape, source, article.front):
        if isinstance(item, Row) and item.dataset == shape.dataset.name:
            if item.cells[at] is not None:
                yield written_above(source.file, body, shape.fields[body].title)
            item.cells[at] = article.body or None
            yield item._replace(origin=item.origin._replace(body=article.body_line))
        else:
            yield item
