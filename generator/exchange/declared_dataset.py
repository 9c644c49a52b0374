"""Columns of a foreign table to the declaration of a dataset and its table: complete, with titles left to be said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml

from generator.base.csv_writing import data_csv
from generator.exchange.declared_columns import ForeignColumn, find_key, find_label
from generator.exchange.imported_cells import YES, fold
from generator.model.json_value import Written

NUMBERED = "id"
"""The field that is added where no columns tell rows apart."""
_HEAD = """\
# 由 mingshan declare 照表格拟出。写着“请填”的地方要填；每个字段的 title、description 是给群众看的，请改成大白话。
# 写法见网站的“怎样声明一种数据”。
"""
_MOST_PAGES = 2_000
"""Rows with pages of their own; those that only together tell themselves apart have none."""
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class TableOrigin:
    """Whose table it is: `protected` says who has protected its counts and how, or why it counts no persons."""

    source: str
    licence: str
    protected: str


@dataclass(frozen=True, slots=True)
class DeclaredDataset:
    """The text of `dataset.yaml` and that of its table."""

    declaration: str
    table: str


def declare_dataset(
    name: str, title: str, columns: Sequence[ForeignColumn], rows: Sequence[Sequence[str]], origin: TableOrigin
) -> DeclaredDataset:
    """A dataset of one table; a key is added where the table has none, made of its own words where these do."""
    key, label = find_key(columns, rows), find_label(columns)
    texts = [[_text(column, cell) for column, cell in zip(columns, row, strict=True)] for row in rows]
    has_pages = len(key) == 1 and bool(label) and len(rows) <= _MOST_PAGES
    if not key or not label:
        number = ForeignColumn(_free(columns), "编号", "string", is_filled=True)
        columns, key, label = (number, *columns), (number.name,), label or number.name
        texts = [[counted, *row] for counted, row in zip(_numbers(texts), texts, strict=True)]
    document = {
        **_head(name, title, origin),
        "schema": _schema(columns, key),
        "directory": {**_directory(columns, key, label), "pages": has_pages, "privacy": _privacy(origin)},
    }
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=120)
    return DeclaredDataset(_HEAD + text, data_csv([[each.name for each in columns], *texts]))


def _head(name: str, title: str, origin: TableOrigin) -> Written:
    treatment = f"处理情况：{origin.protected}" if origin.protected else ""
    return {
        "name": name,
        "title": title,
        "description": f"请填：这是什么数、谁做的、多久更新。{treatment}",
        "path": f"{name}.csv",
        **({"sources": [_source(origin.source)]} if origin.source else {}),
        **({"licenses": [_licence(origin.licence)]} if origin.licence else {}),
    }


def _schema(columns: Sequence[ForeignColumn], key: Sequence[str]) -> Written:
    references = [
        {"fields": [each.name], "reference": {"resource": each.target.dataset, "fields": [each.target.field]}}
        for each in columns
        if each.target
    ]
    return {
        "fields": [_field(each, is_key=each.name in key) for each in columns],
        "primaryKey": list(key),
        **({"foreignKeys": references} if references else {}),
    }


def _directory(columns: Sequence[ForeignColumn], key: Sequence[str], label: str) -> Written:
    return {
        "label": label,
        "columns": [each.name for each in columns if each.name != label][:_SHOWN],
        "sort": list(key),
        "foreign": True,
        "menu": "看公开",
    }


def _privacy(origin: TableOrigin) -> str:
    """What nobody answers for is not shown."""
    return "aggregate" if origin.source and origin.licence else "internal"


def _field(column: ForeignColumn, *, is_key: bool) -> Written:
    found: dict[str, object] = {
        "name": column.name,
        "type": column.type,
        "title": column.heading,
        "description": f"请填：来源的表头写的是“{column.heading}”。",
    }
    if column.type == "boolean":
        found |= {"trueValues": ["是"], "falseValues": ["否"]}
    if column.is_filled or is_key:
        found["constraints"] = {"required": True}
    if column.codes:
        found["categories"] = [{"value": each, "label": each} for each in column.codes]
    return found


def _source(text: str) -> Mapping[str, str]:
    """A name, an address, or both with a blank between them."""
    *words, last = text.split()
    address = last if last.startswith(("http://", "https://")) else ""
    title = " ".join(words) if address else text
    return {"title": title or address, **({"path": address} if address else {})}


def _licence(text: str) -> Mapping[str, str]:
    is_name = re.fullmatch(r"[A-Za-z0-9._-]+", text)
    return {"name": text} if is_name else {"name": "other", "title": text}


def _text(column: ForeignColumn, cell: str) -> str:
    if column.type != "boolean" or not cell:
        return cell
    return "是" if fold(cell) in YES else "否"


def _free(columns: Sequence[ForeignColumn]) -> str:
    names = {each.name for each in columns}
    return NUMBERED if NUMBERED not in names else "row_id"


def _numbers(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Numbers by place: what else tells rows apart would have to be found in the figures."""
    width = len(str(len(rows)))
    return (f"r{number:0{width}}" for number in range(1, len(rows) + 1))
