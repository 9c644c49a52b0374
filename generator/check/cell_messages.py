"""What Frictionless says of a cell, to plain Chinese: what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from typing import Any

from generator.check.problems import BY_FORMAT, ENUM, LENGTH, PATTERN, RANGE, REQUIRED, TYPE
from generator.model.dataset import Field
from generator.model.finding import Finding
from generator.model.formats import FORMATS
from generator.model.masking import shown

_GRAVEST = ("required", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum")
"""A cell that breaks several constraints is told the one that explains most."""


def cell_message(field: Field, cell: object, broken: Collection[str]) -> Finding:
    """One sentence and one hint for a cell; `broken` names what Frictionless missed: `type`, or constraints."""
    text = ";".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
    if "type" in broken:
        return _wrong_type(field, text)
    name = min(broken, key=lambda each: _GRAVEST.index(each) if each in _GRAVEST else len(_GRAVEST))
    limit = field.descriptor.get("constraints", {}).get(name)
    return _CONSTRAINTS[name](field, text, limit)


def _wrong_type(field: Field, text: str) -> Finding:
    """A cell does not hold what its field's type asks for."""
    if field.type == "string":
        return format_message(field, text)
    if field.type == "boolean":
        yes, no = field.descriptor.get("trueValues", ["true"])[0], field.descriptor.get("falseValues", ["false"])[0]
        return Finding(
            TYPE, None, field.name, f"“{field.title}”写的{shown(field, text)}看不懂。", f"只能写“{yes}”或“{no}”。"
        )
    wanted, hint = _TYPES[field.type]
    return Finding(TYPE, None, field.name, f"“{field.title}”应当是{wanted}，写的是{shown(field, text)}。", hint)


def format_message(field: Field, text: str) -> Finding:
    """A value does not fit its field's format."""
    wanted, example, *_ = FORMATS[field.format]
    said = f"“{field.title}”不对：{shown(field, text)}。"
    return Finding(BY_FORMAT[field.format], None, field.name, said, f"应当是{wanted}，例如 {example}。")


def _required(field: Field, _text: str, _limit: Any) -> Finding:
    """A field that must be filled in is empty."""
    return Finding(REQUIRED, None, field.name, f"“{field.title}”没有填。", f"这一项必填。{field.description}")


def _enum(field: Field, text: str, limit: Any) -> Finding:
    """A field with a closed list of values holds something else."""
    labels = field.labels or {str(value): str(value) for value in limit or ()}
    return Finding(
        ENUM, None, field.name, f"“{field.title}”写的{shown(field, text)}不在可选的范围里。", enum_hint(labels, text)
    )


def enum_hint(labels: Mapping[str, str], text: str) -> str:
    """The value that was probably meant, then all that may be written."""
    by_label = {label: value for value, label in labels.items()}
    close = get_close_matches(text, [*labels, *by_label], n=1, cutoff=0.5)
    meant = by_label.get(close[0], close[0]) if close else None
    first = f"是不是 {meant}（{labels[meant]}）？" if meant else ""
    options = "、".join(value if value == label else f"{value}（{label}）" for value, label in labels.items())
    return f"{first}可以写：{options}。"


def _pattern(field: Field, text: str, _limit: Any) -> Finding:
    """A text does not have the form its field asks for."""
    example = field.descriptor.get("example")
    return Finding(
        PATTERN,
        None,
        field.name,
        f"“{field.title}”的写法不对：{shown(field, text)}。",
        f"{field.description}{f'例如 {example}。' if example else ''}" or "对照数据字典改正。",
    )


def _too_long(field: Field, text: str, limit: Any) -> Finding:
    """A text is longer than its field allows."""
    return Finding(
        LENGTH,
        None,
        field.name,
        f"“{field.title}”有 {len(text)} 个字，最多 {limit} 个字。",
        "写得短一些，细节放到别的栏目。",
    )


def _too_short(field: Field, text: str, limit: Any) -> Finding:
    """A text is shorter than its field asks for."""
    return Finding(
        LENGTH, None, field.name, f"“{field.title}”只有 {len(text)} 个字，至少 {limit} 个字。", "写得完整一些。"
    )


def _too_small(field: Field, text: str, limit: Any) -> Finding:
    """A number or date lies below the smallest allowed."""
    return Finding(
        RANGE, None, field.name, f"“{field.title}”不能小于 {limit}，写的是{shown(field, text)}。", "核对后改正。"
    )


def _too_large(field: Field, text: str, limit: Any) -> Finding:
    """A number or date lies above the largest allowed."""
    return Finding(
        RANGE, None, field.name, f"“{field.title}”不能大于 {limit}，写的是{shown(field, text)}。", "核对后改正。"
    )


_CONSTRAINTS: Mapping[str, Callable[[Field, str, Any], Finding]] = {
    "required": _required,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _too_short,
    "maxLength": _too_long,
    "minimum": _too_small,
    "maximum": _too_large,
}
_TYPES = {
    "integer": ("整数", "只写数字，不加逗号、单位和小数。"),
    "number": ("数字", "只写数字，不加逗号和单位；“万元”请换算成元。"),
    "date": ("日期", "写成 2026-01-31 这样的日期，并核对这一天是否存在。"),
    "list": ("一个或多个值", "多个值之间用分号隔开。"),
    "year": ("年份", "写成 2026 这样四位数字。"),
}
