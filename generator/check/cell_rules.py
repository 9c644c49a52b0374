"""Typed values and rows to the faults that Frictionless does not know: one small rule each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from generator.check import cell_problems
from generator.model.addresses import is_address_part
from generator.model.dataset import Dataset, Field
from generator.model.finding import Finding
from generator.model.formats import FORMATS
from generator.model.numbers import is_sensible
from generator.model.record import Value
from generator.model.signs import is_reserved_name

Values = dict[str, Value]

_RESERVED_KEYS = frozenset({"page", "index.html", "index"})


def not_finite(field: Field, value: Value) -> Iterator[Finding]:
    """NaN and Infinity are numbers to Python, not to a reader."""
    if isinstance(value, Decimal) and not value.is_finite():
        yield cell_problems.not_finite(field)


def beyond_all_measure(field: Field, value: Value) -> Iterator[Finding]:
    """A number of more digits than a spreadsheet keeps is a slip of the hand; sums and pages could not hold it."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and not is_sensible(value):
        yield cell_problems.beyond_measure(field)


def wrong_format(field: Field, value: Value) -> Iterator[Finding]:
    """A value must fit its field's format: an amount not negative, a telephone that can be called, a valid code."""
    format_ = FORMATS.get(field.format)
    if format_ and not format_.fits(value):
        yield cell_problems.wrong_format(field, str(value))


def outside_categories(field: Field, value: Value) -> Iterator[Finding]:
    """Each of several values must be one of the allowed ones."""
    if field.categories and isinstance(value, tuple):
        labels = field.labels
        yield from (cell_problems.outside_categories(field, part, labels) for part in value if part not in labels)


VALUE_RULES: tuple[Callable[[Field, Value], Iterator[Finding]], ...] = (
    not_finite,
    beyond_all_measure,
    wrong_format,
    outside_categories,
)
"""Every rule that looks at one value that is not missing; its docstring is the rule. The first fault found counts."""


def dates_out_of_order(dataset: Dataset, values: Values) -> Iterator[Finding]:
    """What is declared to come first must not come after the other."""
    for first, second in dataset.directory.order:
        before, after = values[first], values[second]
        if isinstance(before, date) and isinstance(after, date) and before > after:
            early, late = dataset.columns[first], dataset.columns[second]
            yield cell_problems.dates_out_of_order(early, late, str(before), str(after))


def unsafe_key(dataset: Dataset, values: Values) -> Iterator[Finding]:
    """A key stands in addresses and file names: letters, digits, Chinese, hyphens; no slashes or reserved words."""
    for name in dataset.primary_key:
        value = values[name]
        field = dataset.columns[name]
        if value is None:
            if not field.required:
                yield cell_problems.part_of_key_missing(field)
        elif not is_address_part(str(value)):
            yield cell_problems.unsafe_key(field, str(value))
        elif is_reserved_name(str(value)) or _is_reserved(dataset, str(value).lower()):
            yield cell_problems.reserved_key(field, str(value))


def unsafe_filter_value(dataset: Dataset, values: Values) -> Iterator[Finding]:
    """What a list is narrowed by stands in addresses too."""
    for filter_ in dataset.directory.filters:
        field, value = dataset.columns[filter_.field], values[filter_.field]
        written = value if isinstance(value, tuple) else () if value is None else (str(value),)
        if field.target or field.categories or all(map(is_address_part, written)):
            continue
        yield cell_problems.unsafe_filter_value(field, "、".join(written))


ROW_RULES: tuple[Callable[[Dataset, Values], Iterator[Finding]], ...] = (
    dates_out_of_order,
    unsafe_key,
    unsafe_filter_value,
)
"""Every rule that looks at one row; its docstring is the rule."""


def _is_reserved(dataset: Dataset, word: str) -> bool:
    return word in _RESERVED_KEYS or any(filter_.name == word for filter_ in dataset.directory.filters)
