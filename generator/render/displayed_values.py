"""Typed values to the plain text a reader sees."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from generator.model.record import Value


def chinese_date(day: date) -> str:
    """2026年1月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def number(value: int | Decimal) -> str:
    """Thousands separated by commas; no decimals unless there are some."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        value = int(value)
    return f"{value:,}"


def yuan(value: int | Decimal) -> str:
    """An amount of money."""
    return f"{number(value)} 元"


def period(value: str) -> str:
    """`2026H2` as 2026年下半年; anything else as it is."""
    year, _, half = value.partition("H")
    halves = {"1": "上半年", "2": "下半年"}
    return f"{year}年{halves[half]}" if year.isdigit() and half in halves else value


def plain(value: Value) -> str:
    """Any value without a format of its own."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, tuple):
        return "、".join(value)
    if isinstance(value, date):
        return chinese_date(value)
    return number(value) if isinstance(value, int | Decimal) else value
