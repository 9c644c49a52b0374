"""A field's rules to plain Chinese sentences, for the data dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.dataset import Field

_TYPES = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "date": "日期（如 2026-01-31）",
    "boolean": "是 或 否",
    "list": "可填多个",
}
_FORMATS = {
    "yuan": "金额，单位元",
    "people": "人数",
    "households": "户数",
    "telephone": "电话号码",
    "credit_code": "统一社会信用代码（18 位）",
    "period": "半年期（如 2026H1）",
    "year": "四位数的年份",
    "paragraphs": "长文字，空一行分段",
    "markdown": "用 Markdown 写的文章",
    "attachment": "content 里已有的文件",
    "companion": "文章文件夹里的文件",
    "address": "对公众开放的地址",
    "uri": "网址（http 或 https）",
    "email": "电子邮箱",
}
_LIMITS = {
    "minimum": "不小于 {}",
    "maximum": "不大于 {}",
    "minLength": "至少 {} 个字",
    "maxLength": "最多 {} 个字",
    "pattern": "格式：{}",
}


def field_sentences(field: Field) -> tuple[str, ...]:
    """What may be written in a field, one sentence a rule."""
    return tuple(_sentences(field, field.descriptor.get("constraints", {})))


def _sentences(field: Field, constraints: Mapping[str, Any]) -> Iterator[str]:
    yield "必填" if field.required else "可不填"
    yield _FORMATS.get(field.format or field.descriptor.get("format", ""), _TYPES.get(field.type, field.type))
    if constraints.get("unique"):
        yield "不能重复"
    if field.is_list:
        yield f"CSV 里用“{field.descriptor.get('delimiter', ',')}”隔开"
    if field.categories:
        yield "只能填：" + "、".join(f"{each.value}（{each.label}）" for each in field.categories)
    for name, sentence in _LIMITS.items():
        if name in constraints:
            yield sentence.format(constraints[name])
