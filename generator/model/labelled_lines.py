"""Fields of a record to lines of `heading: value`: plain text for formats that have no place of their own for them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.catalogue import Catalogue
from generator.model.dataset import Field
from generator.model.facets import record_title
from generator.model.record import Record


def labelled_lines(catalogue: Catalogue, record: Record, names: Iterable[str]) -> str:
    """One line a field that says something, headed as its declaration does; whoever reads them back knows where to."""
    columns = catalogue.datasets[record.dataset].known_fields
    fields = (columns[name] for name in names if name in columns)
    said = ((field.title, plain_text(catalogue, record, field)) for field in fields)
    return "\n".join(f"{title}：{text}" for title, text in said if text)


def plain_text(catalogue: Catalogue, record: Record, field: Field) -> str:
    """A value as people read it: names for references, labels for codes, 是 and 否."""
    if field.target:
        return "、".join(record_title(catalogue, each) for each in catalogue.targets(record, field))
    value = record.values.get(field.name)
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case tuple():
            return "、".join(field.labels.get(each, each) for each in value)
    return field.labels.get(str(value), str(value))
