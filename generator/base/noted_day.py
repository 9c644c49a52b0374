"""The day a site is built for, noting what it is asked: whether another day has come, its month, its year, itself.

Whoever only asks whether a last day has passed comes out the same until it has, however many days later.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.base.reads import Read, note

THE_DAY, HAS_COME, THE_MONTH, THE_YEAR = "day", "has-come", "month", "year"
"""Kinds of reads. The last three name how far the day was moved before it was asked, `HAS_COME` the other day first."""

MONTHS_A_YEAR = 12
_ONE_DAY = timedelta(days=1)
_DAYS, _MONTHS, _FIRST = "d", "m", "f"
_MONTHS_FORMAT = "%Y-%m"


@lru_cache(maxsize=100_000)
def plain_add_months(day: date, months: int) -> date:
    """The same day of a later (or earlier) month; where that month is too short, its last day.

    Remembered: ten thousand projects ask for a few thousand days, half a million times.
    """
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    if day.day <= 28:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def move(day: date, moves: str) -> date:
    """A day moved as a noted one was: `m-12,d+1` is twelve months earlier and a day later, `f` the month's first."""
    for each in moves.split(",") if moves else ():
        if each == _FIRST:
            day = day.replace(day=1)
        elif each[0] == _MONTHS:
            day = plain_add_months(day, int(each[1:]))
        else:
            day += timedelta(days=int(each[1:]))
    return day


class NotedDay(date):
    """A day that stands in for a plain one wherever that is compared, moved or written.

    What it holds as a `date` is the first day there is: whoever looks past its methods, as `datetime.combine` does,
    shows that, and not an unnoted today.
    """

    __slots__ = ("_known", "moves", "plain")

    plain: date
    moves: str
    """How it came from the day the site is built for."""
    _known: dict[date, tuple[bool, Read]]

    def __new__(cls, plain: date, moves: str = "") -> NotedDay:
        """A day, moved already."""
        made = super().__new__(cls, 1, 1, 1)
        made.plain, made.moves, made._known = plain, moves, {}
        return made

    def add_months(self, months: int) -> NotedDay:
        """As `plain_add_months`."""
        return self._moved(plain_add_months(self.plain, months), f"{_MONTHS}{months:+d}")

    if not TYPE_CHECKING:  # `date` says more narrowly what it takes and gives

        def __lt__(self, other: object) -> Any:
            return not self._has_come(other) if _is_day(other) else NotImplemented

        def __ge__(self, other: object) -> Any:
            return self._has_come(other) if _is_day(other) else NotImplemented

        def __le__(self, other: object) -> Any:
            return not self._is_past(other) if _is_day(other) else NotImplemented

        def __gt__(self, other: object) -> Any:
            return self._is_past(other) if _is_day(other) else NotImplemented

        def __eq__(self, other: object) -> Any:
            return self._has_come(other) and not self._is_past(other) if _is_day(other) else NotImplemented

        def __ne__(self, other: object) -> Any:
            return not self == other if _is_day(other) else NotImplemented

        def __add__(self, other: object) -> Any:
            return self._by(other.days) if isinstance(other, timedelta) else NotImplemented

        __radd__ = __add__

        def __sub__(self, other: object) -> Any:
            if isinstance(other, timedelta):
                return self._by(-other.days)
            return self._itself() - _plain(other) if _is_day(other) else NotImplemented

        def __rsub__(self, other: object) -> Any:
            return _plain(other) - self._itself() if _is_day(other) else NotImplemented

        def __reduce__(self) -> Any:
            return NotedDay, (self.plain, self.moves)

        def __reduce_ex__(self, _protocol: object) -> Any:
            return self.__reduce__()

        def __format__(self, given: str) -> str:
            return self.strftime(given) if given else str(self)

        def strftime(self, given: str) -> str:
            """A month alone asks for no more."""
            if given == _MONTHS_FORMAT:
                return f"{self.year:04}-{self.month:02}"
            return self._itself().strftime(given)

        def replace(self, *given: int, **named: int) -> date:
            """To the first of its month it is moved; what is replaced otherwise is a day like any other."""
            if not given and named == {"day": 1}:
                return self._moved(self.plain.replace(day=1), _FIRST)
            return self._itself().replace(*given, **named)

        @property
        def year(self) -> int:
            """The same until it is over."""
            note((THE_YEAR, self.moves))
            return self.plain.year

        @property
        def month(self) -> int:
            """The same until it is over."""
            note((THE_MONTH, self.moves))
            return self.plain.month

    def _itself(self) -> date:
        note((THE_DAY,))
        return self.plain

    def _moved(self, plain: date, how: str) -> NotedDay:
        return NotedDay(plain, f"{self.moves},{how}" if self.moves else how)

    def _by(self, days: int) -> NotedDay:
        return self._moved(self.plain + timedelta(days=days), f"{_DAYS}{days:+d}")

    def _has_come(self, other: date) -> bool:
        if isinstance(other, NotedDay):
            return self._stands_to(other) >= other.plain
        found = self._known.get(other)
        if found is None:
            found = self._known[other] = self.plain >= other, (HAS_COME, date.isoformat(other), self.moves)
        note(found[1])
        return found[0]

    def _is_past(self, other: date) -> bool:
        if isinstance(other, NotedDay):
            return self._stands_to(other) > other.plain
        return other != date.max and self._has_come(other + _ONE_DAY)

    def _stands_to(self, other: NotedDay) -> date:
        """Two that were moved alike stand to each other as they do on any day."""
        return self.plain if other.moves == self.moves else self._itself()


def noted_day(day: date) -> NotedDay:
    """The day, noting what it is asked: one and the same for whoever asks, so that what is asked often is known."""
    return day if isinstance(day, NotedDay) else _noted_day(day)


@lru_cache(maxsize=8)
def _noted_day(day: date) -> NotedDay:
    return NotedDay(day)


def _is_day(value: object) -> bool:
    return isinstance(value, date)


def _plain(day: Any) -> date:
    return day._itself() if isinstance(day, NotedDay) else day


def _whole(name: str) -> Callable[..., object]:
    method = getattr(date, name)
    return lambda day, *given: method(day._itself(), *given)


_TELLING = ("ctime", "isocalendar", "isoformat", "isoweekday", "timetuple", "toordinal", "weekday")
for _name in ("__hash__", "__repr__", "__str__", *_TELLING):
    setattr(NotedDay, _name, _whole(_name))
NotedDay.day = property(lambda day: day._itself().day)  # type: ignore[assignment]
