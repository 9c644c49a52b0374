"""A dataset to the columns of the sheet people fill in: headings, notes, choices, an example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.exchange.csv_records import written_value
from generator.exchange.imported_cells import fold, fold_labels, is_one_item
from generator.exchange.imported_rows import EXAMPLE
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.formats import FORMATS
from generator.model.labels import value_labels
from generator.model.record import Record, Value

SheetCell = str | int | float | Decimal | date | None
MOST_CHOICES = 3_000


@dataclass(frozen=True, slots=True)
class Column:
    """`names`: for each value of a closed list the name people choose; empty for open fields."""

    field: Field
    heading: str
    note: str
    names: Mapping[str, str]

    def written(self, value: Value) -> SheetCell:
        """A value as it stands in the sheet: dates and numbers as such, codes by their names."""
        if isinstance(value, tuple):
            delimiter = str(self.field.descriptor.get("delimiter") or ",")
            return delimiter.join(self.names.get(part, part) for part in value)
        if isinstance(value, date | Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        return self.names.get(str(value), written_value(self.field, value)) if value is not None else None

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen from, in order; nothing for open fields."""
        return tuple(dict.fromkeys(self.names.values()))


def workbook_columns(catalogue: Catalogue, dataset: Dataset) -> tuple[Column, ...]:
    """One column a field, in declared order."""
    titles = [field.title for field in dataset.offered]
    labels = value_labels(catalogue, dataset)
    return tuple(
        Column(
            field=field,
            heading=_heading(field, titles.count(field.title) == 1),
            note=_note(field),
            names=_names(field, labels.get(field.name, ())),
        )
        for field in dataset.offered
    )


def written_row(columns: Sequence[Column], record: Record) -> list[SheetCell]:
    """One record as a row."""
    return [column.written(record.values[column.field.name]) for column in columns]


def example_row(columns: Sequence[Column]) -> list[SheetCell]:
    """How a row is filled in; its first cell says that nobody reads it."""
    return [EXAMPLE, *(_example(column) for column in columns[1:])]


def _heading(field: Field, is_plain: bool) -> str:
    """Required ones carry a star; a title that two fields share is told by the field's name."""
    return f"{field.title if is_plain else field.name}{'*' if field.required else ''}"


def _note(field: Field) -> str:
    return "\n".join(_note_lines(field))


def _note_lines(field: Field) -> Iterator[str]:
    yield f"{'必填' if field.required else '可不填'}。{field.description}"
    if field.is_list:
        yield f"可以写几个，用“{field.descriptor.get('delimiter') or ','}”隔开。"
    if field.format in FORMATS:
        yield f"应当是{FORMATS[field.format].wanted}。"
    example = field.descriptor.get("example")
    if example:
        yield f"例如：{example}"


def _names(field: Field, labels: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """For each value the first of its names that leads back to it, and to it alone."""
    if field.type == "boolean":
        words = [str(field.descriptor.get(name, [name])[0]) for name in ("trueValues", "falseValues")]
        return {word: word for word in words}
    order = dict.fromkeys(value for _, value in labels)
    if len(order) > MOST_CHOICES:
        return {}
    folded = fold_labels(labels)
    found: dict[str, str] = {}
    for name, value in sorted(labels, key=lambda pair: pair[0] == pair[1]):
        is_whole = not field.is_list or is_one_item(name)
        if value not in found and is_whole and folded.get(fold(name)) == value:
            found[value] = name
    return {value: found.get(value, value) for value in order}


def _example(column: Column) -> SheetCell:
    field = column.field
    example = str(field.descriptor.get("example") or "")
    if not example:
        usual = FORMATS[field.format].example if field.format in FORMATS else ""
        return column.choices[0] if column.choices and field.required else usual or None
    delimiter = str(field.descriptor.get("delimiter") or ",")
    return column.written(tuple(example.split(delimiter)) if field.is_list else example)
