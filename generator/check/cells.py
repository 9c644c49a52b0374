"""Typed values and rows to the faults that Frictionless does not know: one small rule each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from generator.check.masking import shown
from generator.check.messages import Said, enum_hint
from generator.domain.formats import FORMATS
from generator.model.dataset import Dataset, Field
from generator.model.record import Value

Values = dict[str, Value]
Fault = tuple[str, Said]
"""A field's name and what is wrong with it."""

_KEY_PART = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][\w.-]{0,79}")
_RESERVED_KEYS = frozenset({"page", "index.html", "index"})


def not_finite(field: Field, value: Value) -> Iterator[Said]:
    """NaN and Infinity are numbers to Python, not to a reader."""
    if isinstance(value, Decimal) and not value.is_finite():
        yield Said("type", f"“{field.title}”应当是数字。", "只写数字，不加逗号和单位。")


def wrong_format(field: Field, value: Value) -> Iterator[Said]:
    """A value must fit its field's format: an amount not negative, a telephone that can be called, a valid code."""
    format_ = FORMATS.get(field.format)
    if format_ and not format_.fits(value):
        said = f"“{field.title}”不对：{shown(field, str(value))}。"
        yield Said(field.format.replace("_", "-"), said, f"应当是{format_.wanted}，例如 {format_.example}。")


def outside_categories(field: Field, value: Value) -> Iterator[Said]:
    """Each of several values must be one of the allowed ones."""
    if field.categories and isinstance(value, tuple):
        labels = field.labels
        for part in value:
            if part not in labels:
                said = f"“{field.title}”写的{shown(field, part)}不在可选的范围里。"
                yield Said("enum", said, enum_hint(labels, part))


VALUE_RULES: tuple[Callable[[Field, Value], Iterator[Said]], ...] = (not_finite, wrong_format, outside_categories)
"""Every rule that looks at one value that is not missing; its docstring is the rule. The first fault found counts."""


def dates_out_of_order(dataset: Dataset, values: Values) -> Iterator[Fault]:
    """What is declared to come first must not come after the other."""
    for first, second in dataset.directory.order:
        before, after = values[first], values[second]
        if isinstance(before, date) and isinstance(after, date) and before > after:
            columns = dataset.columns
            said = f"“{columns[second].title}”（{after}）早于“{columns[first].title}”（{before}）。"
            yield second, Said("date-order", said, "核对两个日期，改正写错的一个。")


def unsafe_key(dataset: Dataset, values: Values) -> Iterator[Fault]:
    """A key stands in addresses and file names: letters, digits, Chinese, hyphens; no slashes or reserved words."""
    for name in dataset.primary_key:
        value = values[name]
        field = dataset.columns[name]
        if value is None:
            if not field.required:
                yield name, Said("required", f"“{field.title}”没有填。", "它是编号的一部分，必填。")
        elif not _KEY_PART.fullmatch(str(value)):
            said = f"“{field.title}”里有不能用在网址里的符号，或者太长：{shown(field, str(value))}。"
            yield name, Said("unsafe-key", said, "只用英文字母、数字、汉字和短横线。")
        elif _is_reserved(dataset, str(value).lower()):
            yield name, Said("unsafe-key", f"“{field.title}”不能写“{value}”，这是保留的词。", "换一个编号。")


RULES: tuple[Callable[[Dataset, Values], Iterator[Fault]], ...] = (dates_out_of_order, unsafe_key)
"""Every rule that looks at one row; its docstring is the rule."""


def _is_reserved(dataset: Dataset, word: str) -> bool:
    return word in _RESERVED_KEYS or any(filter_.name == word for filter_ in dataset.directory.filters)
