"""Typed values and rows to the faults that Frictionless does not know: one small rule each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from generator.check.cell_messages import enum_hint, format_message
from generator.check.problems import BEYOND_MEASURE, DATE_ORDER, ENUM, REQUIRED, TYPE, UNSAFE_KEY
from generator.model.addresses import is_address_part
from generator.model.dataset import Dataset, Field
from generator.model.finding import Finding
from generator.model.formats import FORMATS
from generator.model.masking import shown
from generator.model.numbers import is_sensible
from generator.model.record import Value
from generator.model.signs import is_reserved_name

Values = dict[str, Value]

_RESERVED_KEYS = frozenset({"page", "index.html", "index"})


def not_finite(field: Field, value: Value) -> Iterator[Finding]:
    """NaN and Infinity are numbers to Python, not to a reader."""
    if isinstance(value, Decimal) and not value.is_finite():
        yield Finding(TYPE, None, field.name, f"“{field.title}”应当是数字。", "只写数字，不加逗号和单位。")


def beyond_all_measure(field: Field, value: Value) -> Iterator[Finding]:
    """A number of more digits than a spreadsheet keeps is a slip of the hand; sums and pages could not hold it."""
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and not is_sensible(value):
        said = f"“{field.title}”的数太大、太小或太长，不可能是真的。"
        yield Finding(BEYOND_MEASURE, None, field.name, said, "核对原始材料，改正这个数。")


def wrong_format(field: Field, value: Value) -> Iterator[Finding]:
    """A value must fit its field's format: an amount not negative, a telephone that can be called, a valid code."""
    format_ = FORMATS.get(field.format)
    if format_ and not format_.fits(value):
        yield format_message(field, str(value))


def outside_categories(field: Field, value: Value) -> Iterator[Finding]:
    """Each of several values must be one of the allowed ones."""
    if field.categories and isinstance(value, tuple):
        labels = field.labels
        for part in value:
            if part not in labels:
                said = f"“{field.title}”写的{shown(field, part)}不在可选的范围里。"
                yield Finding(ENUM, None, field.name, said, enum_hint(labels, part))


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
            columns = dataset.columns
            early, late = (shown(columns[name], str(values[name])) for name in (second, first))
            said = f"“{columns[second].title}”写的{early}早于“{columns[first].title}”写的{late}。"
            yield Finding(DATE_ORDER, None, second, said, "核对两个日期，改正写错的一个。")


def unsafe_key(dataset: Dataset, values: Values) -> Iterator[Finding]:
    """A key stands in addresses and file names: letters, digits, Chinese, hyphens; no slashes or reserved words."""
    for name in dataset.primary_key:
        value = values[name]
        field = dataset.columns[name]
        if value is None:
            if not field.required:
                yield Finding(REQUIRED, None, name, f"“{field.title}”没有填。", "它是编号的一部分，必填。")
        elif not is_address_part(str(value)):
            said = f"“{field.title}”里有不能用在网址里的符号，或者太长：{shown(field, str(value))}。"
            yield Finding(UNSAFE_KEY, None, name, said, "只用英文字母、数字、汉字和短横线。")
        elif is_reserved_name(str(value)) or _is_reserved(dataset, str(value).lower()):
            yield Finding(UNSAFE_KEY, None, name, f"“{field.title}”不能写“{value}”，这是保留的词。", "换一个编号。")


def unsafe_filter_value(dataset: Dataset, values: Values) -> Iterator[Finding]:
    """What a list is narrowed by stands in addresses too."""
    for filter_ in dataset.directory.filters:
        field, value = dataset.columns[filter_.field], values[filter_.field]
        written = value if isinstance(value, tuple) else () if value is None else (str(value),)
        if field.target or field.categories or all(map(is_address_part, written)):
            continue
        said = f"“{field.title}”用来筛选，里面有不能用在网址里的符号，或者太长：{shown(field, '、'.join(written))}。"
        yield Finding(UNSAFE_KEY, None, filter_.field, said, "只用英文字母、数字、汉字和短横线。")


ROW_RULES: tuple[Callable[[Dataset, Values], Iterator[Finding]], ...] = (
    dates_out_of_order,
    unsafe_key,
    unsafe_filter_value,
)
"""Every rule that looks at one row; its docstring is the rule."""


def _is_reserved(dataset: Dataset, word: str) -> bool:
    return word in _RESERVED_KEYS or any(filter_.name == word for filter_ in dataset.directory.filters)
