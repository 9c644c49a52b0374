"""A declaration to a file that is ready to be filled in: every field with its meaning, what it takes, an example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.base.csv_writing import data_csv
from generator.model.dataset import Dataset, Field

_PLAIN = re.compile(r"[\w\u4e00-\u9fff][\w\u4e00-\u9fff（）()./-]*")
_READ_AS_OTHER = re.compile(r"[\d.]+|true|false|null|yes|no|~", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A section an article is asked for: its title, what to write in it, how long."""

    title: str
    guidance: str
    limits: str


def kind_names(dataset: Dataset) -> frozenset[str]:
    """What people may call a kind of record: its name, the name of one of it, its title."""
    name = dataset.name
    single = re.sub(r"ies$", "y", name) if name.endswith("ies") else name.removesuffix("s")
    return frozenset({name, single, single.replace("_", "-"), dataset.title})


def new_document(
    dataset: Dataset, children: Iterable[Dataset], given: Mapping[str, str], path_fields: frozenset[str] = frozenset()
) -> str:
    """YAML: a commented line for each field above its place; optional ones are commented out themselves."""
    lines: list[str] = []
    for field in dataset.offered:
        if field.name not in path_fields and field.name != dataset.directory.body:
            lines.extend(_field_lines(field, given.get(field.name), ""))
    for child in children:
        lines.extend(_nested_lines(child))
    return "\n".join(lines) + "\n"


def new_article(front: str, headings: Iterable[Heading]) -> str:
    """Front matter, and below it each section that is asked for, with a note that never shows on the page."""
    parts = [f"---\n{front}---\n"]
    for each in headings:
        limits = f"（{each.limits}）" if each.limits else ""
        parts.append(f"\n## {each.title}\n\n<!-- {each.guidance}{limits} -->\n")
    return "".join(parts)


def new_item(dataset: Dataset, given: Mapping[str, str]) -> str:
    """One item of a nested list, to paste under its key in the parent's file."""
    nesting = dataset.directory.nesting
    fields = [field for field in dataset.fields if not nesting or field.name != nesting.parent_field]
    lines = [line for field in fields for line in _field_lines(field, given.get(field.name), "    ")]
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    lines[first] = "  - " + lines[first].lstrip()
    return "\n".join([f"{nesting.list if nesting else dataset.name}:", *lines]) + "\n"


def new_table(dataset: Dataset, given: Mapping[str, str], path_fields: frozenset[str]) -> str:
    """CSV: a heading with every field the path does not give, and one row."""
    names = [field.name for field in dataset.fields if field.name not in path_fields]
    return data_csv([names, [given.get(name, "") for name in names]])


def new_row(header: Iterable[str], dataset: Dataset, given: Mapping[str, str]) -> str:
    """One more row for a table; its heading may hold names or titles."""
    titles = {field.title: field.name for field in dataset.fields}
    return data_csv([[given.get(titles.get(name.strip(), name.strip()), "") for name in header]])


def _field_lines(field: Field, value: str | None, indent: str) -> Iterator[str]:
    """A field given or required stands open; an optional one is a line to uncomment."""
    described = f"{field.title}（{_need(field)}）：{field.description}{_choices(field)}{_example(field)}"
    yield f"{indent}# {described}"
    written = _written(field, value) if value else ""
    opening = "" if field.required or value else "# "
    yield f"{indent}{opening}{field.name}:{f' {written}' if written else ''}"


def _need(field: Field) -> str:
    return "必填" if field.required else "可不填"


def _choices(field: Field) -> str:
    if not field.categories:
        return ""
    return "可以写：" + "、".join(f"{each.value}（{each.label}）" for each in field.categories) + "。"


def _example(field: Field) -> str:
    example = field.descriptor.get("example")
    return f"例如 {example}。" if example else ""


def _nested_lines(child: Dataset) -> Iterator[str]:
    nesting = child.directory.nesting
    if nesting is None:
        return
    yield f"# {child.title}：{child.description}"
    yield f"# {nesting.list}:"
    fields = [field for field in child.fields if field.name != nesting.parent_field]
    for number, field in enumerate(fields):
        mark = "- " if number == 0 else "  "
        yield f"#   {mark}{field.name}:  # {field.title}（{_need(field)}）"


def _written(field: Field, value: str) -> str:
    """A value as YAML: lists in brackets, words that YAML could take for something else in quotes."""
    if field.is_list:
        return f"[{', '.join(_quoted(part.strip()) for part in re.split('[;；,，]', value) if part.strip())}]"
    return _quoted(value)


def _quoted(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and not _READ_AS_OTHER.fullmatch(text)
    return text if is_plain else json.dumps(text, ensure_ascii=False)
