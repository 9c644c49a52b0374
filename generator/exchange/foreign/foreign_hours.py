"""Schedules of opening hours to one text as people write it; a text that all of them share stands as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.exchange.foreign.foreign_paths import Thing
from generator.model.opening_hours import WEEK

_SIGNS = "一二三四五六日"
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def hours_text(schedules: Iterable[Thing]) -> str:
    """Empty where no schedule tells of days and times."""
    found = [{name: each.text(name) for name in (*_TOLD, "description")} for each in schedules]
    shared = {each["description"] for each in found if each["description"]}
    if len(shared) == 1:
        return shared.pop()
    times: dict[str, set[int]] = {}
    for each in found:
        if each["opens_at"] and each["closes_at"]:
            span = f"{_clock(each['opens_at'])}—{_clock(each['closes_at'])}"
            times.setdefault(span, set()).update(_days(each))
    return "；".join(f"{_said(sorted(days))} {span}" for span, days in times.items() if days)


_TOLD = ("opens_at", "closes_at", "byday", "weekday", "freq")


def _days(schedule: Mapping[str, str]) -> list[int]:
    """Days from 0: `MO,TU` of version 3, names or numbers of weekdays of version 1; daily is all of them."""
    if schedule["byday"]:
        return [WEEK.index(day.strip()[-2:]) for day in schedule["byday"].split(",") if day.strip()[-2:] in WEEK]
    day = schedule["weekday"].strip().lower()
    if day.isdecimal() and 1 <= int(day) <= len(_NAMES):
        return [int(day) - 1]
    named = [at for at, name in enumerate(_NAMES) if day and name.startswith(day[:3])]
    return named or (list(range(len(WEEK))) if schedule["freq"] == "DAILY" else [])


def _said(days: Sequence[int]) -> str:
    is_run = len(days) > 2 and days[-1] - days[0] == len(days) - 1
    return f"周{_SIGNS[days[0]]}至周{_SIGNS[days[-1]]}" if is_run else "、".join(f"周{_SIGNS[day]}" for day in days)


def _clock(text: str) -> str:
    """`09:00:00` as 9:00."""
    hour, _, rest = text.partition(":")
    return f"{int(hour)}:{rest[:2] or '00'}" if hour.isdecimal() else text
