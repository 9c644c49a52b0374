"""The values of a record by the names of its fields: the names once for all records of a dataset, the values a row.

A dictionary for each of 100,000 records of fifty fields takes three times as much memory, most of it for names.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

Value = str | int | Decimal | date | bool | tuple[str, ...] | None


class _Places(dict[str, int]):
    """Where in a row the value of each name stands; two names may share a place."""

    __slots__ = ("key",)

    def __init__(self, key: tuple[tuple[str, ...], tuple[int, ...]]) -> None:
        super().__init__(zip(*key, strict=True))
        self.key = key


class Fields(Mapping[str, Value]):
    """As a dictionary that nobody changes; made by `fields`."""

    __slots__ = ("_places", "_row")

    def __init__(self, places: _Places, row: tuple[Value, ...]) -> None:
        self._places, self._row = places, row

    def __getitem__(self, name: str) -> Value:
        return self._row[self._places[name]]

    def get(self, name: str, default: Any = None) -> Any:
        """The value; `default` where there is no such field."""
        place = self._places.get(name)
        return default if place is None else self._row[place]

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __reduce__(self) -> tuple[Any, ...]:
        return _laid_out, (*self._places.key, self._row)

    def __repr__(self) -> str:
        return repr(self._dictionary())

    def items(self) -> ItemsView[str, Value]:
        """Names and values, in the order of the declaration."""
        return self._dictionary().items()

    def values(self) -> ValuesView[Value]:
        """The values, in the order of the declaration."""
        return self._dictionary().values()

    def also(self, names: tuple[tuple[str, str], ...]) -> Fields:
        """The same row under further names, too, each given with the field that it means."""
        return Fields(_with_names(self._places.key, names), self._row)

    def _dictionary(self) -> dict[str, Value]:
        row = self._row
        return {name: row[place] for name, place in self._places.items()}


def fields(values: Mapping[str, Value]) -> Fields:
    """The same values, held in less memory."""
    if isinstance(values, Fields):
        return values
    return _laid_out(tuple(values), tuple(range(len(values))), tuple(values.values()))


def _laid_out(names: tuple[str, ...], at: tuple[int, ...], row: tuple[Value, ...]) -> Fields:
    return Fields(_places((names, at)), row)


@lru_cache(maxsize=1_000)
def _places(key: tuple[tuple[str, ...], tuple[int, ...]]) -> _Places:
    return _Places(key)


@lru_cache(maxsize=1_000)
def _with_names(key: tuple[tuple[str, ...], tuple[int, ...]], names: tuple[tuple[str, str], ...]) -> _Places:
    own = _places(key)
    known = {**own, **{name: own[meant] for name, meant in names}}
    return _places((tuple(known), tuple(known.values())))
