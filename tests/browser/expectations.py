"""What a search should find, worked out from the records and the Markdown files themselves, without any index."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.record import Record, Value

Texts = Mapping[str, str]
"""What each page says, by address; what is looked for must stand in one line."""

_HAN = re.compile("[々〇㐀-䶿一-鿿]")
_APART = re.compile(r"(?<=[㐀-鿿]) +(?=[a-z0-9])|(?<=[a-z0-9]) +(?=[㐀-鿿])")
"""Whether a number stands apart from Chinese words is typography."""
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), "\n"),
    (re.compile(r"\{:?\s*[.#][^}]*\}"), ""),
    (re.compile(r"^\*\[.*$", re.MULTILINE), ""),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\*\*|`"), ""),
    (re.compile(r"[|\n]"), "\n"),
)


def folded(text: str) -> str:
    """One width, lower case, no commas within numbers."""
    plain = unicodedata.normalize("NFKC", text).lower()
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3})", "", plain)


def site_texts(catalogue: Catalogue, content: Path, prose: Iterable[tuple[str, str, str]]) -> Texts:
    """All that every findable page says, by address; `prose` are (file, address, a name that stands nowhere in it)."""
    records = (
        (f"{name}/{record.key}/", (*_record_parts(catalogue, record), *_places(catalogue, record)))
        for name, dataset in catalogue.datasets.items()
        if dataset.directory.pages
        for record in catalogue.records[name].values()
    )
    pages = ((address, (name, *_prose_parts(content / file))) for file, address, name in prose)
    return {address: "\n".join(_APART.sub("", folded(part)) for part in parts) for address, parts in (*records, *pages)}


def pages_with(texts: Texts, query: str, synonyms: Iterable[Iterable[str]] = ()) -> frozenset[str]:
    """The pages that say every word of a query in one of its spellings."""
    words = [each for each in re.split(r"[\s,，、]+", folded(query)) if each]
    spellings = [tuple(_spellings(each, synonyms)) for each in words]
    return frozenset(
        address for address, text in texts.items() if all(any(_holds(text, one) for one in each) for each in spellings)
    )


def _spellings(word: str, synonyms: Iterable[Iterable[str]]) -> Iterator[str]:
    yield word
    for group in synonyms:
        for one in group:
            if folded(one) in word:
                yield from (word.replace(folded(one), folded(other)) for other in group)


def _holds(text: str, word: str) -> bool:
    """Han characters may stand anywhere in a sentence; letters and digits are words and stand alone."""
    if word not in text:
        return False
    start, end = (r"" if _HAN.match(each) else r"(?<![^\W_㐀-鿿])" for each in (word[0], word[-1]))
    end = end and r"(?![^\W_㐀-鿿])"
    return re.search(start + re.escape(word) + end, text) is not None


def _record_parts(catalogue: Catalogue, record: Record) -> Iterator[str]:
    dataset = catalogue.datasets[record.dataset]
    yield record.key
    yield from (str(record.values[name] or "") for name in (dataset.directory.label, dataset.directory.summary) if name)
    for section in dataset.directory.layout:
        yield from (_shown(catalogue, dataset.columns[name], record.values[name]) for name in section.fields)
    for child in catalogue.datasets.values():
        nesting = child.directory.nesting
        if nesting and nesting.dataset == record.dataset:
            for row in catalogue.records[child.name].values():
                if row.values[nesting.parent_field] == record.key:
                    yield from _nested_parts(catalogue, row)


def _nested_parts(catalogue: Catalogue, row: Record) -> Iterator[str]:
    dataset = catalogue.datasets[row.dataset]
    yield from (str(row.values[name] or "") for name in (dataset.directory.label, dataset.directory.summary) if name)
    for section in dataset.directory.layout:
        yield from (_shown(catalogue, dataset.columns[name], row.values[name]) for name in section.fields)


def _shown(catalogue: Catalogue, field: Field, value: Value) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, tuple):
        return "、".join(_shown(catalogue, field, each) for each in value)
    if field.target:
        target = catalogue.records[field.target].get(str(value))
        return str(target.values[catalogue.datasets[field.target].directory.label]) if target else ""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, int | Decimal):
        return (
            f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, Decimal) and "." in f"{value:f}" else f"{value}"
        )
    return {each.value: each.label for each in field.categories}.get(value, _period(field, value))


def _period(field: Field, value: str) -> str:
    return f"{value[:4]}年{'上' if value.endswith('1') else '下'}半年" if field.format == "period" else value


def _places(catalogue: Catalogue, record: Record) -> Iterator[str]:
    """Whoever looks for a district finds what is in its streets."""
    fields = [each for each in catalogue.datasets[record.dataset].fields if each.target == "divisions"]
    named = [place for each in fields for place in catalogue.targets(record, each)]
    for place in (record, *named) if record.dataset == "divisions" else named:
        yield from (
            str(above.values["name"]) for above in catalogue.ancestors(place) if above.values["level"] != "city"
        )


def _prose_parts(file: Path) -> Iterator[str]:
    markdown = file.read_text("utf-8")
    front = _FRONT.match(markdown)
    text = _FRONT.sub("", markdown)
    for pattern, replacement in _MARKUP:
        text = pattern.sub(replacement, text)
    yield from re.findall(r"^title: (.*)$", front[0], re.MULTILINE) if front else ()
    yield from (line.strip(" #>-") for line in text.splitlines())
